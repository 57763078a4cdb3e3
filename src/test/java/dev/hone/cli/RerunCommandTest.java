package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.SolveRequest;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunSettings;
import dev.hone.runlog.Samples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RerunCommandTest {
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
  void theSameIsAskedForAgainOfAnotherModel() {
    RunSettings settings = Samples.start().settings();

    hone("rerun", "261102", "--model", "openai:gpt-4.1", "--quiet");

    SolveRequest request = services.solved.getFirst();
    assertThat(request.requirement().text()).isEqualTo("Halve n, 100% exact");
    assertThat(request.model()).isEqualTo("openai:gpt-4.1");
    assertThat(request.rounds()).isEqualTo(settings.rounds());
    assertThat(request.seed()).isEqualTo(settings.seed());
    assertThat(request.allowed()).isEqualTo(settings.allowed());
    assertThat(request.packages()).hasSize(1);
    assertThat(request.budget())
        .isEqualTo(new Budget(List.of(Bound.tokens(5000), Bound.cost(new BigDecimal("0.01")))));
  }

  @Test
  void bothRunsStandBesideOneAnother() {
    CommandLines.Ended ended = hone("rerun", "261102", "--quiet");

    assertThat(ended)
        .isEqualTo(
            new CommandLines.Ended(
                0, Golden.of("rerun.txt").replace("THEN------------", ids.get(1)), ""));
  }

  @Test
  void aRunWithoutAnEndCanBeMadeAgainToo() {
    assertThat(hone("rerun", "261104", "--json", "--quiet").out())
        .contains("\"ended\" : null", "\"ended\" : \"Solved\"");
  }

  @Test
  void aPrunedRunIsRefused() {
    try (RunLog log = services.runLog()) {
      log.prune(List.of(ids.getFirst()), true, Instant.EPOCH);
    }

    CommandLines.Ended ended = hone("rerun", "261101");

    assertThat(ended.err()).contains("tests that were given with it may have been pruned");
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(services.solved).isEmpty();
  }

  private CommandLines.Ended hone(String... words) {
    return CommandLines.run(services, List.of(words));
  }
}
