package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunSummary;
import dev.hone.runlog.Samples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PruneCommandTest {
  @TempDir Path folder;
  private List<String> ids = List.of();
  private boolean terminal;
  private String answer = "";

  @BeforeEach
  void fourRuns() {
    try (RunLog log = log()) {
      ids = LoggedRuns.four(log);
    }
  }

  @Test
  void whatWouldGoIsSaidAndNothingIsDeletedWithoutConsent() {
    CommandLines.Ended ended = hone("prune", "--older-than", "2026-11-03");

    assertThat(ended.out())
        .isEqualTo(
            "to be deleted for good: 2 of 4 runs (%s to %s), with 3 attempts\n"
                .formatted(ids.get(0), ids.get(1)));
    assertThat(ended.err())
        .isEqualTo("hone: nothing was deleted; add --yes where no terminal can be asked\n");
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(left()).isEqualTo(ids.reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "n\n", "", "yes, perhaps\n"})
  void anythingButYesAtTheTerminalKeepsTheRuns(String typed) {
    terminal = true;
    answer = typed;

    CommandLines.Ended ended = hone("prune", "--keep", "1");

    assertThat(ended.err()).isEqualTo("Delete? [y/N] ");
    assertThat(ended.out()).endsWith("nothing was deleted\n");
    assertThat(ended.exit()).isEqualTo(ExitCode.NOT_PASSED);
    assertThat(left()).isEqualTo(ids.reversed());
  }

  @Test
  void aYesAtTheTerminalDeletes() {
    terminal = true;
    answer = "Y\n";

    assertThat(hone("prune", "--keep", "1").exit()).isZero();
    assertThat(left()).containsExactly(ids.getLast());
  }

  @Test
  void oldRunsGoWithAllThatBelongsToThem() {
    CommandLines.Ended ended = hone("prune", "--older-than", "2026-11-03", "--yes");

    assertThat(ended.out()).contains("\ndone; the log has ").contains(" now, it had ");
    assertThat(ended.exit()).isZero();
    assertThat(left()).containsExactly(ids.get(3), ids.get(2));
    try (RunLog log = log()) {
      assertThat(log.status().counts().attempts()).isZero();
      assertThat(log.status().counts().exchanges()).isZero();
    }
  }

  @Test
  void withoutItsCodeARunKeepsItsVerdictsAndCounts() {
    assertThat(hone("prune", "--keep", "3", "--code-only", "--yes").out())
        .startsWith(
            "to be deleted for good: code, tests, prompts, replies and outputs of 1 of 4 runs (%s), with 2 attempts\n"
                .formatted(ids.getFirst()));

    String shown = hone("show", "261101", "--json").out();
    assertThat(shown)
        .contains("\"verdict\" : \"TestsFailed\"", "\"test_zero: assert 2 == 0\"")
        .contains("\"code\" : [ ]", "\"messages\" : [ ]", "\"reply\" : \"\"")
        .doesNotContain("return n");
    assertThat(hone("prune", "--keep", "3", "--code-only", "--yes").out())
        .isEqualTo("no run of 4 is old enough\n");
    assertThat(hone("stats").out()).startsWith("3 runs");
  }

  @Test
  void aRunThatMayStillGoOnIsKept() {
    String running;
    try (RunLog log = log()) {
      running = log.begin(LoggedRuns.start(Instant.now().toString(), "Now", "small-model"));
      log.attempt(running, Samples.failed());
    }

    CommandLines.Ended ended = hone("prune", "--keep", "0", "--yes");

    assertThat(ended.err()).isEqualTo("1 unfinished of the last day may still go on and is kept\n");
    assertThat(left()).containsExactly(running);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          prune | takes one of --older-than 90d and --keep 1000
          prune --yes | takes one of --older-than 90d and --keep 1000
          prune --older-than 90d --keep 3 | takes one of --older-than 90d and --keep 1000
          prune --older-than soon --yes | --older-than takes a day such as 2026-11-01, or a number of days such as 30d, not 'soon'
          prune --keep -1 --yes | --keep takes a number from 0
          prune --keep all --yes | --keep takes a whole number, not 'all'
          log | hone log needs status
          log state | hone log takes the word status, not 'state'
          """)
  void wrongUseDeletesNothing(String words, String message) {
    CommandLines.Ended ended = hone(words.split(" ", -1));

    assertThat(ended.err()).startsWith("hone: ").contains(message);
    assertThat(ended.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(left()).isEqualTo(ids.reversed());
  }

  @Test
  void theStatusOfTheLogIsPrinted() {
    assertThat(plain(hone("log", "status").out())).isEqualTo(Golden.of("log-status.txt"));
    assertThat(plain(hone("log", "status", "--json").out()))
        .isEqualTo(Golden.of("log-status.json"));
  }

  @Test
  void anEmptyLogHasAStatusToo() {
    hone("prune", "--keep", "0", "--yes");

    assertThat(hone("log", "status").out())
        .contains("runs       0, 0 passed, 0 marked by a person, 0 without their code\n")
        .endsWith("unfinished none\n");
    assertThat(hone("log", "status", "--json").out()).contains("\"oldest\" : null");
  }

  private String plain(String text) {
    String plain =
        text.replace(folder.toString(), "FOLDER")
            .replaceFirst("size       .*", "size       SIZE")
            .replaceFirst("\"bytes\" : \\d+", "\"bytes\" : 0");
    for (int i = 0; i < ids.size(); i++) {
      plain = plain.replace(ids.get(i), "RUN-" + i);
    }
    return plain;
  }

  private List<String> left() {
    try (RunLog log = log()) {
      return log.runs(100).stream().map(RunSummary::runId).toList();
    }
  }

  private RunLog log() {
    return RunLog.open(folder.resolve("data").resolve("runs.db"));
  }

  private CommandLines.Ended hone(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Services services = new HoneServices(Map.of("HONE_HOME", folder.toString()));
    Streams streams =
        new Streams(
            new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
            print(out),
            print(err),
            terminal);
    int exit = new Program(Commands.all(services), "test", false).run(words, streams);
    return new CommandLines.Ended(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
