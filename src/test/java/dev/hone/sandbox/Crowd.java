package dev.hone.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Many jobs at once, and what of the machine they leave taken: `Crowd JOBS MODE`. Prints what is
/// different afterwards, and `done`; ends with 1 if something is.
final class Crowd {
  /// Descriptors that the virtual machine opens by itself meanwhile, two, and the pipes of a
  /// program that is started ahead of its use.
  static final int OPENED_MEANWHILE = 2 + 3;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<Path> GROUPS =
      List.of(Path.of("/sys/fs/cgroup"), Path.of("/sys/fs/cgroup/unified"));

  private Crowd() {}

  /// What a job could leave behind.
  ///
  /// @param descriptors open files of this program
  /// @param groups control groups of this program's jobs
  /// @param mounts mounts of this program
  /// @param files files in the folders for temporary ones
  record Taken(int descriptors, Set<String> groups, long mounts, Set<String> files) {
    static Taken now() throws IOException {
      Set<String> groups = new TreeSet<>();
      for (Path root : GROUPS) {
        groups.addAll(names(root, 2, "hone-" + ProcessHandle.current().pid() + "-"));
      }
      groups.removeIf(Taken::ahead);
      String[] descriptors = new File("/proc/self/fd").list();
      return new Taken(
          descriptors == null ? 0 : descriptors.length,
          groups,
          Files.readAllLines(Path.of("/proc/self/mountinfo")).size(),
          temporary());
    }

    boolean cleared() {
      return groups.isEmpty() && files.isEmpty();
    }

    /// {@return whether a group is one made ahead, whose job is yet to come with its limits}
    private static boolean ahead(String name) {
      return GROUPS.stream()
          .flatMap(root -> Stream.of(root, root.resolve("pids")))
          .map(folder -> folder.resolve(name).resolve("pids.max"))
          .filter(Files::exists)
          .anyMatch(file -> text(file).equals("max\n"));
    }

    private static String text(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        // Removed in between.
        return "";
      }
    }

    /// Names only of what each job has for itself.
    private static Set<String> temporary() throws IOException {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      Set<String> files = new TreeSet<>();
      for (String own :
          names(temporary, 1, "hone-sandbox-" + ProcessHandle.current().pid() + "-")) {
        files.addAll(names(temporary.resolve(own), 1, "status-"));
        files.addAll(names(temporary.resolve(own), 1, "run-"));
      }
      return files;
    }

    private static Set<String> names(Path folder, int depth, String start) throws IOException {
      Set<String> names = new TreeSet<>();
      if (Files.isDirectory(folder)) {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
          paths
              .map(p -> String.valueOf(p.getFileName()))
              .filter(name -> name.startsWith(start))
              .forEach(names::add);
        } catch (UncheckedIOException e) {
          // What others have there may vanish, or be closed to us.
          return names;
        }
      }
      return names;
    }
  }

  /// Runs them and prints.
  ///
  /// @param arguments how many jobs, and the mode
  public static void main(String[] arguments) throws Exception {
    List<String> problems = of(new Sandboxes().named(arguments[1]), Integer.parseInt(arguments[0]));
    problems.forEach(System.out::println);
    System.out.println("done");
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  /// {@return what went wrong or is left over; empty if nothing is}
  static List<String> of(Sandbox sandbox, int jobs) throws Exception {
    Path empty = Files.createTempDirectory("hone-crowd");
    try {
      // The first run opens what stays open for all.
      List<String> problems = new ArrayList<>(all(sandbox, empty, 2));
      Taken before = Taken.now();
      problems.addAll(all(sandbox, empty, jobs));
      Taken after = settled();
      if (after.descriptors() > before.descriptors() + OPENED_MEANWHILE) {
        problems.add(
            "%d descriptors, then %d".formatted(before.descriptors(), after.descriptors()));
      }
      if (!after.cleared()) {
        problems.add("left: " + after.groups() + after.files());
      }
      if (after.mounts() != before.mounts()) {
        problems.add("%d mounts, then %d".formatted(before.mounts(), after.mounts()));
      }
      return problems;
    } finally {
      Files.delete(empty);
    }
  }

  /// What a job held is given back a little after its end.
  static Taken settled() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Taken taken = Taken.now();
    while (!taken.cleared() && System.nanoTime() - start < PATIENCE.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(20);
      taken = Taken.now();
    }
    // Once more, as what was being removed at that moment was held open for it.
    return Taken.now();
  }

  private static List<String> all(Sandbox sandbox, Path empty, int jobs)
      throws InterruptedException, ExecutionException {
    List<String> problems = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        Job job = job(empty, i);
        running.add(threads.submit(() -> problem(sandbox.run(job), job)));
      }
      for (Future<String> each : running) {
        String problem = each.get();
        if (!problem.isEmpty()) {
          problems.add(problem);
        }
      }
    }
    return problems;
  }

  /// Some end by a limit, some fail, most pass.
  private static Job job(Path empty, int number) {
    String script =
        switch (number % 10) {
          case 7 -> "echo %d; exit 3";
          case 8 -> "echo %d; sleep 1000 & exit 0";
          case 9 -> "echo %d; exec yes";
          default -> "echo %d";
        };
    return new Job(
        List.of("/bin/sh", "-c", script.formatted(number)),
        Map.of(),
        empty,
        List.of(),
        "",
        Limits.defaults().withTime(Duration.ofMinutes(2)).withOutput(8 << 10));
  }

  private static String problem(Execution execution, Job job) {
    String script = job.command().getLast();
    String expected = script.split("[ ;]", -1)[1] + "\n";
    boolean right =
        execution.stdout().startsWith(expected)
            && (execution.limit() == Limit.OUTPUT) == script.endsWith("yes")
            && (script.endsWith("yes") || execution.exit() == (script.endsWith("exit 3") ? 3 : 0));
    return right ? "" : script + " came to " + execution;
  }
}
