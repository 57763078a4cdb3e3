package dev.hone.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedLauncherTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  @TempDir private Path folder;

  private record Ended(int exit, String out) {}

  @Test
  void theJdkTakesWhatItKept() throws Exception {
    LauncherProgram program = prepared(folder).program();

    assertThat(program.archive()).hasValueSatisfying(a -> assertThat(a).isRegularFile());
    // With this flag a start without the archive would be a failure.
    Ended ended = start(program, List.of("-XX:AOTMode=on"));
    assertThat(ended.exit()).as(ended.out()).isEqualTo(125);
    assertThat(ended.out()).isEqualTo("hone launcher: reading the arguments: no work\n");
  }

  @Test
  void itIsKeptForTheNextProgram() throws IOException {
    Path archive = prepared(folder).program().archive().orElseThrow();
    FileTime made = Files.getLastModifiedTime(archive);

    assertThat(prepared(folder).program().archive()).contains(archive);
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    assertThat(folder).isDirectoryNotContaining(f -> !f.equals(archive.getParent()));
  }

  @Test
  void withoutAFolderItStartsFromItsClasses() {
    PreparedLauncher launcher = new PreparedLauncher(Tools.classes(), Optional.empty());

    assertThat(launcher.program())
        .isEqualTo(new LauncherProgram(Tools.classes(), Optional.empty()));
  }

  @Test
  void whereNothingCanBeKeptItStartsFromItsClasses() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));

    assertThat(prepared(file.resolve("below")).program())
        .isEqualTo(new LauncherProgram(Tools.classes(), Optional.empty()));
  }

  @Test
  void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
    LauncherProgram program = prepared(folder).program();
    Files.writeString(program.archive().orElseThrow(), "spoiled");

    Ended ended = start(program, List.of());

    assertThat(ended.exit()).isEqualTo(125);
    assertThat(ended.out()).isEqualTo("hone launcher: reading the arguments: no work\n");
  }

  private static PreparedLauncher prepared(Path cache) {
    return new PreparedLauncher(Tools.classes(), Optional.of(cache));
  }

  /// Starts it without orders, which it refuses before it gives anything up.
  private static Ended start(LauncherProgram program, List<String> flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program.command(JAVA));
    command.addAll(1, flags);
    command.addAll(List.of("--", "/bin/true"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out);
  }
}
