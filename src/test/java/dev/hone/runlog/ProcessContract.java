package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a database must keep when several programs write to it and when they are killed.
abstract class ProcessContract {
  private static final Duration LONGEST = Duration.ofMillis(400);

  /// {@return a place with nothing in it, other than those before}
  abstract String place() throws Exception;

  /// {@return the database there}
  abstract Database database(String place);

  /// {@return the log there}
  abstract RunLog open(String place);

  /// {@return the variables by which a program may write there}
  abstract Map<String, String> environment();

  @Test
  void programsThatBeginTogetherLoseNothing() throws Exception {
    String place = place();
    List<Process> writers =
        List.of(
            WritingProcess.start(place, 12, environment()),
            WritingProcess.start(place, 12, environment()),
            WritingProcess.start(place, 12, environment()));

    for (Process writer : writers) {
      List<String> said = writer.inputReader().readAllLines();
      assertThat(said).hasSize(1 + 12 * WritingProcess.ATTEMPTS);
      assertThat(writer.waitFor()).isZero();
    }
    try (RunLog log = open(place)) {
      assertThat(log.runs(100))
          .hasSize(36)
          .extracting(RunSummary::rounds)
          .containsOnly(WritingProcess.ATTEMPTS);
    }
  }

  @Test
  void whatProgramsSaidTheyWroteIsThereHoweverTheyAreKilled() throws Exception {
    kill(20);
  }

  @Test
  @Tag("slow")
  void whatProgramsSaidTheyWroteIsThereHoweverOftenTheyAreKilled() throws Exception {
    kill(200);
  }

  @Test
  void aRunIsTakenUpOnceItsProgramIsKilledAndNotBefore() throws Exception {
    String place = place();
    Process writer = WritingProcess.start(place, 1, environment("wait"));
    try (BufferedReader lines = writer.inputReader();
        RunLog log = open(place)) {
      assertThat(lines.readLine()).isEqualTo("opening");
      String said = lines.readLine();
      String id = said.substring(0, said.indexOf(' '));
      assertThatThrownBy(() -> log.resumable(id)).hasMessageContaining("still goes on");

      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      assertThat(writer.waitFor()).isNotZero();

      Terms terms = new Terms("small-model", "landlock", "0.1.0", 3, List.of());
      assertThat(resumedWithin(Duration.ofSeconds(10), log, id, terms).attempts()).hasSize(1);
      log.attempt(id, WritingProcess.attempt(2));
    } finally {
      writer.destroyForcibly().waitFor();
    }
  }

  // A server sees a moment later than the system that a program is gone.
  private static RunRecord resumedWithin(Duration time, RunLog log, String id, Terms terms) {
    long end = System.nanoTime() + time.toNanos();
    while (true) {
      try {
        return log.resume(id, Samples.STARTED.plusSeconds(60), terms);
      } catch (UsageException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  private Map<String, String> environment(String stop) {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put(WritingProcess.STOP, stop);
    return environment;
  }

  private void kill(int times) throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String place = place();
    Set<String> acknowledged = new HashSet<>();
    int amid = 0;
    for (int i = 0; i < times; i++) {
      if (i % 5 == 4) {
        // the tables themselves are made while it is killed
        place = place();
        acknowledged.clear();
      }
      Set<String> killed = killed(place, Duration.ofNanos(random.nextLong(LONGEST.toNanos())));
      acknowledged.addAll(killed);
      amid += killed.isEmpty() ? 0 : 1;
      check(place, acknowledged, "kill %d of seed %d".formatted(i, seed));
    }
    assertThat(amid).as("programs that were killed while they wrote").isPositive();
  }

  /// {@return what a program said that it wrote before it was killed}
  private Set<String> killed(String place, Duration after) throws Exception {
    Process writer = WritingProcess.start(place, 1_000_000, environment());
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader lines = writer.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("opening");
      // every second one is killed some time after it wrote first, whatever the machine's load
      if (after.toNanos() % 2 == 0) {
        acknowledged.add(lines.readLine());
      }
      long end = System.nanoTime() + after.toNanos();
      while (System.nanoTime() < end) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
      // by its handle, which leaves open what is to be read
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      String rest = String.join("\n", lines.readAllLines());
      // a last line may be cut short: an identifier has sixteen characters, then one digit stands
      rest.lines().filter(line -> line.matches("\\S{16} \\d")).forEach(acknowledged::add);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private void check(String place, Set<String> acknowledged, String when) {
    try (RunLog log = open(place)) {
      Set<String> found = new HashSet<>();
      for (String id : log.identifiers(RunFilter.ALL)) {
        RunRecord run = log.find(id).orElseThrow();
        int attempts = run.attempts().size();
        assertThat(run.attempts())
            .as(when)
            .isEqualTo(
                IntStream.rangeClosed(1, attempts).mapToObj(WritingProcess::attempt).toList());
        assertThat(run.start()).as(when).isEqualTo(Samples.start());
        IntStream.rangeClosed(1, attempts).mapToObj(n -> id + " " + n).forEach(found::add);
      }
      assertThat(found).as(when).containsAll(acknowledged);
      String next = log.begin(Samples.start());
      log.prune(List.of(next), false, Samples.STARTED);
    }
    try (Handle handle = database(place).open()) {
      for (String table :
          List.of(
              "exchange",
              "mending",
              "code_file",
              "test_file",
              "outcome",
              "finding",
              "error",
              "execution")) {
        assertThat(halfWritten(handle, table)).as(when + ": " + table).isZero();
      }
      isWhole(handle);
    }
  }

  /// {@return how many rows belong to an attempt that is not there}
  private static int halfWritten(Handle handle, String table) {
    return handle
        .createQuery(
            """
            select count(*) from %s as detail where detail.attempt > 0 and not exists (
              select 1 from attempt where attempt.run_id = detail.run_id
                and attempt.number = detail.attempt)
            """
                .formatted(table))
        .mapTo(Integer.class)
        .one();
  }

  /// Asks the database itself whether it is damaged.
  void isWhole(Handle handle) {}
}
