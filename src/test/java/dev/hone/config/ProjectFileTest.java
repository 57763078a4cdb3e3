package dev.hone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {
  @TempDir Path temp;
  private Path home;
  private Path below;

  @BeforeEach
  void folders() throws IOException {
    home = Files.createDirectories(temp.toRealPath().resolve("home"));
    below = Files.createDirectories(home.resolve("work/app/src"));
  }

  @Test
  void theFileIsLookedForUpwards() throws IOException {
    Path file = Files.createFile(home.resolve("work/hone.toml"));

    assertThat(ProjectFile.of(below, home)).contains(file);
    Path nearer = Files.createFile(below.resolve("hone.toml"));
    assertThat(ProjectFile.of(below, home)).contains(nearer);
  }

  @Test
  void theRootOfARepositoryEndsTheSearch() throws IOException {
    Files.createFile(home.resolve("work/hone.toml"));
    Files.createFile(home.resolve("work/app/.git"));

    assertThat(ProjectFile.of(below, home)).isEmpty();
    Path file = Files.createFile(home.resolve("work/app/hone.toml"));
    assertThat(ProjectFile.of(below, home)).contains(file);
  }

  @Test
  void theHomeFolderEndsTheSearch() throws IOException {
    Files.createFile(temp.resolve("hone.toml"));

    assertThat(ProjectFile.of(below, home)).isEmpty();
  }

  @Test
  void aFolderThatEverybodyMayWriteIsNotTrusted() throws IOException {
    Files.createFile(home.resolve("work/hone.toml"));
    Files.setPosixFilePermissions(
        home.resolve("work"), PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThat(ProjectFile.of(below, home)).isEmpty();
  }
}
