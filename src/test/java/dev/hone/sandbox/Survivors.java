package dev.hone.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs programs that try to outlive their limit, and counts what is left of them: `Survivors RUNS
/// MODE…`, in each mode that works for who runs it, or in those named. Prints a line for each mode.
final class Survivors {
  private static final Duration WALL = Duration.ofMillis(250);

  /// Shell scripts. Each process of theirs has the mark on its command line or in its environment.
  private static final List<String> PROGRAMS =
      List.of(
          // doubles
          "f() { f & f & wait; }; f; sleep 60",
          // doubles through pipes
          "f() { f | f & }; f; sleep 60",
          // a daemon that has left the session and takes no signal but one, with the output open
          "trap '' TERM INT HUP; setsid sh -c 'trap \"\" TERM INT HUP; while :; do sleep 1; done'"
              + " \"$0\" & sleep 60",
          // a chain of daemons, each of which ends as soon as it has started the next
          "export LINK='setsid sh -c \"$LINK\" \"$0\" & exit'; sh -c \"$LINK\" \"$0\"; sleep 60",
          // many daemons, and a first process that ends by itself
          "for i in 1 2 3 4 5 6 7 8; do setsid sh -c 'sleep 60; :' \"$0\" >/dev/null 2>&1 & done",
          // each starts its followers in groups and sessions of their own
          "f() { setsid sh -c \"$BOMB\" \"$0\" & setsid sh -c \"$BOMB\" \"$0\" & };"
              + " export BOMB='setsid sh -c \"$BOMB\" \"$0\" & setsid sh -c \"$BOMB\" \"$0\" & wait';"
              + " f; sleep 60");

  /// What some runs in one mode showed.
  ///
  /// @param mode the mode
  /// @param runs how many there were
  /// @param survivors processes that were there after the call returned
  /// @param slowest the longest from the limit on time to the tree's end
  /// @param median the usual time
  record Outcome(String mode, int runs, int survivors, Duration slowest, Duration median) {
    String json() {
      return String.format(
          Locale.ROOT,
          "{\"mode\": \"%s\", \"runs\": %d, \"survivors\": %d, \"slowest_ms\": %.1f,"
              + " \"median_ms\": %.1f}",
          mode,
          runs,
          survivors,
          slowest.toNanos() / 1e6,
          median.toNanos() / 1e6);
    }
  }

  private Survivors() {}

  /// Runs and prints; ends with 1 if there is a survivor.
  ///
  /// @param arguments how many runs, and the modes; without one, all that work
  public static void main(String[] arguments) throws Exception {
    Sandboxes sandboxes = new Sandboxes();
    List<String> modes = List.of(arguments).subList(1, arguments.length);
    if (modes.isEmpty()) {
      modes = sandboxes.probe().stream().filter(ProbeResult::works).map(ProbeResult::mode).toList();
    }
    boolean clean = true;
    for (String mode : modes) {
      Outcome outcome = of(sandboxes.named(mode), Integer.parseInt(arguments[0]));
      System.out.println(outcome.json());
      clean &= outcome.survivors() == 0;
    }
    System.exit(clean ? 0 : 1);
  }

  static Outcome of(Sandbox sandbox, int runs) throws InterruptedException, IOException {
    Path empty = Files.createTempDirectory("hone-survivors");
    try {
      int survivors = 0;
      List<Duration> late = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        String mark = "hone-mark-%d-%d".formatted(ProcessHandle.current().pid(), i);
        Execution execution = sandbox.run(job(empty, PROGRAMS.get(i % PROGRAMS.size()), mark));
        survivors += alive(mark);
        if (execution.limit() == Limit.WALL) {
          late.add(execution.wall().minus(WALL));
        }
      }
      late.sort(null);
      Duration slowest = late.isEmpty() ? Duration.ZERO : late.getLast();
      Duration median = late.isEmpty() ? Duration.ZERO : late.get(late.size() / 2);
      return new Outcome(sandbox.mode(), runs, survivors, slowest, median);
    } finally {
      Files.delete(empty);
    }
  }

  private static Job job(Path empty, String program, String mark) {
    return new Job(
        List.of("/bin/sh", "-c", program, mark),
        Map.of("MARK", mark),
        empty,
        List.of(),
        "",
        Limits.defaults().withWall(WALL));
  }

  /// Read from `/proc` itself: what Java lists leaves out command lines that it cannot parse.
  private static int alive(String mark) throws IOException {
    int count = 0;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : processes) {
        boolean marked =
            text(process, "cmdline").contains(mark + "\0")
                || text(process, "environ").contains("MARK=" + mark + "\0");
        if (marked && !state(process).startsWith("Z")) {
          count++;
        }
      }
    }
    return count;
  }

  private static String state(Path process) {
    String stat = text(process, "stat");
    return stat.isEmpty() ? "Z" : stat.substring(stat.lastIndexOf(')') + 2);
  }

  private static String text(Path process, String file) {
    try {
      return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It ended, or it is not ours to read.
      return "";
    }
  }
}
