package dev.hone.bin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unpacks the archive that `mvn package -Pdist` left in `target` and runs it with an empty home
/// and a PATH without Maven. Building it here would take as long as the whole build.
class DistIT {
  @TempDir Path temp;
  private Path home;
  private Path unpacked;

  /// What one start showed.
  private record Start(int exit, String out, String err) {}

  @BeforeEach
  void unpack() throws Exception {
    Optional<Path> archive = archive();
    assumeTrue(archive.isPresent(), "no target/hone-*.tar.gz: mvn package -Pdist makes it");
    Path folder = Files.createDirectories(temp.resolve("an empty folder"));
    home = Files.createDirectories(temp.resolve("home"));
    Process tar =
        new ProcessBuilder("tar", "xzf", archive.orElseThrow().toAbsolutePath().toString())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    try (Stream<Path> inside = Files.list(folder)) {
      unpacked = inside.findFirst().orElseThrow();
    }
  }

  @Test
  void itHoldsWhatAPersonNeeds() {
    assertThat(
            Stream.of(
                    "hone.jar",
                    "lib",
                    "bin/find-jdk",
                    "LICENSE",
                    "README.md",
                    "docs/install.md",
                    "share/zsh/site-functions/_hone",
                    "share/fish/vendor_completions.d/hone.fish")
                .filter(name -> !Files.exists(unpacked.resolve(name))))
        .isEmpty();
    assertThat(unpacked.resolve("share/bash-completion/completions/hone"))
        .content()
        .contains("complete ");
    assertThat(unpacked.resolve("share/man/man1/hone.1")).content().startsWith(".TH HONE 1");
  }

  @Test
  void itRunsWithoutMavenInAnEmptyHome() throws Exception {
    prepare();
    Start version = hone("--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out()).startsWith("hone ").contains("\njava ");
    assertThat(version.exit()).isZero();
    Start help = hone("--help");
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("hone turns a requirement").contains("Exit codes:");
    // 3 where something that is needed is missing on this machine, such as the model in an empty
    // home
    Start doctor = hone("doctor");
    assertThat(doctor.exit()).isIn(0, 3);
    assertThat(doctor.err()).doesNotContain("internal error");
    assertThat(doctor.out()).contains("sandbox", "java");
    assertThat(unpacked.resolve("target")).doesNotExist();
  }

  @Test
  void aWrongCacheIsPassedOverInSilence() throws Exception {
    prepare();
    Path cache = unpacked.resolve("hone-quick.aot");
    assertThat(Files.size(cache)).isPositive();
    Files.writeString(cache, "no cache");
    Start version = hone("--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out().lines()).hasSize(2).first().asString().startsWith("hone ");
    assertThat(version.exit()).isZero();
  }

  /// Makes the caches, which a first start would otherwise still do while the folder is removed.
  private void prepare() throws Exception {
    assertThat(
            start(unpacked.resolve("bin/prepare-start"), unpacked.resolve("hone.jar").toString())
                .exit())
        .isZero();
  }

  private Start hone(String... words) throws Exception {
    return start(unpacked.resolve("bin/hone"), words);
  }

  private Start start(Path script, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(words));
    Path folder = Files.createTempDirectory(temp, "start");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", withoutMaven().toString());
    builder.environment().put("HOME", home.toString());
    // Java takes the home folder from the account, not from HOME.
    builder.environment().put("HONE_HOME", home.resolve("hone").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return new Start(
        process.exitValue(),
        Files.readString(folder.resolve("out")),
        Files.readString(folder.resolve("err")));
  }

  /// {@return a folder of links to the machine's programs, all but Maven}
  private Path withoutMaven() throws IOException {
    Path programs = temp.resolve("programs");
    if (Files.isDirectory(programs)) {
      return programs;
    }
    Files.createDirectories(programs);
    for (String folder : List.of("/usr/bin", "/bin")) {
      try (Stream<Path> all = Files.list(Path.of(folder))) {
        for (Path program : all.toList()) {
          Path link = programs.resolve(program.getFileName());
          if (!link.getFileName().toString().startsWith("mvn") && !Files.exists(link)) {
            Files.createSymbolicLink(link, program);
          }
        }
      }
    }
    return programs;
  }

  private static Optional<Path> archive() throws IOException {
    if (!Files.isDirectory(Path.of("target"))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("hone-.*\\.tar\\.gz"))
          .findFirst();
    }
  }
}
