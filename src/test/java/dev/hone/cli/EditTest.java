package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.runlog.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Code that is there already, changed from the command line.
class EditTest {
  private static final String BEFORE = "def twice(n):\n    return n + n\n";
  private static final String AFTER = "def twice(n):\n    return n * 2\n";
  private static final String DIFF =
      """
      --- a/twice.py
      +++ b/twice.py
      @@ -1,2 +1,2 @@
       def twice(n):
      -    return n + n
      +    return n * 2
      """;

  @TempDir Path folder;
  private ScriptedServices services;
  private Path file;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void scripted() throws IOException {
    services = new ScriptedServices(folder);
    services.result = EditedResults.changed(Samples.result("261123-233528-k3"), "twice.py", AFTER);
    file = Files.writeString(folder.resolve("twice.py"), BEFORE);
  }

  @Test
  void theCodeIsPrintedAndNothingIsWritten() {
    assertThat(hone("Use *", "--file", path())).isEqualTo(new Outcome(0, AFTER, ""));
    assertThat(services.solved.getFirst().requirement().existing())
        .containsExactly(new SourceFile("twice.py", BEFORE));
    assertThat(file).hasContent(BEFORE);
  }

  @Test
  void aDiffIsPrintedWhereAskedForOrOnATerminal() {
    assertThat(hone("Use *", "--file", path(), "--diff")).isEqualTo(new Outcome(0, DIFF, ""));
    assertThat(run(true, "Use *", "--file", path(), "--quiet")).isEqualTo(new Outcome(0, DIFF, ""));
    assertThat(file).hasContent(BEFORE);
  }

  @Test
  void aChangeIsShownAndAppliedWithABackup() {
    Outcome outcome = hone("Use *", "--file", path(), "--apply");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0, DIFF, "wrote %s; %s.orig holds what it was\n".formatted(path(), path())));
    assertThat(file).hasContent(AFTER);
    assertThat(folder.resolve("twice.py.orig")).hasContent(BEFORE);
  }

  @Test
  void anEarlierBackupIsKept() throws IOException {
    Path kept = Files.writeString(folder.resolve("twice.py.orig"), "precious\n");

    hone("Use *", "--file", path(), "--apply");

    assertThat(kept).hasContent("precious");
    assertThat(folder.resolve("twice.py.orig.1")).hasContent(BEFORE);
  }

  @Test
  void aDryRunSaysWhatWouldBeWritten() {
    assertThat(hone("Use *", "--file", path(), "--apply", "--dry-run"))
        .isEqualTo(new Outcome(0, DIFF, "would write %s\n".formatted(path())));
    assertThat(file).hasContent(BEFORE);
  }

  @Test
  void codeThatDidNotPassIsWrittenOnlyWhereALongWordSaysSo() {
    services.result = EditedResults.unpassed(services.result);

    assertThat(hone("Use *", "--file", path(), "--apply"))
        .isEqualTo(
            new Outcome(
                1,
                DIFF,
                "hone: Passed (not passed, ended with Solved); hone show 261123-233528-k3 has the rest\n"
                    + "not written: %s\nthe code did not pass; --apply-even-if-not-passed writes it all the same\n"
                        .formatted(path())));
    assertThat(file).hasContent(BEFORE);

    assertThat(hone("Use *", "--file", path(), "--apply-even-if-not-passed").exit()).isEqualTo(1);
    assertThat(file).hasContent(AFTER);
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwritten() {
    services.whileSolving =
        () -> {
          try {
            Files.writeString(file, "# mine\n");
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };

    Outcome outcome = hone("Use *", "--file", path(), "--apply");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEqualTo(DIFF);
    assertThat(outcome.err()).contains("twice.py changed while the run went on");
    assertThat(file).hasContent("# mine");
  }

  @Test
  void aNewFileOfTheRunDoesNotReplaceOneThatIsThere() throws IOException {
    Path other = Files.writeString(folder.resolve("other.py"), "# mine\n");
    services.result = EditedResults.changed(services.result, "other.py", AFTER);

    Outcome outcome = hone("Use *", "--file", path(), "--apply");

    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("was not named by --file");
    assertThat(other).hasContent("# mine");
  }

  @Test
  void lineEndsAndAByteOrderMarkStayAsTheyAre() throws IOException {
    Files.writeString(file, "\uFEFF" + BEFORE.replace("\n", "\r\n"));

    assertThat(hone("Use *", "--file", path(), "--apply").out()).isEqualTo(DIFF);

    assertThat(Files.readString(file)).isEqualTo("\uFEFF" + AFTER.replace("\n", "\r\n"));
  }

  @Test
  void jsonHoldsTheDiff() {
    Outcome outcome = hone("Use *", "--file", path(), "--json");

    assertThat(outcome.out()).contains("\"diff\" : \"--- a/twice.py\\n+++ b/twice.py\\n");
  }

  @Test
  void filesKeepTheirPlaceBelowTheirCommonFolder() throws IOException {
    Path main = written("app/main.py", "x = 1\n");
    Path part = written("app/parts/part.py", "y = 1\n");
    Path below = written("app/lib/low.py", "z = 1\n");
    Path far = written("far.py", "w = 1\n");

    hone(
        "Use *",
        "--file",
        main.toString(),
        "--file",
        part.toString(),
        "--context",
        below.toString(),
        far.toString());

    var requirement = services.solved.getFirst().requirement();
    assertThat(requirement.existing())
        .extracting(SourceFile::path)
        .containsExactly("main.py", "parts/part.py");
    assertThat(requirement.context())
        .extracting(SourceFile::path)
        .containsExactly("lib/low.py", "far.py");
  }

  @Test
  void filesThatCannotBeChangedAreWrongUse() throws IOException {
    assertRefused("which does not exist", folder.resolve("no.py"));
    assertRefused("is a folder; name the files in it", folder);
    assertRefused("no supported language has files that end so", written("notes.txt", "x"));
    assertRefused("may have 131072; name a smaller file", written("big.py", "x".repeat(140_000)));
    assertRefused("is no text in UTF-8", written("binary.py", "a\0b"));
    Outcome mixed = hone("x", "--file", path(), "--file", written("a.js", "").toString());
    assertThat(mixed.err()).contains("--file names files of javascript and python");
    assertThat(mixed.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  @Test
  void optionsThatNeedAFileSaySo() {
    for (String option : List.of("--diff", "--apply", "--dry-run", "--apply-even-if-not-passed")) {
      Outcome outcome = hone("Write twice(n)", option);

      assertThat(outcome.err()).contains(option + " is about existing code; name it by --file");
      assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
    }
    assertThat(hone("x", "--file", path(), "--apply", "--out", path()).err())
        .contains("leave one of them out");
  }

  private void assertRefused(String message, Path named) {
    Outcome outcome = hone("Use *", "--file", named.toString());

    assertThat(outcome.err()).startsWith("hone: ").contains(message);
    assertThat(outcome.exit()).isEqualTo(ExitCode.USAGE);
  }

  private Path written(String name, String content) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, content);
  }

  private String path() {
    return file.toString();
  }

  private Outcome hone(String... words) {
    String[] quiet = java.util.Arrays.copyOf(words, words.length + 1);
    quiet[words.length] = "--quiet";
    return run(false, quiet);
  }

  private Outcome run(boolean terminal, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(InputStream.nullInputStream(), print(out), print(err), false, terminal);
    int exit = new Program(Commands.all(services), "hone 0.1.0", false).run(words, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
