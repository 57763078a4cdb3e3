package dev.hone.sandbox.process;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Memory of the kernel's that no process holds: what was sent through sockets and not yet read.
///
/// @param proc the folder of processes
record SocketMemory(Path proc) {
  /// What one local socket can hold, in bytes: twice what Linux lets a program ask for, as it does
  /// the sums. A machine whose owner lets them hold more is not looked at more closely.
  static final long MOST_UNREAD = 2 * 212_992;

  /// What one internet socket can hold, in bytes, as Linux sets it by itself: 4 MiB to send and 6
  /// received.
  static final long MOST_QUEUED = 10L << 20;

  private static final List<String> COUNTS = List.of("net/sockstat", "net/sockstat6");
  private static final List<String> INTERNET =
      List.of("net/tcp", "net/tcp6", "net/udp", "net/udp6");
  private static final Pattern IN_USE = Pattern.compile("(?:TCP|UDP)6?: inuse (\\d+)");
  private static final int QUEUES = 4;

  /// {@return what the sockets of a tree hold, in bytes} Of internet sockets, where the tree has a
  /// network of its own and many of them, as the kernel tells it; elsewhere it has none. Of local
  /// ones the kernel tells nothing, so they count with the most that they can hold, once that alone
  /// is over the limit on memory, and else not at all.
  ///
  /// @param tree processes that share a network
  /// @param limit the limit on memory, in bytes
  long bytes(List<ProcFiles.Stat> tree, long limit) {
    if (tree.isEmpty()) {
      return 0;
    }
    // Not the first, which may stand outside and wait for the rest.
    Path last = proc.resolve(Long.toString(tree.getLast().pid()));
    boolean own = !network(last).equals(network(proc.resolve("self")));
    long queued = own ? queued(last, limit) : 0;
    long local = MOST_UNREAD * (own ? entries(last, "net/unix").count() : open(tree, limit));
    return queued + (local > limit ? local : 0);
  }

  /// {@return what internet sockets hold; 0 where they are so few that all of it is within the
  /// limit} To list them the kernel goes through those of all networks, which takes some
  /// milliseconds.
  private long queued(Path process, long limit) {
    long sockets =
        COUNTS.stream()
            .flatMap(name -> IN_USE.matcher(ProcFiles.read(process.resolve(name))).results())
            .mapToLong(match -> Long.parseLong(match.group(1)))
            .sum();
    return sockets * MOST_QUEUED > limit
        ? INTERNET.stream().flatMap(name -> entries(process, name)).mapToLong(this::queued).sum()
        : 0;
  }

  /// {@return how many sockets are open, counted once; 0 where there are too few files for it to
  /// matter, as looking at each takes time}
  private long open(List<ProcFiles.Stat> tree, long limit) {
    List<Path> files =
        tree.stream()
            .map(each -> proc.resolve(Long.toString(each.pid())).resolve("fd"))
            .flatMap(SocketMemory::names)
            .toList();
    return MOST_UNREAD * files.size() > limit
        ? files.stream()
            .map(ProcFiles::link)
            .filter(link -> link.startsWith("socket:"))
            .distinct()
            .count()
        : 0;
  }

  private static Stream<Path> names(Path folder) {
    String[] names = folder.toFile().list();
    return Stream.of(names == null ? new String[0] : names).map(folder::resolve);
  }

  private static String network(Path process) {
    return ProcFiles.link(process.resolve("ns/net"));
  }

  /// {@return the lines behind the heading}
  private static Stream<String> entries(Path process, String name) {
    return ProcFiles.read(process.resolve(name)).lines().skip(1);
  }

  /// {@return the bytes in both queues of a socket, which the line gives as `sent:received`}
  private long queued(String line) {
    String[] fields = line.strip().split("\\s+", QUEUES + 2);
    if (fields.length <= QUEUES) {
      return 0;
    }
    return Stream.of(fields[QUEUES].split(":", -1)).mapToLong(hex -> Long.parseLong(hex, 16)).sum();
  }
}
