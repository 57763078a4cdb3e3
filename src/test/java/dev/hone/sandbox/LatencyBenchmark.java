package dev.hone.sandbox;

import dev.hone.sandbox.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Times a command that does nothing: bare, in `bwrap` alone, and in each mode of this user with
/// the helper in C, without it, and in a box that was opened before, in turns: `LatencyBenchmark
/// RUNS OUT`. What a mode adds is its time less that of the bare command; the ratio is its time to
/// that of `bwrap` alone.
final class LatencyBenchmark {
  private static final String BARE = "bare command";
  private static final String BWRAP = "bwrap alone";
  private static final List<String> NOTHING = List.of("/bin/true");

  /// By then what the run before left to do afterwards is done, which would take a core from this:
  /// the Java launcher is started ahead of its next use.
  private static final long REST_MILLIS = 200;

  private final Map<String, Prepared> kinds = new LinkedHashMap<>();
  private final Map<String, List<Double>> times = new LinkedHashMap<>();

  @FunctionalInterface
  private interface Timed {
    int run() throws IOException, InterruptedException;
  }

  /// What is done before the time begins.
  @FunctionalInterface
  private interface Prepared {
    Timed made() throws InterruptedException;
  }

  private record Row(
      String kind, double least, double median, double addsLeast, double addsMedian) {
    String shown(double bwrap) {
      return String.format(
          Locale.ROOT,
          "%-34s min %7.2f ms  median %7.2f ms  adds %7.2f and %7.2f ms  %5.2f of bwrap",
          kind,
          least,
          median,
          addsLeast,
          addsMedian,
          median / bwrap);
    }

    String json(double bwrap) {
      return String.format(
          Locale.ROOT,
          "  {\"kind\": \"%s\", \"min_ms\": %.2f, \"median_ms\": %.2f, \"adds_min_ms\": %.2f,"
              + " \"adds_median_ms\": %.2f, \"median_of_bwrap\": %.2f}",
          kind,
          least,
          median,
          addsLeast,
          addsMedian,
          median / bwrap);
    }
  }

  private LatencyBenchmark(Path empty) {
    kinds.put(BARE, () -> () -> plain(NOTHING));
    List<String> bwrap = new ArrayList<>(List.of(Tools.path("bwrap"), "--unshare-all"));
    bwrap.addAll(List.of("--die-with-parent", "--ro-bind", "/", "/", "--proc", "/proc"));
    bwrap.addAll(List.of("--dev", "/dev", "--"));
    bwrap.addAll(NOTHING);
    kinds.put(BWRAP, () -> () -> plain(bwrap));
    Job job = new Job(NOTHING, Map.of(), empty, List.of(), "", Limits.defaults());
    add(new Sandboxes(), "", job);
    add(Sandboxes.withoutHelper(), " without helper", job);
  }

  /// Prints a line for each kind and writes them all as JSON.
  ///
  /// @param arguments the number of runs, and the file to write
  public static void main(String[] arguments) throws Exception {
    Path empty = Files.createTempDirectory("hone-latency");
    try {
      LatencyBenchmark benchmark = new LatencyBenchmark(empty);
      benchmark.measure(Integer.parseInt(arguments[0]));
      double bwrap = median(benchmark.times(BWRAP));
      List<Row> rows = benchmark.rows();
      rows.forEach(row -> System.out.println(row.shown(bwrap)));
      Files.writeString(
          Path.of(arguments[1]),
          rows.stream()
              .map(row -> row.json(bwrap))
              .collect(Collectors.joining(",\n", "[\n", "\n]")));
    } finally {
      Files.delete(empty);
    }
  }

  private void add(Sandboxes sandboxes, String with, Job job) {
    for (ProbeResult result : sandboxes.probe()) {
      if (result.works()) {
        Sandbox sandbox = sandboxes.named(result.mode());
        kinds.put(result.mode() + with, () -> () -> sandbox.run(job).exit());
        if (opensAhead(sandbox, job)) {
          kinds.put(
              result.mode() + " from the pool",
              () -> {
                ReadyBox box = sandbox.ready(job).orElseThrow();
                return () -> box.run(job).orElseThrow().exit();
              });
        }
      }
    }
  }

  private static boolean opensAhead(Sandbox sandbox, Job job) {
    try {
      Optional<ReadyBox> box = sandbox.ready(job);
      box.ifPresent(ReadyBox::close);
      return box.isPresent();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this", e);
    }
  }

  private void measure(int runs) throws IOException, InterruptedException {
    // The first runs fill caches and compile Hone's own code; they do not count.
    for (int i = -Math.max(5, runs / 10); i < runs; i++) {
      for (var kind : kinds.entrySet()) {
        Timed timed = kind.getValue().made();
        Thread.sleep(REST_MILLIS);
        long start = System.nanoTime();
        int exit = timed.run();
        double millis = (System.nanoTime() - start) / 1e6;
        if (exit != 0) {
          throw new IllegalStateException(kind.getKey() + " ended with " + exit);
        }
        if (i >= 0) {
          times.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>()).add(millis);
        }
      }
    }
  }

  private static int plain(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    return builder.start().waitFor();
  }

  private List<Row> rows() {
    double least = least(times(BARE));
    double median = median(times(BARE));
    return times.entrySet().stream()
        .map(
            entry -> {
              double ownLeast = least(entry.getValue());
              double ownMedian = median(entry.getValue());
              return new Row(
                  entry.getKey(), ownLeast, ownMedian, ownLeast - least, ownMedian - median);
            })
        .toList();
  }

  private List<Double> times(String kind) {
    return times.getOrDefault(kind, List.of());
  }

  private static double least(List<Double> millis) {
    return millis.stream().mapToDouble(x -> x).min().orElseThrow();
  }

  private static double median(List<Double> millis) {
    return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElseThrow();
  }
}
