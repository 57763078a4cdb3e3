package dev.hone.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Programs that take memory without end, one for each kind, and how far they get: `Hogs RUNS`
/// prints a line for each mode that works here, with control groups and without, and each kind.
final class Hogs {
  static final Limits LIMITS =
      Limits.defaults()
          .withTime(Duration.ofSeconds(30))
          .withMemory(512L << 20)
          .withDisk(1L << 30)
          .withFileSize(1L << 30);

  private static final long PIECE_BYTES = 2L << 20;

  /// Prints a dot for each piece it has.
  private static final String HOG =
      """
      import ctypes, mmap, os, sys
      PIECE = 2 << 20
      def dot():
          os.write(1, b".")
      def fill(m):
          for at in range(0, len(m), PIECE):
              m[at:at + PIECE] = b"x" * PIECE
              dot()
      """;

  private Hogs() {}

  /// {@return the programs, by the kind of memory they take}
  static Map<String, String> programs() {
    Map<String, String> programs = new LinkedHashMap<>();
    programs.put(
        "private",
        HOG + "fill(mmap.mmap(-1, 900 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS))");
    programs.put("shared", HOG + "fill(mmap.mmap(-1, 2 << 30))");
    programs.put(
        "many processes",
        HOG
            + """
            for i in range(16):
                if os.fork() == 0:
                    m = mmap.mmap(-1, 128 << 20)
                    fill(m)
                    os.read(os.pipe()[0], 1)
            for i in range(16): os.wait()
            """);
    programs.put(
        "tmpfs",
        HOG
            + """
            try:
                file = open('/tmp/f', 'wb', 0)
            except PermissionError:
                sys.exit(1)
            for i in range(500):
                file.write(b'x' * PIECE)
                dot()
            """);
    programs.put(
        "memfd",
        HOG
            + """
            while True:
                file = os.memfd_create('hog')
                for i in range(7):
                    os.write(file, b'x' * PIECE)
                    dot()
            """);
    programs.put(
        "System V",
        HOG
            + """
            libc = ctypes.CDLL(None, use_errno=True)
            libc.shmat.restype = ctypes.c_void_p
            while True:
                key = libc.shmget(0, 16 << 20, 0o1600)
                if key < 0: sys.exit(1)
                at = libc.shmat(key, None, 0)
                for i in range(0, 16 << 20, PIECE):
                    ctypes.memset(at + i, 120, PIECE)
                    dot()
            """);
    return programs;
  }

  /// {@return what it took, in bytes, as it counted itself}
  static long taken(Execution execution) {
    return execution.stdout().length() * PIECE_BYTES;
  }

  /// {@return a job that runs a program}
  ///
  /// @param folder a folder to write it to
  static Job job(Path folder, String program, Limits limits, String... arguments)
      throws IOException {
    Files.writeString(folder.resolve("program.py"), program);
    String words = "exec /usr/bin/python3 -I -S program.py " + String.join(" ", arguments);
    return new Job(List.of("/bin/sh", "-c", words), Map.of(), folder, List.of(), "", limits);
  }

  /// Prints how far over the limit each came: by its own count, and as it was seen.
  ///
  /// @param arguments how many runs of each
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("hone-hogs");
    try {
      print(new Sandboxes(), "", folder, Integer.parseInt(arguments[0]));
      print(Sandboxes.withoutGroups(), ", no groups", folder, Integer.parseInt(arguments[0]));
    } finally {
      Files.deleteIfExists(folder.resolve("program.py"));
      Files.delete(folder);
    }
    System.exit(0);
  }

  private static void print(Sandboxes sandboxes, String with, Path folder, int runs)
      throws InterruptedException, IOException {
    for (ProbeResult result : sandboxes.probe()) {
      if (!result.works()) {
        continue;
      }
      Sandbox sandbox = sandboxes.named(result.mode());
      for (var program : programs().entrySet()) {
        List<Execution> executions = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
          executions.add(sandbox.run(job(folder, program.getValue(), LIMITS)));
        }
        System.out.println(line(result.mode() + with, program.getKey(), executions));
      }
    }
  }

  private static String line(String mode, String kind, List<Execution> executions) {
    long held = executions.stream().filter(e -> e.limit() == Limit.MEMORY).count();
    long most = executions.stream().mapToLong(Hogs::taken).max().orElse(0);
    long peak = executions.stream().mapToLong(Execution::peakMemoryBytes).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "{\"mode\": \"%s\", \"kind\": \"%s\", \"runs\": %d, \"held\": %d, \"refused\": %d,"
            + " \"over_by_own_count\": %.3f, \"over_as_seen\": %.3f}",
        mode,
        kind,
        executions.size(),
        held,
        executions.stream().filter(e -> e.limit() == Limit.NONE && taken(e) == 0).count(),
        over(most),
        over(peak));
  }

  private static double over(long bytes) {
    return Math.max(0, (double) bytes / LIMITS.memoryBytes() - 1);
  }
}
