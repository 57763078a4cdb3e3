package dev.hone.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// An archive that a build left in `target`, unpacked, whose scripts are run with an empty home.
///
/// @param folder what it unpacked to
/// @param temp holds everything else
/// @param environment the variables that its scripts see, and no others
record Unpacked(Path folder, Path temp, Map<String, String> environment) {
  /// What one start showed.
  record Start(int exit, String out, String err) {}

  static Unpacked of(String name, String maker, Path temp) throws Exception {
    Optional<Path> archive = archive(name);
    assumeTrue(archive.isPresent(), "no such archive in target: %s makes it".formatted(maker));
    Path folder = Files.createDirectories(temp.resolve("an empty folder"));
    Path home = Files.createDirectories(temp.resolve("home"));
    Process tar =
        new ProcessBuilder("tar", "xzf", archive.orElseThrow().toAbsolutePath().toString())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    Map<String, String> environment = new TreeMap<>();
    environment.put("HOME", home.toString());
    // Java takes the home folder from the account, not from HOME.
    environment.put("HONE_HOME", home.resolve("hone").toString());
    try (Stream<Path> inside = Files.list(folder)) {
      return new Unpacked(inside.findFirst().orElseThrow(), temp, environment);
    }
  }

  /// Puts on the PATH the programs of this machine but for those whose names match.
  void hide(String names) throws IOException {
    Path programs = Files.createDirectories(temp.resolve("programs"));
    for (String folder : List.of("/usr/bin", "/bin")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        for (Path program : all.toList()) {
          Path link = programs.resolve(program.getFileName());
          if (!link.getFileName().toString().matches(names) && !Files.exists(link)) {
            Files.createSymbolicLink(link, program);
          }
        }
      }
    }
    environment.put("PATH", programs.toString());
  }

  /// Makes the caches, which a first start would otherwise still do while the folder is removed.
  void prepare() throws Exception {
    assertThat(start("bin/prepare-start", folder.resolve("hone.jar").toString()).exit()).isZero();
  }

  Start hone(String... words) throws Exception {
    return start("bin/hone", words);
  }

  Start start(String script, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(folder.resolve(script).toString()));
    command.addAll(List.of(words));
    Path place = Files.createTempDirectory(temp, "start");
    ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(place.resolve("out").toFile());
    builder.redirectError(place.resolve("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Start(
        process.exitValue(),
        Files.readString(place.resolve("out")),
        Files.readString(place.resolve("err")));
  }

  private static Optional<Path> archive(String name) throws IOException {
    if (!Files.isDirectory(Path.of("target"))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files.filter(file -> file.getFileName().toString().matches(name)).findFirst();
    }
  }
}
