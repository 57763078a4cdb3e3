package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program and JGit: what it loads of it, and what it leaves behind.
class CommitIT {
  @TempDir Path folder;
  private Path file;
  private Path loaded;

  @BeforeEach
  void aRepositoryWithOneCommit() throws Exception {
    loaded = folder.resolve("loaded.txt");
    Path repository = Files.createDirectories(folder.resolve("work"));
    file = Files.writeString(repository.resolve("a.py"), "def a():\n    return 1\n");
    for (List<String> words :
        List.of(
            List.of("init", "-q"),
            List.of("config", "user.name", "A Person"),
            List.of("config", "user.email", "person@example.org"),
            List.of("add", "."),
            List.of("commit", "-q", "-m", "begin"))) {
      List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
      command.addAll(words);
      assertThat(Programs.run(folder, command.toArray(String[]::new)).exit()).isZero();
    }
  }

  @Test
  void jgitIsNotLoadedBeforeACommitIsAskedFor() throws Exception {
    assertThat(hone("--apply")).isEqualTo(ExitCode.USAGE);

    assertThat(Files.readString(loaded))
        .contains("dev.hone.cli.Applying")
        .doesNotContain("org.eclipse.jgit", "dev.hone.cli.git");
  }

  @Test
  void theCheckBeforeARunStartsNoProcessAndWritesNoFile() throws Exception {
    assertThat(hone("--apply", "--commit")).isEqualTo(ExitCode.USAGE);

    assertThat(Files.readString(loaded))
        .contains("org.eclipse.jgit.api.Git")
        .doesNotContain("java.lang.ProcessBuilder ");
    assertThat(folder.resolve("config/jgit")).doesNotExist();
  }

  /// With a wrong option, which is found behind the check, so that nothing is begun.
  private int hone(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hone.cli.Main",
                "solve",
                "Use 2",
                "--rounds",
                "many",
                "--file",
                file.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    return builder.start().waitFor();
  }
}
