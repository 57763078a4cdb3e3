package dev.hone.packages;

import dev.hone.language.InstalledPackages;
import dev.hone.language.InstalledPackages.Installed;
import dev.hone.language.Language;
import dev.hone.language.PackageName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The fetched packages of one language: folders named by the hash of their content, and for each
/// list that was asked for a small file that says which folder it came to. A list is answered the
/// same way ever after, until its file is removed.
final class Shelf {
  private static final String PART = ".part-";

  private final Path folder;
  private final String circumstances;

  /// @param edition what else the files depend on, such as the program that fetches them
  Shelf(Path cacheFolder, Language language, String edition) {
    this.folder =
        cacheFolder.toAbsolutePath().resolve("packages").resolve(language.id().id()).normalize();
    // What was built for one interpreter or processor does not load in another.
    this.circumstances =
        language.toolchain().version()
            + " "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " "
            + edition;
  }

  /// Returns what was fetched for these names, or nothing.
  Optional<InstalledPackages> find(List<PackageName> names) throws IOException {
    Path list = list(names);
    if (!Files.exists(list)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(list);
    if (lines.isEmpty()) {
      // A machine that went down while it was written leaves it empty.
      return Optional.empty();
    }
    Path content = folder.resolve(lines.getFirst());
    return Files.isDirectory(content)
        ? Optional.of(new InstalledPackages(content, installed(lines.subList(1, lines.size()))))
        : Optional.empty();
  }

  /// Returns an empty folder beside the others, to be filled and then kept or removed.
  Path part() throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempDirectory(folder, PART);
    Abandoned.sweep(part, PART);
    return part;
  }

  /// Moves a filled folder to its place, closes it for writing and returns it.
  InstalledPackages keep(List<PackageName> names, Path part, Kept kept) throws IOException {
    Path content = folder.resolve(kept.hash());
    close(part);
    // A folder is moved only while it can be written.
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
    try {
      Files.move(part, content, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process or another list may have been first, with the same content.
      if (!Files.isDirectory(content)) {
        throw e;
      }
    }
    Files.setPosixFilePermissions(content, PosixFilePermissions.fromString("r-xr-xr-x"));
    Path fresh = Files.createTempFile(folder, ".list-", "");
    Files.writeString(fresh, kept.hash() + "\n" + String.join("\n", kept.resolved()) + "\n");
    Files.move(fresh, list(names), StandardCopyOption.ATOMIC_MOVE);
    return new InstalledPackages(content, installed(kept.resolved()));
  }

  /// What is kept: the hash of the content, and a line for each package.
  record Kept(String hash, List<String> resolved) {}

  static List<Installed> installed(List<String> resolved) {
    return resolved.stream()
        .map(line -> Arrays.asList(line.split(" ", -1)))
        .filter(words -> words.size() >= 2)
        .map(words -> new Installed(words.get(0), words.get(1), words.subList(2, words.size())))
        .toList();
  }

  static void remove(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path one : all.stream().filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(one, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
      for (Path file : all) {
        Files.delete(file);
      }
    }
  }

  private static void close(Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        String permissions = Files.isDirectory(file) ? "r-xr-xr-x" : "r--r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private Path list(List<PackageName> names) {
    List<String> written = names.stream().map(PackageName::written).distinct().sorted().toList();
    try {
      byte[] text =
          (circumstances + "\n" + String.join("\n", written)).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return folder.resolve(HexFormat.of().formatHex(hash, 0, 8) + ".list");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
