package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.ResumeRequest;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.Samples;
import dev.hone.runlog.Terms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeCommandTest {
  @TempDir Path folder;
  private ScriptedServices services;
  private List<String> ids = List.of();

  @BeforeEach
  void fourRuns() {
    services = new ScriptedServices(folder);
    try (RunLog log = services.runLog()) {
      ids = LoggedRuns.four(log);
    }
  }

  @Test
  void aRunThatWasKilledGoesOnAndItsCodeIsPrinted() {
    CommandLines.Ended ended = hone("resume", "261104", "--quiet");

    assertThat(ended).isEqualTo(new CommandLines.Ended(0, "def twice(n):\n    return n * 2\n", ""));
    assertThat(services.resumed).containsExactly(new ResumeRequest("261104", 3, "", Budget.NONE));
  }

  @Test
  void roundsModelAndBudgetAreThoseThatWereTyped() {
    hone("resume", "261102", "--rounds", "7", "--model", "openai:x", "--max-tokens", "9000");

    assertThat(services.resumed)
        .containsExactly(
            new ResumeRequest("261102", 7, "openai:x", new Budget(List.of(Bound.tokens(9000)))));
  }

  @Test
  void theResultIsPrintedInTheFormsOfSolve() {
    assertThat(hone("resume", "261103", "--json", "--quiet").out())
        .contains("\"runId\" : \"" + ids.get(2) + "\"", "\"ended\" : \"Solved\"");
    String out = folder.resolve("out").toString();
    assertThat(hone("resume", "261103", "--out", out, "--quiet").out()).contains("solution.py");
    assertThat(folder.resolve("out").resolve("solution.py")).exists();
    hone("resume", "261103", "--out", out, "--project", "--quiet");
    assertThat(folder.resolve("out").resolve("README.md")).exists();
  }

  @Test
  void aRunThatPassedIsRefused() {
    CommandLines.Ended ended = hone("resume", "261101");

    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("passed").contains("hone refine " + ids.getFirst());
  }

  @Test
  void aRunThatNobodyHasAndABeginningOfSeveralAreRefused() {
    assertThat(hone("resume", "270101").err()).contains("no run has the identifier '270101'");
    assertThat(hone("resume", "2611").err()).contains("4 runs begin with '2611'");
    assertThat(hone("resume", "2611").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(hone("resume").exit()).isEqualTo(ExitCode.USAGE);
    assertThat(hone("resume", "261104", "--rounds", "21").exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aRunThatIsAtWorkIsRefused() {
    try (RunLog log = services.runLog()) {
      RunRecord _ =
          log.resume(ids.get(3), Instant.EPOCH, new Terms("m", "landlock", "1", 1, List.of()));

      assertThat(hone("resume", "261104").err()).contains("still goes on in another hone");
    }
  }

  @Test
  void aRunThatWentOnShowsWhen() {
    try (RunLog log = services.runLog()) {
      RunRecord _ =
          log.resume(
              ids.get(1),
              Instant.parse("2026-11-09T10:00:00Z"),
              new Terms("large-model", "landlock", "0.2.0", 2, List.of("tokens 9000")));
      log.attempt(ids.get(1), Samples.passed());
      log.end(ids.get(1), Samples.result(ids.get(1)));
    }

    assertThat(hone("show", "261102").out())
        .contains("2026-11-09T10:00:00Z after attempt 1 (RoundsUsed), with large-model");
    assertThat(hone("show", "261102", "--json").out()).contains(Golden.of("resumptions.json"));
  }

  @Test
  void theHelpSaysWhatItTakes() {
    assertThat(hone("resume", "--help").out()).isEqualTo(Golden.of("help-resume.txt"));
  }

  private CommandLines.Ended hone(String... words) {
    return CommandLines.run(services, List.of(words));
  }
}
