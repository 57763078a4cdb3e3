package dev.hone.cli;

import dev.hone.runlog.LargeLog;
import dev.hone.runlog.LogPlace;
import dev.hone.runlog.Login;
import dev.hone.runlog.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Times the commands that read the run log on a large one, in SQLite and, where there is one, on a
/// PostgreSQL server: `LogBenchmark FOLDER ATTEMPTS RESULTS`.
final class LogBenchmark {
  private static final int TIMES = 5;

  private final Path home;
  private final int attempts;
  private final List<String> results = new ArrayList<>();

  private LogBenchmark(Path home, int attempts) {
    this.home = home;
    this.attempts = attempts;
  }

  /// Writes the logs, then times each command on each.
  ///
  /// @param arguments an empty folder, the number of attempts, and the file to write
  public static void main(String[] arguments) throws Exception {
    LogBenchmark benchmark =
        new LogBenchmark(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    benchmark.sqlite();
    Optional<PostgresServer> server = PostgresServer.found();
    if (server.isPresent()) {
      benchmark.postgres(server.orElseThrow());
    } else {
      System.out.println("no PostgreSQL here: SQLite alone was measured");
    }
    System.out.printf(Locale.ROOT, "load of the last minute: %.1f%n", load());
    Files.writeString(
        Path.of(arguments[2]),
        benchmark.results.stream().collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n")));
  }

  private void sqlite() throws IOException {
    Path file = Files.createDirectories(home.resolve("data")).resolve("runs.db");
    long start = System.nanoTime();
    String id = LargeLog.write(file, attempts);
    long bytes = Files.size(file);
    time(new Log("SQLite", bytes >> 20, (System.nanoTime() - start) / 1e9, Map.of(), id));
  }

  private void postgres(PostgresServer server) throws Exception {
    String address = server.database();
    long start = System.nanoTime();
    String id =
        LargeLog.write(new LogPlace.Shared(address), Login.of(server.environment()), attempts);
    // which a server does by itself in a log that grows more slowly
    server.execute(address.substring(address.lastIndexOf('/') + 1), "vacuum analyze");
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, String> environment = new HashMap<>(server.environment());
    environment.put("HONE_LOG", address);
    time(new Log("PostgreSQL", server.bytes(address) >> 20, seconds, environment, id));
  }

  /// A log to be read.
  private record Log(
      String database,
      long megabytes,
      double seconds,
      Map<String, String> environment,
      String id) {}

  private void time(Log log) {
    System.out.printf(
        Locale.ROOT,
        "%s: %d attempts, %d MB, written in %.0f s%n",
        log.database(),
        attempts,
        log.megabytes(),
        log.seconds());
    System.out.printf("%-24s %10s %10s %10s%n", "command", "first, ms", "median, ms", "of a core");
    for (List<String> words :
        List.of(
            List.of("runs"),
            List.of("show", log.id()),
            List.of("stats"),
            List.of("stats", "prompts"),
            List.of("stats", "--html", home.resolve("stats.html").toString()))) {
      time(log, words);
    }
  }

  private void time(Log log, List<String> words) {
    double first = once(log, words).wall();
    List<Taken> times = IntStream.range(0, TIMES).mapToObj(_ -> once(log, words)).toList();
    String name =
        words.getFirst().equals("show")
            ? "show"
            : words.stream().limit(2).collect(Collectors.joining(" "));
    double wall = median(times, Taken::wall);
    double core = median(times, Taken::core);
    System.out.printf(Locale.ROOT, "%-24s %10.0f %10.0f %10.0f%n", name, first, wall, core);
    results.add(
        "{\"database\": \"%s\", \"attempts\": %d, \"megabytes\": %d, \"command\": \"%s\", "
                .formatted(log.database(), attempts, log.megabytes(), name)
            + String.format(
                Locale.ROOT,
                "\"first_ms\": %.1f, \"median_ms\": %.1f, \"core_median_ms\": %.1f, \"times\": %d, \"load\": %.1f}",
                first,
                wall,
                core,
                TIMES,
                load()));
  }

  /// {@return programs at work, the mean of the last minute; negative where it is not known}
  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static double median(List<Taken> times, ToDoubleFunction<Taken> which) {
    return times.stream().mapToDouble(which).sorted().skip(TIMES / 2).findFirst().orElseThrow();
  }

  /// Milliseconds by the clock, and those of one core in this program: what other programs leave is
  /// the former. A server is another program.
  private record Taken(double wall, double core) {}

  private Taken once(Log log, List<String> words) {
    Map<String, String> environment = new HashMap<>(log.environment());
    environment.put("HONE_HOME", home.toString());
    long start = System.nanoTime();
    long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    CommandLines.Ended ended = CommandLines.run(environment, words);
    double core = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e6;
    double wall = (System.nanoTime() - start) / 1e6;
    if (ended.exit() != ExitCode.OK) {
      throw new IllegalStateException(words + " failed: " + ended.err());
    }
    return new Taken(wall, core);
  }
}
