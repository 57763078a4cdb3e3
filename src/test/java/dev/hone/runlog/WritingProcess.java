package dev.hone.runlog;

import dev.hone.result.Attempt;
import dev.hone.sandbox.Execution;
import dev.hone.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A program of its own that writes runs until it is killed, or as many as asked.
final class WritingProcess {
  /// What each run has.
  static final int ATTEMPTS = 3;

  /// The variable that has it wait after its first attempt until it is killed.
  static final String STOP = "HONE_TEST_WAITS";

  private WritingProcess() {}

  /// Says that it opens the log, then writes runs, each with some attempts, and prints a line after
  /// each attempt: the run's identifier and the attempt's number.
  ///
  /// @param arguments the place of the log, and the number of runs
  public static void main(String[] arguments) {
    System.out.println("opening");
    try (RunLog log = open(arguments[0])) {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        String id = log.begin(Samples.start());
        for (int number = 1; number <= ATTEMPTS; number++) {
          log.attempt(id, attempt(number));
          System.out.println(id + " " + number);
          while (System.getenv(STOP) != null) {
            LockSupport.park();
          }
        }
      }
    }
  }

  /// {@return the attempt of this number as it is written: long enough to be killed amid it}
  static Attempt attempt(int number) {
    Attempt failed = Samples.failed();
    Execution one = Samples.execution(1);
    Execution loud =
        new Execution(
            one.exit(),
            one.signal(),
            one.limit(),
            ("line of output " + number + "\n").repeat(4_000),
            one.stderr(),
            one.truncated(),
            one.wall(),
            one.cpu(),
            one.peakMemoryBytes(),
            one.sandbox());
    Judgement judgement = failed.judgement();
    return new Attempt(
        number,
        number,
        failed.startedAt(),
        failed.exchanges(),
        failed.mendings(),
        failed.code(),
        failed.tests(),
        new Judgement(
            judgement.verdict(),
            judgement.outcomes(),
            judgement.findings(),
            judgement.errors(),
            List.of(one, loud, one)),
        failed.time());
  }

  /// {@return the process, begun}
  ///
  /// @param place a file, or an address
  /// @param runs how many it is to write
  /// @param environment further variables
  static Process start(String place, int runs, Map<String, String> environment) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // it lives for a moment: what the compiler would gain is never seen
    words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.addAll(List.of(WritingProcess.class.getName(), place, Integer.toString(runs)));
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static RunLog open(String place) {
    return place.startsWith("jdbc:")
        ? RunLog.open(new LogPlace.Shared(place), Login.of(System.getenv()))
        : RunLog.open(Path.of(place));
  }
}
