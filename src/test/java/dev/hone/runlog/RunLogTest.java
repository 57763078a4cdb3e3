package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
  @TempDir Path folder;

  @Test
  void aRunIsReadBackAsItWasWritten() {
    String id;
    try (RunLog log = RunLog.open(file())) {
      id = log.begin(Samples.start());
      log.planned(id, Samples.planning());
      log.attempt(id, Samples.failed());
      log.attempt(id, Samples.passed());
      log.end(id, Samples.result(id));
    }
    var result = Samples.result(id);
    try (RunLog log = RunLog.open(file())) {
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
    try (RunLog log = RunLog.open(file())) {
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
    try (RunLog log = RunLog.open(file())) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      assertThat(log.runs(1)).extracting(RunSummary::ended).containsExactly("");
      assertThat(log.find(id).orElseThrow().end()).isEqualTo(new RunEnd.Unfinished());
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
  }

  @Test
  void aRunThatCouldNotGoOnKeepsItsReason() {
    try (RunLog log = RunLog.open(file())) {
      String id = log.begin(Samples.start());
      log.end(id, Ending.FAILED, "the model is gone");

      assertThat(log.find(id).orElseThrow().end())
          .isEqualTo(new RunEnd.Stopped(Ending.FAILED, "the model is gone"));
    }
  }

  @Test
  void theNewestRunComesFirst() {
    try (RunLog log = RunLog.open(file())) {
      List<String> ids =
          List.of(
              log.begin(Samples.start()), log.begin(Samples.start()), log.begin(Samples.start()));

      assertThat(log.runs(10)).extracting(RunSummary::runId).isEqualTo(ids.reversed());
      assertThat(log.runs(2)).extracting(RunSummary::runId).isEqualTo(ids.reversed().subList(0, 2));
    }
  }

  @Test
  void theBeginningOfAnIdentifierFindsTheOnlyRunThatHasIt() {
    try (RunLog log = RunLog.open(file())) {
      String id = log.begin(Samples.start());

      assertThat(log.find(id.substring(0, 6)).map(RunRecord::id)).contains(id);
      assertThat(log.find("%")).isEmpty();
      assertThat(log.find("")).isEmpty();
    }
  }

  @Test
  void aBeginningThatSeveralRunsHaveIsRefused() {
    try (RunLog log = RunLog.open(file())) {
      assertThat(log.begin(Samples.start())).isNotEqualTo(log.begin(Samples.start()));

      assertThatThrownBy(() -> log.find("261123"))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("2 runs begin with '261123'")
          .hasMessageContaining("type more of the identifier");
    }
  }

  @Test
  void aRoundIsWrittenWholeOrNotAtAll() {
    try (RunLog log = RunLog.open(file())) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());

      assertThatThrownBy(() -> log.attempt(id, Samples.failed()))
          .isInstanceOf(RunLogException.class);
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
  }

  @Test
  void whatTheRunsOfADaySpentIsAddedUp() {
    try (RunLog log = RunLog.open(file())) {
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
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
    Files.writeString(file(), "These are somebody's notes and certainly no database.\n".repeat(90));
    String before = Files.readString(file());

    assertThatThrownBy(() -> RunLog.open(file()))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining(file().toString())
        .hasMessageContaining("move it away");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void aFolderThatCannotBeMadeIsWrongUse() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> RunLog.open(notAFolder.resolve("runs.db")))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("set HONE_HOME");
  }

  private Path file() {
    return folder.resolve("runs.db");
  }
}
