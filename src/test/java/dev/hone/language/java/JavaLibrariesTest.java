package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.PackageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaLibrariesTest {
  @TempDir Path folder;
  private Path home;

  @BeforeEach
  void installMaven() throws IOException {
    home = Files.createDirectory(folder.toRealPath().resolve("maven"));
    for (String name : new String[] {"bin", "boot", "lib"}) {
      Files.createDirectory(home.resolve(name));
    }
  }

  @Test
  void settingsOfTheInstallationAreNotShown() throws IOException {
    Files.createDirectories(home.resolve("conf/logging"));
    Path secret = Files.writeString(home.resolve("conf/settings.xml"), "secret");
    Path own = Files.writeString(home.resolve("bin/m2.conf"), "");

    assertThat(JavaLibraries.shown(home)).noneMatch(secret::startsWith).anyMatch(own::startsWith);
  }

  @Test
  void ofAFolderThatADistributionLinksToOnlyWhatMavenNeedsIsShown() throws IOException {
    Path elsewhere = Files.createDirectories(home.resolveSibling("etc"));
    Path secret = Files.writeString(elsewhere.resolve("settings.xml"), "secret");
    Path start = Files.writeString(elsewhere.resolve("m2.conf"), "");
    Files.createDirectory(elsewhere.resolve("logging"));
    Files.createSymbolicLink(home.resolve("conf"), elsewhere);
    Files.createSymbolicLink(home.resolve("bin/m2.conf"), start);

    assertThat(JavaLibraries.shown(home))
        .noneMatch(secret::startsWith)
        .noneMatch(home.resolve("conf/settings.xml")::startsWith)
        .contains(start, elsewhere.resolve("logging"), home.resolve("conf/logging"));
  }

  @Test
  void theWordForTheNewestIsNoExactVersion() {
    assertThatThrownBy(() -> JavaLibraries.check(PackageName.of("a.b:c:RELEASE")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("with at most an exact version");
  }

  @Test
  void aScriptOfTheSameNameIsNotMaven() throws IOException {
    Path script = Files.createDirectories(home.resolveSibling("own/bin")).resolve("mvn");
    Files.createDirectory(home.resolveSibling("own/lib"));

    assertThat(JavaLibraries.isMaven(script)).isFalse();
    assertThat(JavaLibraries.isMaven(home.resolve("bin/mvn"))).isTrue();
  }
}
