package dev.hone.language.runner;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Scripts that Hone brings along for an interpreter, laid out in a folder whose name holds the
/// hash of their content, so that a changed script never meets an older copy.
public final class Scripts {
  private final String language;
  // Every language has some, and a run needs those of one.
  private final Once<Map<String, byte[]>> contents;
  private final Once<Path> folder;

  /// Makes the scripts known; nothing is read or written yet.
  ///
  /// @param cacheFolder the folder of downloads and runners
  /// @param language the folder of the resources below `/dev/hone/language/`
  /// @param names the files in it
  public Scripts(Path cacheFolder, String language, List<String> names) {
    this.language = language;
    this.contents = new Once<>(() -> read(language, names));
    this.folder =
        new Once<>(
            () -> {
              String hash = ContentHash.of(contents.get().values().stream());
              return cacheFolder.toAbsolutePath().resolve("runners").resolve(language + "-" + hash);
            });
  }

  private static Map<String, byte[]> read(String language, List<String> names) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    names.forEach(name -> contents.put(name, resource(language, name)));
    return contents;
  }

  /// {@return the text of a resource of a language}
  ///
  /// @param language the folder below `/dev/hone/language/`
  /// @param name the file in it
  public static byte[] resource(String language, String name) {
    String path = "/dev/hone/language/" + language + "/" + name;
    try (InputStream in = Scripts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the resource " + path, e);
    }
  }

  /// {@return the folder that holds them, absolute, whether or not they are written yet}
  public Path folder() {
    return folder.get();
  }

  /// Writes those that are not there as they should be.
  ///
  /// @throws ToolchainException if the folder cannot be written
  public void write() {
    try {
      Path folder = Files.createDirectories(folder());
      for (Map.Entry<String, byte[]> script : contents.get().entrySet()) {
        Path file = folder.resolve(script.getKey());
        if (!Files.exists(file)
            || !MessageDigest.isEqual(Files.readAllBytes(file), script.getValue())) {
          Path part = Files.createTempFile(folder, "." + script.getKey(), ".part");
          Files.write(part, script.getValue());
          // A process of another user in the sandbox reads it.
          Files.setPosixFilePermissions(
              part, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
          Files.move(
              part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "could not write the test runner of %s to %s (%s); free space there or set HONE_HOME to"
                  .formatted(language, folder(), e)
              + " another folder",
          e);
    }
  }
}
