package dev.hone.language.client;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Libraries of fetched crates, built by cargo without any network. Build scripts and macros of the
/// crates run here.
final class CargoBuild {
  private static final Pattern EXTERN =
      Pattern.compile("--extern (\\w+)=\\S*/(lib[\\w.-]+)\\.(rmeta|rlib|so|dylib)");

  private final String cargo;
  private final Path fetched;

  /// @param words the `cargo` program
  /// @param fetched the folder of what was fetched
  CargoBuild(List<String> words, Path fetched) {
    this.cargo = words.getFirst();
    this.fetched = fetched;
  }

  Found found() throws IOException, InterruptedException {
    Path folder = CargoFetch.project(Files.createTempDirectory("crates-"));
    Path home = Files.createTempDirectory("cargo-");
    copy(fetched.resolve("home"), home);
    for (String name : List.of(CargoFetch.MANIFEST, CargoFetch.LOCK)) {
      Files.write(folder.resolve(name), Files.readAllBytes(fetched.resolve(name)));
    }
    Map<String, String> environment =
        Map.of(
            "CARGO_HOME", home.toString(),
            "CARGO_TERM_COLOR", "never",
            "CARGO_INCREMENTAL", "0",
            "CARGO_PROFILE_DEV_DEBUG", "0",
            "CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    Ran built = Ran.in(folder, environment, List.of(cargo, "build", "-v", "--offline", "--frozen"));
    return built.isGood()
        ? Found.whole(List.of(), files(folder, built.errors()))
        : Found.nothing(List.of(), built.errors());
  }

  /// Takes the libraries, a list of which of them code names by what, and the names of the
  /// packages, by which a manifest lists them.
  private static Map<String, Path> files(Path folder, String said) throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (Stream<Path> all = Files.list(folder.resolve("target/debug/deps"))) {
      all.filter(file -> file.toString().matches(".*\\.(?:rlib|so|dylib)"))
          .filter(file -> !file.getFileName().toString().startsWith("libhone_packages"))
          .forEach(file -> files.put("deps/" + file.getFileName(), file));
    }
    String own =
        said.lines()
            .filter(line -> line.contains("--crate-name hone_packages "))
            .findFirst()
            .orElse("");
    List<String> names = new ArrayList<>();
    Matcher one = EXTERN.matcher(own);
    while (one.find()) {
      String ending = one.group(3).equals("rmeta") ? "rlib" : one.group(3);
      names.add(one.group(1) + "=" + one.group(2) + "." + ending);
    }
    files.put("externs", list(names));
    String manifest = Files.readString(folder.resolve(CargoFetch.MANIFEST));
    files.put("packages", list(CargoFetch.dependencies(manifest)));
    return files;
  }

  private static Path list(List<String> names) throws IOException {
    Path list = Files.createTempFile("list-", "");
    return Files.writeString(list, String.join("\n", names) + "\n");
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.write(to.resolve(from.relativize(file)), Files.readAllBytes(file));
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
