package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void honeHomePutsAllThreeUnderOneFolder() {
    assertThat(Folders.of(Map.of("HONE_HOME", "/srv/hone", "XDG_CACHE_HOME", "/c"), HOME))
        .isEqualTo(
            new Folders(
                Path.of("/srv/hone/cache"),
                Path.of("/srv/hone/data"),
                Path.of("/srv/hone/config")));
  }

  @Test
  void aRelativeHoneHomeIsMadeAbsoluteAtOnce() {
    assertThat(Folders.of(Map.of("HONE_HOME", "here"), HOME).cache())
        .isEqualTo(Path.of("here/cache").toAbsolutePath());
  }

  @Test
  void eachXdgVariableMovesItsFolder() {
    Map<String, String> environment =
        Map.of("XDG_CACHE_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CONFIG_HOME", "/e");
    assertThat(Folders.of(environment, HOME))
        .isEqualTo(new Folders(Path.of("/c/hone"), Path.of("/d/hone"), Path.of("/e/hone")));
  }

  @Test
  void theDefaultsAreBelowTheHomeFolder() {
    assertThat(Folders.of(Map.of("HONE_HOME", "", "XDG_CACHE_HOME", "relative"), HOME))
        .isEqualTo(
            new Folders(
                HOME.resolve(".cache/hone"),
                HOME.resolve(".local/share/hone"),
                HOME.resolve(".config/hone")));
  }

  @Test
  void aFolderIsMadeWithItsParents(@TempDir Path temp) {
    Path folder = temp.resolve("a/b");
    assertThat(Folders.make(folder)).isEqualTo(folder).isDirectory();
  }

  @Test
  void aFolderThatCannotBeMadeSaysWhatToSet(@TempDir Path temp) throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThatThrownBy(() -> Folders.make(file.resolve("below")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(file.resolve("below") + " cannot be made")
        .hasMessageContaining("HONE_HOME");
  }
}
