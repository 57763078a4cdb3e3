package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.cli.terminal.Terminal;
import dev.hone.failure.UsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The requirement from an editor, which is a script here.
class TypedTextTest {
  @TempDir Path folder;
  private ScriptedServices services;
  private boolean person = true;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void scripted() {
    services = new ScriptedServices(folder);
  }

  @Test
  void whatIsSavedIsTheRequirementAndItsFileGoes() throws IOException {
    services.environment.put("EDITOR", editor("cp \"$1\" seen; echo 'Write twice(n)' > \"$1\""));

    Outcome outcome = hone("--edit", "--quiet");

    assertThat(outcome).isEqualTo(new Outcome(0, "def twice(n):\n    return n * 2\n", ""));
    assertThat(text()).isEqualTo("Write twice(n)");
    assertThat(Files.readString(folder.resolve("seen"))).startsWith("\n\n# Write above what");
    assertThat(Path.of(Files.readString(folder.resolve("path")).strip())).doesNotExist();
  }

  @Test
  void theEditorBeginsWithWhatWasTyped() throws IOException {
    services.environment.put("EDITOR", editor("sed -i 's/$/!/;2q' \"$1\""));

    hone("solve", "Write twice(n)", "--edit", "--quiet");

    assertThat(text()).isEqualTo("Write twice(n)!\n!");
  }

  @Test
  void visualGoesBeforeEditorAndMayHaveWordsAndMore() throws IOException {
    services.environment.put("EDITOR", "false");
    services.environment.put("VISUAL", editor("echo \"$*\" > \"$2\"") + " --wait");
    hone("--edit", "--quiet");
    assertThat(text()).startsWith("--wait /");

    services.environment.put("VISUAL", "WORD='a  b' " + editor("echo \"$WORD\" > \"$1\""));
    hone("--edit", "--quiet");
    assertThat(services.solved.getLast().requirement().text()).isEqualTo("a  b");
  }

  @Test
  void withoutAVariableAUsualEditorIsTaken() throws IOException {
    Path vi = Files.writeString(folder.resolve("vi"), "");
    Files.setPosixFilePermissions(vi, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(Editor.of(Map.of("PATH", "/nowhere:" + folder, "EDITOR", " ")))
        .isEqualTo(new Editor("vi"));
    assertThatThrownBy(() -> Editor.of(Map.of("PATH", "/nowhere")))
        .hasMessage("no editor is here; name yours, such as: EDITOR=nano hone solve --edit");
  }

  @Test
  void anEmptyTextDoesNothing() throws IOException {
    services.environment.put("EDITOR", "true");

    Outcome outcome = hone("--edit");

    assertThat(outcome.err())
        .isEqualTo("hone: the text in the editor was empty, so nothing was done\n");
    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  @Test
  void anEditorThatFailsLosesNoText() throws IOException {
    services.environment.put("EDITOR", editor("echo 'Write twice(n)' > \"$1\"; exit 3"));

    Outcome outcome = hone("--edit");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("ended with exit code 3, so nothing was done");
    assertKept(outcome, "Write twice(n)");
  }

  @Test
  void anEditorThatIsNotThereIsNamed() {
    services.environment.put("EDITOR", "no-such-editor");

    Outcome outcome = hone("--edit");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .isEqualTo(
            "hone: the editor 'no-such-editor' could not be started; set EDITOR to one that is there\n");
  }

  @Test
  void aRunThatFailsLosesNoText() throws IOException {
    services.environment.put("EDITOR", editor("echo 'Write twice(n)' > \"$1\""));
    services.whileSolving =
        () -> {
          throw new UsageException("no such luck");
        };

    Outcome outcome = hone("--edit", "--quiet");

    assertThat(outcome.err()).contains("hone: no such luck");
    assertKept(outcome, "Write twice(n)");
  }

  @Test
  void aWrongOptionLosesNoText() throws IOException {
    services.environment.put("EDITOR", editor("echo 'Write twice(n)' > \"$1\""));

    assertKept(hone("--edit", "--rounds", "many"), "Write twice(n)");
  }

  @Test
  void withoutAPersonThereIsNoEditor() {
    person = false;

    Outcome outcome = hone("--edit");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).startsWith("hone: --edit needs a terminal").contains("hone - < FILE");
  }

  @Test
  void anEditorAndStandardInputExcludeEachOther() {
    Outcome outcome = hone("-", "--edit");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("leave one out");
  }

  private void assertKept(Outcome outcome, String text) throws IOException {
    String path = outcome.err().replaceFirst("(?s).*the text is kept in (\\S+);.*", "$1");
    assertThat(outcome.err())
        .contains("the text is kept in %s; go on from it by: hone - < %s\n".formatted(path, path));
    assertThat(Path.of(path)).hasContent(text);
    Files.delete(Path.of(path));
  }

  private String text() {
    return services.solved.getFirst().requirement().text();
  }

  private String editor(String commands) throws IOException {
    String last = "for last; do :; done; echo \"$last\" > path\n";
    Path script =
        Files.writeString(
            folder.resolve("editor.sh"), "#!/bin/sh\ncd " + folder + "\n" + last + commands + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script.toString();
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            InputStream.nullInputStream(),
            print(out),
            print(err),
            false,
            false,
            Terminal.none(),
            person);
    int exit = new Program(Commands.all(services), "hone 0.1.0", false).run(words, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
