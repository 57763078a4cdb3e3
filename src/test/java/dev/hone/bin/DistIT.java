package dev.hone.bin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unpacks the archive that `mvn package -Pdist` left in `target` and runs it with an empty home
/// and a PATH without Maven. Building it here would take as long as the whole build.
class DistIT {
  @TempDir Path temp;
  private Unpacked archive;

  @BeforeEach
  void unpack() throws Exception {
    archive = Unpacked.of("hone-(?!.*-linux-).*\\.tar\\.gz", "mvn package -Pdist", temp);
    archive.hide("mvn.*");
    archive.environment().put("JAVA_HOME", System.getProperty("java.home"));
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
                .filter(name -> !Files.exists(archive.folder().resolve(name))))
        .isEmpty();
    assertThat(archive.folder().resolve("share/bash-completion/completions/hone"))
        .content()
        .contains("complete ");
    assertThat(archive.folder().resolve("share/man/man1/hone.1"))
        .content()
        .startsWith(".TH HONE 1");
  }

  @Test
  void itHoldsTheLibraryAndItsDocumentation() throws IOException {
    try (Stream<Path> files = Files.list(archive.folder().resolve("library"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(2)
          .anyMatch(name -> name.endsWith("-javadoc.jar"));
    }
  }

  @Test
  void itRunsWithoutMavenInAnEmptyHome() throws Exception {
    archive.prepare();
    Unpacked.Start version = archive.hone("--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out()).startsWith("hone ").contains("\njava ");
    assertThat(version.exit()).isZero();
    Unpacked.Start help = archive.hone("--help");
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).startsWith("hone turns a requirement").contains("Exit codes:");
    // 3 where something that is needed is missing on this machine, such as the model in an empty
    // home
    Unpacked.Start doctor = archive.hone("doctor");
    assertThat(doctor.exit()).isIn(0, 3);
    assertThat(doctor.err()).doesNotContain("internal error");
    assertThat(doctor.out()).contains("sandbox", "java");
    assertThat(archive.folder().resolve("target")).doesNotExist();
  }

  @Test
  void aWrongCacheIsPassedOverInSilence() throws Exception {
    archive.prepare();
    Path cache = archive.folder().resolve("hone-quick.aot");
    assertThat(Files.size(cache)).isPositive();
    Files.writeString(cache, "no cache");
    Unpacked.Start version = archive.hone("--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out().lines()).hasSize(2).first().asString().startsWith("hone ");
    assertThat(version.exit()).isZero();
  }
}
