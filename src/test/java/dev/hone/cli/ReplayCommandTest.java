package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.RunLog;
import dev.hone.runlog.Samples;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
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
  void anotherVerdictEndsWithOneAndNamesTheTestsThatChanged() {
    CommandLines.Ended ended = hone("replay", "261101");

    assertThat(ended.out()).isEqualTo(Golden.of("replay.txt"));
    assertThat(ended.err())
        .isEqualTo(
            """
            2 attempts judged again in bubblewrap-root: 1 with another verdict
            toolchains, packages, the machine's load and limits other than the time are those of today
            """);
    assertThat(ended.exit()).isEqualTo(ExitCode.NOT_PASSED);
  }

  @Test
  void theFormSaysWhatEveryAttemptCameTo() {
    CommandLines.Ended ended = hone("replay", "261101", "--json");

    assertThat(ended.out().replace(ids.getFirst(), "ID")).isEqualTo(Golden.of("replay.json"));
    assertThat(ended.exit()).isEqualTo(ExitCode.NOT_PASSED);
  }

  @Test
  void theSameVerdictsEndWithZero() {
    CommandLines.Ended ended = hone("replay", "261102");

    assertThat(ended.err())
        .isEqualTo("1 attempt judged again in bubblewrap-root: every verdict is as it was\n");
    assertThat(ended.exit()).isZero();
  }

  @Test
  void whatCannotBeReplayedIsSaid() {
    try (RunLog log = services.runLog()) {
      log.prune(List.of(ids.getFirst()), true, Instant.parse("2026-11-20T00:00:00Z"));
    }

    assertThat(hone("replay", "261103").err())
        .isEqualTo(
            "hone: the run %s has no attempt that could be replayed; hone runs lists the others\n"
                .formatted(ids.get(2)));
    assertThat(hone("replay", "261101"))
        .isEqualTo(
            new CommandLines.Ended(
                ExitCode.USAGE,
                "",
                "hone: the run %s cannot be replayed: its code and tests were pruned on 2026-11-20T00:00:00Z; hone runs lists the others\n"
                    .formatted(ids.getFirst())));
    assertThat(hone("show", "261101").out())
        .contains("attempt 2, round 2: Passed")
        .endsWith(
            "code, tests, prompts, replies and outputs were pruned on 2026-11-20T00:00:00Z\n");
  }

  @Test
  void aVerdictOfAnotherSandboxOrHoneSaysSo() {
    try (RunLog log = services.runLog()) {
      String id = log.begin(LoggedRuns.begun("unshare-user", "0.0.9"));
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.passed());
    }

    assertThat(hone("replay", "261105").err())
        .contains("the run was judged in the sandbox unshare-user\n")
        .contains("the run was judged by Hone 0.0.9, this is 0.1.0\n");
  }

  private CommandLines.Ended hone(String... words) {
    return CommandLines.run(services, List.of(words));
  }
}
