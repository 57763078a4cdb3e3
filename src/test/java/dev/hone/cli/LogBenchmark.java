package dev.hone.cli;

import dev.hone.runlog.LargeLog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Times the commands that read the run log on a large one: `LogBenchmark FOLDER ATTEMPTS`.
final class LogBenchmark {
  private static final int TIMES = 5;

  private LogBenchmark() {}

  /// Writes the log, then times each command.
  ///
  /// @param arguments an empty folder, and the number of attempts
  public static void main(String[] arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    int attempts = Integer.parseInt(arguments[1]);
    Path file = Files.createDirectories(home.resolve("data")).resolve("runs.db");
    long start = System.nanoTime();
    String id = LargeLog.write(file, attempts);
    System.out.printf(
        Locale.ROOT,
        "%d attempts, %d MB, written in %.0f s%n",
        attempts,
        Files.size(file) >> 20,
        (System.nanoTime() - start) / 1e9);
    System.out.printf("%-24s %10s %10s %10s%n", "command", "first, ms", "median, ms", "of a core");
    for (List<String> words :
        List.of(
            List.of("runs"),
            List.of("show", id),
            List.of("stats"),
            List.of("stats", "prompts"),
            List.of("stats", "--html", home.resolve("stats.html").toString()))) {
      time(home, words);
    }
  }

  private static void time(Path home, List<String> words) {
    double first = once(home, words).wall();
    List<Taken> times = IntStream.range(0, TIMES).mapToObj(_ -> once(home, words)).toList();
    String name = words.size() > 2 ? words.get(0) + " " + words.get(1) : String.join(" ", words);
    System.out.printf(
        Locale.ROOT,
        "%-24s %10.0f %10.0f %10.0f%n",
        name,
        first,
        median(times, Taken::wall),
        median(times, Taken::core));
  }

  private static double median(List<Taken> times, ToDoubleFunction<Taken> which) {
    return times.stream().mapToDouble(which).sorted().skip(TIMES / 2).findFirst().orElseThrow();
  }

  /// Milliseconds by the clock, and those of one core: what other programs leave is the former.
  private record Taken(double wall, double core) {}

  private static Taken once(Path home, List<String> words) {
    long start = System.nanoTime();
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    CommandLines.Ended ended = CommandLines.run(Map.of("HONE_HOME", home.toString()), words);
    double core = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6;
    double wall = (System.nanoTime() - start) / 1e6;
    if (ended.exit() != ExitCode.OK) {
      throw new IllegalStateException(words + " failed: " + ended.err());
    }
    return new Taken(wall, core);
  }
}
