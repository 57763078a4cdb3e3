package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.runlog.RunLog;
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

/// Going on from an earlier run.
class RefineTest {
  private static final String TEXT = "Write twice(n) that doubles n. twice(2) == 4";
  private static final SourceFile OWN =
      new SourceFile("test_own.py", "def test_own():\n    assert True\n");

  @TempDir Path folder;
  private ScriptedServices services;

  private record Outcome(int exit, String out, String err) {}

  @BeforeEach
  void scripted() {
    services = new ScriptedServices(folder);
  }

  @Test
  void aFinishedRunGoesOnFromItsBestAttemptWithItsTests() {
    String id = logged();

    Outcome outcome = hone("refine", id, "also handle texts", "--rounds", "5");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err())
        .startsWith(
            """
            going on from attempt 2 of %s (Passed)
            its tests and examples hold as before; hone cannot tell whether the addition contradicts one of them
            """
                .formatted(id));
    assertThat(services.solved.getFirst().requirement())
        .isEqualTo(
            new Requirement(
                TEXT + "\n\nIn addition: also handle texts",
                "python",
                List.of(OWN),
                List.of(new SourceFile("solution.py", "def twice(n):\n    return n * 2\n")),
                List.of()));
    assertThat(services.solved.getFirst().rounds()).isEqualTo(5);
    assertThat(services.solved.getFirst().packages())
        .containsExactly(new PackageName("numpy", "2.1.0"));
    assertThat(services.solved.getFirst().allowed()).isEmpty();
  }

  @Test
  void aTestFileOfTheSameNameTakesThePlaceOfTheOld() throws IOException {
    Path test = Files.writeString(folder.resolve("test_own.py"), "def test_new(): pass\n");

    hone("refine", logged(), "also handle texts", "--tests", test.toString());

    assertThat(services.solved.getFirst().requirement().ownTests())
        .containsExactly(new SourceFile("test_own.py", "def test_new(): pass\n"));
  }

  @Test
  void aRunThatWasStoppedGoesOnFromItsLastCode() {
    String id;
    try (RunLog log = services.runLog()) {
      id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
    }

    hone("refine", id, "also handle texts");

    assertThat(services.solved.getFirst().requirement().existing())
        .containsExactly(new SourceFile("solution.py", "def twice(n):\n    return n + 2\n"));
  }

  @Test
  void theDiffToTheEarlierCodeIsPrintedWhereAskedFor() {
    assertThat(hone("refine", logged(), "also handle texts", "--diff", "--quiet"))
        .isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void whatCannotBeGoneOnFromIsWrongUse() {
    String empty;
    try (RunLog log = services.runLog()) {
      empty = log.begin(Samples.start());
      log.end(empty, Ending.FAILED, "no model");
    }

    assertThat(hone("refine", "nothing", "x").err())
        .isEqualTo("hone: no run has the identifier 'nothing'; hone runs lists them\n");
    assertThat(hone("refine", "nothing", "x").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(hone("refine", empty, "x").err()).contains("has no code to go on from");
    assertThat(hone("refine", empty).err()).contains("hone refine needs ADDITION");
    assertThat(hone("refine", logged(), " ").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  private String logged() {
    try (RunLog log = services.runLog()) {
      String id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
      return id;
    }
  }

  private Outcome hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams = new Streams(InputStream.nullInputStream(), print(out), print(err), false);
    int exit = new Program(Commands.all(services), "hone 0.1.0", false).run(words, streams);
    return new Outcome(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
