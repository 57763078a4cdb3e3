package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.SourceFile;
import dev.hone.requirement.Requirement;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every database must do that a run log is in.
abstract class RunLogContract {
  /// {@return the log, which is empty when a test begins}
  abstract RunLog open();

  @Test
  void aRunIsReadBackAsItWasWritten() {
    String id;
    try (RunLog log = open()) {
      id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
    }
    var result = Samples.result(id);
    try (RunLog log = open()) {
      assertThat(log.find(id))
          .contains(
              new RunRecord(
                  id,
                  Samples.start(),
                  Samples.planning(),
                  List.of(Samples.failed(), Samples.passed()),
                  new RunEnd.Finished(
                      Ending.SOLVED,
                      true,
                      2,
                      result.evidence(),
                      result.usage(),
                      result.time(),
                      Failure.NONE)));
      assertThat(log.runs(10))
          .containsExactly(
              new RunSummary(
                  id,
                  Samples.STARTED,
                  Samples.start().requirement().text(),
                  "python",
                  "numeric",
                  "small-model",
                  true,
                  "Passed",
                  "Solved",
                  2));
    }
  }

  @Test
  void aRunThatDidNotPassKeepsTheClassOfItsMiss() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.end(id, Samples.missed(id));

      assertThat(log.find(id).orElseThrow().end())
          .isInstanceOfSatisfying(
              RunEnd.Finished.class,
              end -> assertThat(end.failure()).isEqualTo(Failure.WRONG_ANSWER));
    }
  }

  @Test
  void aRunThatWasNotEndedIsListedAsUnfinished() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      assertThat(log.runs(1)).extracting(RunSummary::ended).containsExactly("");
      assertThat(log.find(id).orElseThrow().end()).isEqualTo(new RunEnd.Unfinished());
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
  }

  @Test
  void aRunThatCouldNotGoOnKeepsItsReason() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.end(id, Ending.FAILED, "the model is gone");

      assertThat(log.find(id).orElseThrow().end())
          .isEqualTo(new RunEnd.Stopped(Ending.FAILED, "the model is gone"));
    }
  }

  @Test
  void theNewestRunComesFirst() {
    try (RunLog log = open()) {
      List<String> ids =
          List.of(
              log.begin(Samples.start()), log.begin(Samples.start()), log.begin(Samples.start()));

      assertThat(log.runs(10)).extracting(RunSummary::runId).isEqualTo(ids.reversed());
      assertThat(log.runs(2)).extracting(RunSummary::runId).isEqualTo(ids.reversed().subList(0, 2));
    }
  }

  @Test
  void theBeginningOfAnIdentifierFindsTheOnlyRunThatHasIt() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());

      assertThat(log.find(id.substring(0, 6)).map(RunRecord::id)).contains(id);
      assertThat(log.find("%")).isEmpty();
      assertThat(log.find("")).isEmpty();
    }
  }

  @Test
  void aBeginningThatSeveralRunsHaveIsRefused() {
    try (RunLog log = open()) {
      assertThat(log.begin(Samples.start())).isNotEqualTo(log.begin(Samples.start()));

      assertThatThrownBy(() -> log.find("261123"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("2 runs begin with '261123'")
          .hasMessageContaining("type more of the identifier");
    }
  }

  @Test
  void aRoundIsWrittenWholeOrNotAtAll() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      assertThatThrownBy(() -> log.attempt(id, Samples.failed()))
          .isInstanceOf(RunLogException.class);
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
  }

  @Test
  void whatTheRunsOfADaySpentIsAddedUp() {
    try (RunLog log = open()) {
      assertThat(log.spentSince(Samples.STARTED)).isEqualTo(spending(0, "0"));

      String ended = log.begin(Samples.start());
      log.attempt(ended, Samples.failed());
      log.end(ended, Samples.result(ended));
      String killed = log.begin(Samples.start());
      log.attempt(killed, Samples.failed());
      String stopped = log.begin(Samples.start());
      log.end(stopped, Ending.FAILED, "the model is gone");

      assertThat(log.spentSince(Samples.STARTED)).isEqualTo(spending(600, "0.000492"));
      assertThat(log.spentSince(Samples.STARTED.plusMillis(1))).isEqualTo(spending(0, "0"));
    }
  }

  private static Spending spending(long tokens, String dollars) {
    return new Spending(tokens, new BigDecimal(dollars).setScale(9));
  }

  @Test
  void aRunOfTheSameSecondNeverTakesThePlaceOfAnother() {
    try (RunLog log = open()) {
      // there are 961 identifiers for each second: some of these meet
      List<String> ids = IntStream.range(0, 120).mapToObj(_ -> log.begin(Samples.start())).toList();

      assertThat(ids).doesNotHaveDuplicates();
      assertThat(log.status().counts().runs()).isEqualTo(120);
    }
  }

  @Test
  void wordsAreFoundInCapitalsAndSmallLetters() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      assertThat(log.identifiers(filter("WRITE TWICE"))).containsExactly(id);
      assertThat(log.identifiers(filter("Assert 2 =="))).containsExactly(id);
      assertThat(log.identifiers(filter("Write_twice"))).isEmpty();
      assertThat(log.identifiers(filter("100%"))).isEmpty();
    }
  }

  @Test
  void aListGoesOnBehindTheRunThatWasSeenLast() {
    try (RunLog log = open()) {
      List<String> ids =
          List.of(
              log.begin(Samples.start()), log.begin(Samples.start()), log.begin(Samples.start()));

      assertThat(log.runs(RunFilter.ALL, new Page(5, 0, ids.get(1))))
          .extracting(RunSummary::runId)
          .containsExactly(ids.get(0));
      assertThat(log.runs(RunFilter.ALL, new Page(1, 1, "")))
          .extracting(RunSummary::runId)
          .containsExactly(ids.get(1));
    }
  }

  @Test
  void aRunWithFilesThatItWasGivenIsPrunedWithThem() {
    try (RunLog log = open()) {
      String id = log.begin(withFiles());
      log.attempt(id, Samples.failed());
      log.end(id, Ending.FAILED, "the model is gone");
      assertThat(log.find(id).orElseThrow().start()).isEqualTo(withFiles());

      log.prune(List.of(id), true, Samples.STARTED);
      assertThat(log.find(id).orElseThrow().start().requirement().existing()).isEmpty();
      assertThat(log.prunedAt(id)).contains(Samples.STARTED);

      log.prune(List.of(id), false, Samples.STARTED);
      assertThat(log.find(id)).isEmpty();
    }
  }

  @Test
  void whatWouldBePrunedIsSaidBefore() {
    try (RunLog log = open()) {
      String old = log.begin(Samples.start());
      String running = log.begin(Samples.start());
      log.end(old, Ending.FAILED, "");

      assertThat(
              log.prunable(
                  new Pruning(new Pruning.Old.Beyond(0), false, Samples.STARTED.minusSeconds(1))))
          .isEqualTo(new Prunable(List.of(old), 0, 2, 1));
      assertThat(
              log.prunable(
                  new Pruning(
                      new Pruning.Old.Before(Samples.STARTED.plusSeconds(1)),
                      false,
                      Samples.STARTED.plusSeconds(1))))
          .isEqualTo(new Prunable(List.of(running, old), 0, 2, 0));
    }
  }

  @Test
  void theStatusCountsWhatThereIs() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      LogStatus status = log.status();
      assertThat(status.counts()).isEqualTo(new LogStatus.Counts(1, 0, 1, 0, 0, 1, 1));
      assertThat(status.schema()).isEqualTo(Database.SCHEMA);
      assertThat(status.bytes()).isPositive();
      assertThat(status.unfinished()).extracting(RunSummary::runId).containsExactly(id);
    }
  }

  @Test
  void severalThatOpenALogAtOnceAllWriteToIt() throws Exception {
    writeAtOnce();
  }

  /// Has several threads open the log and write to it.
  final void writeAtOnce() throws Exception {
    List<Callable<String>> writers =
        Collections.nCopies(
            4,
            () -> {
              try (RunLog log = open()) {
                String id = log.begin(Samples.start());
                log.attempt(id, Samples.failed());
                return id;
              }
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        RunLog log = open()) {
      for (Future<String> id : threads.invokeAll(writers)) {
        assertThat(log.find(id.get()).orElseThrow().attempts()).containsExactly(Samples.failed());
      }
    }
  }

  private static RunFilter filter(String words) {
    return new RunFilter(
        RunFilter.Passing.ANY, "", "", Set.of(), "", Instant.EPOCH, List.of(words));
  }

  private static RunStart withFiles() {
    RunStart start = Samples.start();
    return new RunStart(
        start.startedAt(),
        new Requirement(
            "Make it faster",
            "python",
            List.of(),
            List.of(new SourceFile("twice.py", "def twice(n):\n    return n + n\n")),
            List.of(new SourceFile("rates.py", "RATE = 2\n"))),
        start.model(),
        start.sandbox(),
        start.honeVersion(),
        start.settings());
  }
}
