package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitIndexTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void whatWasAddedIsHeldAsLongAsItStaysSo(int version) throws Exception {
    git("init", "-q");
    git("config", "index.version", Integer.toString(version));
    Path file = written("lib/größe/a.py", "x = 1\n");
    written("lib/größe/ab.py", "y = 1\n");
    written("a.py", "z = 1\n");
    git("add", ".");

    assertThat(GitIndex.holds(file, Files.readAllBytes(file))).isTrue();
    assertThat(GitIndex.holds(file, "x = 2\n".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(
            GitIndex.holds(written("b.py", "x = 1\n"), "x = 1\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void aFileOutsideOfARepositoryIsNotHeld() throws IOException {
    assertThat(GitIndex.holds(written("a.py", "x\n"), "x\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void anIndexThatCannotBeReadHoldsNothing() throws IOException {
    written(".git/index", "DIRC and no more");

    assertThat(GitIndex.holds(written("a.py", "x\n"), "x\n".getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  private Path written(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private void git(String... words) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/git")), "git is not here");
    List<String> command = new ArrayList<>(List.of("/usr/bin/git"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
