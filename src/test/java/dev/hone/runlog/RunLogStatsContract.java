package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.language.LanguageId;
import dev.hone.requirement.RequirementType;
import dev.hone.result.Ending;
import dev.hone.runlog.stats.Cell;
import dev.hone.runlog.stats.Counts;
import dev.hone.runlog.stats.Day;
import dev.hone.runlog.stats.Facts;
import dev.hone.runlog.stats.FailedRun;
import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.LeftOut;
import dev.hone.runlog.stats.Note;
import dev.hone.runlog.stats.PromptFacts;
import dev.hone.runlog.stats.PromptUse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/// What every database must count that a run log is in.
abstract class RunLogStatsContract {
  private static final String PROMPTS = "candidate/write@aaaaaaaaaaaa";

  /// {@return the log, which is empty when a test begins}
  abstract RunLog open();

  /// {@return a connection to the log's own database, with the tables of an earlier version}
  ///
  /// @param schema the number of its last migration
  abstract Handle earlier(int schema) throws Exception;

  @Test
  void runsThatHaveAllInCommonAreOneCell() {
    try (RunLog log = open()) {
      LoggedRun.on(24, 1).writtenTo(log);
      LoggedRun.on(24, 2).passingIn(2).writtenTo(log);

      assertThat(log.facts(Filter.ALL).cells())
          .usingRecursiveComparison()
          .ignoringCollectionOrder()
          .isEqualTo(
              List.of(
                  new Cell(
                      "numeric",
                      "python",
                      "small-model",
                      PROMPTS,
                      "Solved",
                      new Counts(2, 0, 1, 0, 0, 0),
                      List.of(1L, 2L),
                      List.of(110L, 220L))));
    }
  }

  @Test
  void aFailedRunComesWithItsVerdictItsFirstErrorAndItsIdentifier() {
    try (RunLog log = open()) {
      String id = LoggedRun.on(24, 1).failingWith("test_zero failed: off by one").writtenTo(log);

      assertThat(log.facts(Filter.ALL))
          .isEqualTo(
              new Facts(
                  List.of(
                      new Cell(
                          "numeric",
                          "python",
                          "small-model",
                          PROMPTS,
                          "RoundsUsed",
                          new Counts(1, 1, 1, 0, 0, 0),
                          List.of(),
                          List.of())),
                  List.of(new Day(LocalDate.parse("2026-11-24"), 1, 1)),
                  List.of(new Note("numeric", "TestsFailed", 1)),
                  List.of(new Note("numeric", "test_zero failed: off by one", 1)),
                  List.of(new FailedRun("numeric", id, "Write twice(n)")),
                  new LeftOut(0, 0)));
    }
  }

  @Test
  void aRunThatCouldNotGoOnFailedWithoutAType() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.end(id, Ending.FAILED, "the model is gone");

