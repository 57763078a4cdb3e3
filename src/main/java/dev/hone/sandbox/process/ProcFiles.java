package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what the kernel tells of processes. A process that ended meanwhile is left out.
final class ProcFiles {
  static final long MILLIS_PER_TICK = 10;
  private static final Path PROC = Path.of("/proc");

  private ProcFiles() {}

  /// One line of a process's state.
  ///
  /// @param pid its id
  /// @param parent its parent's id
  /// @param state its state, `Z` for one that ended and was not waited for
  /// @param group its process group
  /// @param session its session
  /// @param ticks processor time of itself and its children that were waited for, in 1/100 s
  /// @param startedAt when it started, in 1/100 s since boot, which tells it from a later one of
  ///   the same id
  /// @param threads how many threads it has
  record Stat(
      long pid,
      long parent,
      char state,
      long group,
      long session,
      long ticks,
      long startedAt,
      long threads) {
    boolean running() {
      return state != 'Z' && state != 'X';
    }
  }

  static List<Stat> stat(long pid) {
    String text = read(PROC.resolve(pid + "/stat"));
    int end = text.lastIndexOf(')');
    if (end < 0) {
      return List.of();
    }
    String[] f = text.substring(end + 2).strip().split(" ", -1);
    long ticks = 0;
    for (int i = 11; i <= 14; i++) {
      ticks += Long.parseLong(f[i]);
    }
    return List.of(
        new Stat(
            pid,
            Long.parseLong(f[1]),
            f[0].charAt(0),
            Long.parseLong(f[2]),
            Long.parseLong(f[3]),
            ticks,
            Long.parseLong(f[19]),
            Long.parseLong(f[17])));
  }

  /// {@return the processor time of a process and its children that were waited for}
  static Duration cpu(long pid) {
    return Duration.ofMillis(stat(pid).stream().mapToLong(Stat::ticks).sum() * MILLIS_PER_TICK);
  }

  /// {@return a process and all its descendants} Reads only their own files where the kernel lists
  /// children, since a look at every process of the machine takes milliseconds.
  static List<Stat> tree(long root) {
    if (!Files.exists(PROC.resolve("self/task/" + ProcessHandle.current().pid() + "/children"))) {
      return treeByParents(root);
    }
    List<Stat> found = new ArrayList<>(stat(root));
    for (int i = 0; i < found.size(); i++) {
      for (long child : children(found.get(i).pid())) {
        found.addAll(stat(child));
      }
    }
    return found;
  }

  static List<Long> children(long pid) {
    List<Long> children = new ArrayList<>();
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(PROC.resolve(pid + "/task"))) {
      for (Path task : tasks) {
        for (String child : read(task.resolve("children")).split("\\s+", -1)) {
          if (!child.isEmpty()) {
            children.add(Long.parseLong(child));
          }
        }
      }
    } catch (IOException e) {
      // It ended: no children.
      return children;
    }
    return children;
  }

  /// {@return the children of a process, those that ended and wait to be buried too}
  static List<Stat> childrenOf(long parent) {
    // A look at all processes, as the kernel's list of children can miss some while others end.
    return all().stream().filter(s -> s.parent() == parent).toList();
  }

  static List<Stat> all() {
    List<Stat> all = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        all.addAll(stat(Long.parseLong(folder.getFileName().toString())));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("could not list the processes in /proc", e);
    }
    return all;
  }

  private static List<Stat> treeByParents(long root) {
    Map<Long, List<Stat>> byParent = new HashMap<>();
    all().forEach(s -> byParent.computeIfAbsent(s.parent(), _ -> new ArrayList<>()).add(s));
    List<Stat> found = new ArrayList<>(stat(root));
    for (int i = 0; i < found.size(); i++) {
      found.addAll(byParent.getOrDefault(found.get(i).pid(), List.of()));
    }
    return found;
  }

  /// {@return a number in a process's status, such as its user id; -1 if not there}
  static long status(long pid, String name) {
    return read(PROC.resolve(pid + "/status"))
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip().split("\\s+", 2)[0])
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(-1);
  }

  /// {@return the process's ids in all namespaces from ours down, each after a tab}
  static String namespaceIds(long pid) {
    return read(PROC.resolve(pid + "/status"))
        .lines()
        .filter(line -> line.startsWith("NSpid:"))
        .map(String::strip)
        .findFirst()
        .orElse("");
  }

  /// {@return where a link leads, or empty text where it cannot be read}
  static String link(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      // Its process has ended, or is another user's.
      return "";
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Processes come and go between listing and reading.
      return "";
    }
  }
}
