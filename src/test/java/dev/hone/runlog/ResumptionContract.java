package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What every database must do for a run that goes on after it was killed or had ended.
abstract class ResumptionContract {
  private static final Instant LATER = Samples.STARTED.plus(Duration.ofDays(1));
  private static final Terms TERMS =
      new Terms("large-model", "landlock", "0.2.0", 2, List.of("tokens 9000"));

  /// {@return the log, which is empty when a test begins}
  abstract RunLog open();

  @Test
  void aRunThatEndedGoesOnWithWhatItHas() {
    try (RunLog log = open()) {
      String id = missed(log);
      RunRecord before = log.find(id).orElseThrow();

      assertThat(log.resumable(id)).isEqualTo(before);
      assertThat(log.resume(id, LATER, TERMS)).isEqualTo(before);

      RunRecord going = log.find(id).orElseThrow();
      assertThat(going.end()).isEqualTo(new RunEnd.Unfinished());
      assertThat(going.attempts()).isEqualTo(before.attempts());
      assertThat(going.start()).isEqualTo(before.start());
      assertThat(going.lastModel()).isEqualTo("large-model");
      assertThat(going.resumptions())
          .containsExactly(
              new Resumption(
                  LATER,
                  TERMS,
                  new Standing(
                      1, "RoundsUsed", Samples.missed(id).usage(), Samples.missed(id).time())));
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
      assertThat(log.runs(1)).extracting(RunSummary::ended).containsExactly("Solved");
    }
  }

  @Test
  void whatARunSpentThatWasKilledTwiceIsAddedUp() {
    String id;
    try (RunLog log = open()) {
      id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
    }
    try (RunLog log = open()) {
      Standing killed = log.resume(id, LATER, TERMS).standing();
      assertThat(killed)
          .isEqualTo(
              new Standing(
                  1,
                  "",
                  Usage.of(Samples.planning().exchanges().getFirst().reply())
                      .plus(Usage.of(Samples.failed().exchanges().getFirst().reply())),
                  Duration.ofMillis(1_000 + 4_210)));
      log.attempt(id, at(LATER.plusSeconds(2)));
    }
    try (RunLog log = open()) {
      Standing again = log.resumable(id).standing();
      assertThat(again.attempts()).isEqualTo(2);
      assertThat(again.spent().calls()).isEqualTo(3);
      assertThat(again.spent().promptTokens()).isEqualTo(360);
      assertThat(again.time()).isEqualTo(Duration.ofMillis(5_210 + 2_000 + 3_000));
    }
  }

  @Test
  void aRunThatIsAtWorkIsNotTakenUp() {
    try (RunLog log = open();
        RunLog other = open()) {
      String id = log.begin(Samples.start());

      assertThatThrownBy(() -> other.resumable(id))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "the run %s still goes on in another hone; wait for its end, or stop that one first"
                  .formatted(id));
      assertThatThrownBy(() -> log.resume(id, LATER, TERMS)).hasMessageContaining("still goes on");
      assertThat(log.find(id).orElseThrow().resumptions()).isEmpty();
      log.end(id, Ending.FAILED, "the model is gone");
      assertThat(other.resume(id, LATER, TERMS).end())
          .isEqualTo(new RunEnd.Stopped(Ending.FAILED, "the model is gone"));
      assertThatThrownBy(() -> log.resumable(id)).hasMessageContaining("still goes on");
    }
  }

  @Test
  void ofSeveralThatTakeUpARunAtOnceOneDoes() throws Exception {
    String id;
    try (RunLog log = open()) {
      id = missed(log);
    }
    List<RunLog> logs = List.of(open(), open(), open(), open());
    List<Callable<Boolean>> takers =
        logs.stream().<Callable<Boolean>>map(log -> () -> isTaken(log, id)).toList();
    int taken = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(takers)) {
        taken += one.get() ? 1 : 0;
      }
    }
    logs.forEach(RunLog::close);

    assertThat(taken).isEqualTo(1);
    try (RunLog log = open()) {
      assertThat(log.find(id).orElseThrow().resumptions()).hasSize(1);
    }
  }

  private static boolean isTaken(RunLog log, String id) {
    try {
      return log.resume(id, LATER, TERMS).id().equals(id);
    } catch (UsageException _) {
      return false;
    }
  }

  @Test
  void aRunThatPassedIsRefusedAndTheMessageSaysWhatToType() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));

      assertThatThrownBy(() -> log.resume(id, LATER, TERMS))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("hone refine " + id);
      assertThat(log.find(id).orElseThrow().end()).isInstanceOf(RunEnd.Finished.class);
    }
  }

  @Test
  void aRunWhoseCodeWasPrunedIsRefused() {
    try (RunLog log = open()) {
      String id = missed(log);
      log.prune(List.of(id), true, LATER);

      assertThatThrownBy(() -> log.resumable(id))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("were pruned on");
    }
  }

  @Test
  void aRunThatNobodyHasIsRefused() {
    try (RunLog log = open()) {
      assertThatThrownBy(() -> log.resumable("261123"))
          .isInstanceOf(UsageException.class)
          .hasMessage("no run has the identifier '261123'; hone runs lists them");
    }
  }

  @Test
  void aRunThatGoesOnIsNotPrunedThoughItBeganLongAgo() {
    try (RunLog log = open()) {
      String id = missed(log);
      Pruning old = new Pruning(new Pruning.Old.Beyond(0), false, LATER.minusSeconds(60));
      assertThat(log.prunable(old).runs()).containsExactly(id);

      RunRecord _ = log.resume(id, LATER, TERMS);

      assertThat(log.prunable(old)).isEqualTo(new Prunable(List.of(), 0, 1, 1));
      log.end(id, Ending.FAILED, "");
      log.prune(List.of(id), false, LATER);
      assertThat(log.find(id)).isEmpty();
    }
  }

  @Test
  void whatARunSpendsThatGoesOnCountsForTheDayAtWhichItDoes() {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());
      log.end(id, Samples.missed(id));
      RunRecord _ = log.resume(id, LATER, TERMS);
      log.attempt(id, at(LATER));

      assertThat(log.spentSince(LATER.minusSeconds(1))).isEqualTo(spending(150, "0.000123"));
      assertThat(log.spentSince(Samples.STARTED).tokens()).isEqualTo(300 + 150);
      log.end(id, Samples.result(id));
      assertThat(log.spentSince(LATER.minusSeconds(1)).tokens()).isEqualTo(450 - 300);
      assertThat(log.spentSince(LATER.plusSeconds(1)).tokens()).isZero();
    }
  }

  private static Spending spending(long tokens, String dollars) {
    return new Spending(tokens, new BigDecimal(dollars).setScale(9));
  }

  private static String missed(RunLog log) {
    String id = log.begin(Samples.start());
    log.planned(id, Samples.planning());
    log.attempt(id, Samples.failed());
    log.end(id, Samples.missed(id));
    return id;
  }

  /// {@return a second attempt that took three seconds}
  private static Attempt at(Instant time) {
    Attempt second = Samples.passed();
    return new Attempt(
        2,
        2,
        time,
        second.exchanges(),
        second.mendings(),
        second.code(),
        second.tests(),
        second.judgement(),
        second.time());
  }
}