      Facts facts = log.facts(Filter.ALL);
      assertThat(facts.cells())
          .extracting(Cell::type, Cell::prompts)
          .containsExactly(tuple("", ""));
      assertThat(facts.verdicts()).containsExactly(new Note("", "Failed", 1));
    }
  }

  @Test
  void whatAPersonStoppedAndWhatDidNotEndIsNotCounted() {
    try (RunLog log = open()) {
      LoggedRun.on(24, 1).failingWith("x").writtenTo(log, Ending.CANCELLED);
      LoggedRun.on(24, 2).failingWith("x").begunIn(log);
      LoggedRun.on(24, 3).failingWith("x").begunIn(log);

      assertThat(log.facts(Filter.ALL))
          .isEqualTo(
              new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), new LeftOut(1, 2)));
      assertThat(log.promptFacts(Filter.ALL)).isEqualTo(new PromptFacts(List.of(), List.of()));
    }
  }

  @Test
  void onlyTheRunsThatAreAskedForCount() {
    try (RunLog log = open()) {
      LoggedRun.on(2, 1).writtenTo(log);
      LoggedRun.on(9, 1).in(LanguageId.GO).writtenTo(log);
      LoggedRun.on(9, 2).of(RequirementType.PARSING, "Parse it").writtenTo(log);
      Instant since = Instant.parse("2026-11-09T00:01:00Z");

      assertThat(runs(log, new Filter(since, "", ""))).isEqualTo(2);
      assertThat(runs(log, new Filter(since, "python", ""))).isEqualTo(1);
      assertThat(runs(log, new Filter(Instant.EPOCH, "", "numeric"))).isEqualTo(2);
      assertThat(runs(log, new Filter(Instant.EPOCH, "go", "parsing"))).isZero();
    }
  }

  @Test
  void aPersonsWordWinsOverTheVerdictAndOverTheType() {
    try (RunLog log = open()) {
      String passed = LoggedRun.on(24, 1).writtenTo(log);
      String failed = LoggedRun.on(24, 2).failingWith("x").writtenTo(log);
      log.label(passed, new Label(Mark.WRONG, "parsing", Samples.STARTED));
      log.label(failed, new Label(Mark.RIGHT, "", Samples.STARTED));

      Facts facts = log.facts(Filter.ALL);
      assertThat(facts.cells())
          .extracting(Cell::type, Cell::counts)
          .containsExactlyInAnyOrder(
              tuple("parsing", new Counts(1, 1, 1, 1, 1, 0)),
              tuple("numeric", new Counts(1, 0, 1, 1, 0, 1)));
      assertThat(facts.verdicts()).containsExactly(new Note("parsing", "Passed", 1));
      assertThat(facts.examples())
          .containsExactly(new FailedRun("parsing", passed, "Write twice(n)"));
      assertThat(runs(log, new Filter(Instant.EPOCH, "", "parsing"))).isEqualTo(1);
    }
  }

  @Test
  void theLatestThreeFailedRunsOfATypeAreItsExamples() {
    try (RunLog log = open()) {
      List<String> ids =
          List.of(4, 1, 3, 2).stream()
              .map(minute -> LoggedRun.on(24, minute).failingWith("x").writtenTo(log))
              .toList();

      assertThat(log.facts(Filter.ALL).examples())
          .extracting(FailedRun::runId)
          .containsExactly(ids.get(0), ids.get(2), ids.get(3));
    }
  }

  @Test
  void promptsAreCountedOnceForEachRunWhateverTheRounds() {
    try (RunLog log = open()) {
      String id = LoggedRun.on(24, 1).failingWith("x").writtenTo(log);
      LoggedRun.on(24, 2).passingIn(3).writtenTo(log);

      LoggedRun.on(24, 3).writtenTo(log);

      PromptFacts facts = log.promptFacts(Filter.ALL);
      assertThat(sums(facts, PromptUse::runs))
          .isEqualTo(Map.of("candidate/write", 3, "suite/examples", 3, "repair/wrong", 2));
      assertThat(sums(facts, PromptUse::failed))
          .isEqualTo(Map.of("candidate/write", 1, "suite/examples", 1, "repair/wrong", 1));
      assertThat(facts.failures())
          .containsExactlyInAnyOrder(
              new PromptFacts.Failure("candidate/write", "aaaaaaaaaaaa", "numeric", id),
              new PromptFacts.Failure("suite/examples", LoggedRun.TESTS, "numeric", id),
              new PromptFacts.Failure("repair/wrong", "bbbbbbbbbbbb", "numeric", id));
    }
  }

  @Test
  void aRunThatWentOnCountsByWhatItCameToInTheEnd() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.end(id, Samples.missed(id));
      log.resume(
          id,
          Samples.STARTED.plusSeconds(9),
          new Terms("small-model", "bubblewrap-root", "0.1.0", 2, List.of()));

      assertThat(log.facts(Filter.ALL).leftOut()).isEqualTo(new LeftOut(0, 1));
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
      assertThat(log.facts(Filter.ALL).cells())
          .containsExactly(
              new Cell(
                  "numeric",
                  "python",
                  "small-model",
                  "code/write@0123456789ab",
                  "Solved",
                  new Counts(1, 0, 1, 0, 0, 0),
                  List.of(2L),
                  List.of(450L)));
      assertThat(log.promptFacts(Filter.ALL).uses())
          .extracting(PromptUse::name)
          .containsExactly("code/write", "plan/write", "repair/write");
    }
  }

  @Test
  void runsOfAnEarlierVersionCountWhetherTheyEndedBeforeOrAfterTheLogWasBroughtToThisOne()
      throws Exception {
    try (Handle old = earlier(12)) {
      EarlierRun.begin(old, "261124-000100-aa");
      EarlierRun.end(old, "261124-000100-aa", "Solved");
      EarlierRun.begin(old, "261124-000200-bb");
      EarlierRun.begin(old, "261124-000300-cc");
      try (RunLog log = open()) {
        EarlierRun.end(old, "261124-000200-bb", "RoundsUsed");

        Facts facts = log.facts(Filter.ALL);
        assertThat(facts.cells())
            .containsExactlyInAnyOrder(
                new Cell(
                    "numeric",
                    "python",
                    "small-model",
                    PROMPTS,
                    "Solved",
                    new Counts(1, 0, 0, 0, 0, 0),
                    List.of(1L),
                    List.of(110L)),
                new Cell(
                    "numeric",
                    "python",
                    "small-model",
                    PROMPTS,
                    "RoundsUsed",
                    new Counts(1, 1, 1, 0, 0, 0),
                    List.of(),
                    List.of()));
        assertThat(facts.verdicts()).containsExactly(new Note("numeric", "TestsFailed", 1));
        assertThat(facts.leftOut()).isEqualTo(new LeftOut(0, 1));
        assertThat(log.promptFacts(Filter.ALL).uses())
            .containsExactlyInAnyOrder(
                use("candidate/write", "aaaaaaaaaaaa", 1, 0),
                use("candidate/write", "aaaaaaaaaaaa", 1, 1));
      }
    }
  }

  @Test
  void aMarkIsKeptReplacedAndTakenAway() {
    try (RunLog log = open()) {
      String id = LoggedRun.on(24, 1).writtenTo(log);
      Label first = new Label(Mark.RIGHT, "", Samples.STARTED);
      Label second = new Label(Mark.WRONG, "parsing", Samples.STARTED.plusSeconds(1));

      assertThat(log.label(id)).isEmpty();
      log.label(id, first);
      assertThat(log.label(id)).contains(first);
      log.label(id, second);
      assertThat(log.label(id)).contains(second);
      log.removeLabel(id);
      assertThat(log.label(id)).isEmpty();
      assertThatThrownBy(() -> log.label("nothing", first))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no run has the identifier nothing");
    }
  }

  private static int runs(RunLog log, Filter filter) {
    return log.facts(filter).cells().stream().mapToInt(cell -> cell.counts().runs()).sum();
  }

  private static Map<String, Integer> sums(PromptFacts facts, ToIntFunction<PromptUse> number) {
    return facts.uses().stream()
        .collect(Collectors.groupingBy(PromptUse::name, Collectors.summingInt(number)));
  }

  private static PromptUse use(String name, String hash, int runs, int failed) {
    LocalDate last = LocalDate.parse("2026-11-24");
    return new PromptUse(name, hash, "numeric", "python", "small-model", runs, failed, last);
  }
}
