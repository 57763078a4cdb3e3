package dev.hone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.ModelException;
import dev.hone.model.embedded.process.EngineProcesses;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Result;
import dev.hone.runlog.RunLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole of Hone with the real small model, which is fetched into the usual cache where it is
/// not there yet.
class EndToEndIT {
  @TempDir Path data;

  @Test
  void theSmallModelSolvesASmallRequirement() throws Exception {
    Requirement requirement =
        new Requirement(
            "Write a Python function add(a: int, b: int) -> int that returns the sum of a and b."
                + " add(2, 3) == 5",
            "",
            List.of());
    try (Hone hone = Hone.create(environment(), Progress.silent())) {
      Result result = solve(hone, requirement, 3);
      assertThat(result.passed()).isTrue();
      assertThat(result.evidence().basis()).isEqualTo(Basis.GIVEN);
      assertThat(result.usage().completionTokens()).isPositive();
      try (RunLog log = hone.runLog()) {
        assertThat(log.find(result.runId()).orElseThrow().best().orElseThrow().code())
            .isEqualTo(result.best().orElseThrow().code());
      }
    }
  }

  @Test
  void aRunWhoseEngineIsKilledInTheMiddleEndsWithItsAttemptsInTheLog() throws Exception {
    Map<String, String> apart = environment();
    apart.put("HONE_ENGINE_PROCESS", "1");
    Requirement requirement =
        new Requirement(
            "Write a Python function add(a: int, b: int) -> int. add(2, 3) == 5", "", List.of());
    List<String> stages = new CopyOnWriteArrayList<>();
    AtomicBoolean killed = new AtomicBoolean();
    Progress killing =
        event -> {
          if (event instanceof Event.Stage(String text)) {
            stages.add(text);
          } else if (event instanceof Event.ModelText && !killed.getAndSet(true)) {
            EngineProcesses.kill();
          }
        };
    try (Hone hone = Hone.create(apart, killing)) {
      Result result = solve(hone, requirement, 1);

      assertThat(stages).filteredOn(text -> text.contains("engine's process ended")).hasSize(1);
      assertThat(result.attempts()).isNotEmpty();
      try (RunLog log = hone.runLog()) {
        assertThat(log.find(result.runId()).orElseThrow().attempts())
            .extracting(Attempt::code)
            .isEqualTo(result.attempts().stream().map(Attempt::code).toList());
      }
    }
    assertThat(EngineProcesses.running()).isEmpty();
  }

  private static Result solve(Hone hone, Requirement requirement, int rounds)
      throws InterruptedException {
    try {
      return hone.solve(
          new SolveRequest(
              requirement,
              rounds,
              0,
              Duration.ofSeconds(30),
              Set.of(),
              Basis.OWN,
              "small",
              List.of()));
    } catch (ModelException e) {
      Assumptions.abort("the small model cannot be had here: " + e.getMessage());
      throw e;
    }
  }

  // The log goes to a folder of the test where the usual folders count; downloads stay in the
  // cache.
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("XDG_DATA_HOME", data.toString());
    return environment;
  }
}
