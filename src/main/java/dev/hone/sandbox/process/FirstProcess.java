package dev.hone.sandbox.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Finds the first process of a container among those of the machine, by a word in its arguments
/// that no other has. Safe for use by several threads.
public final class FirstProcess {
  private final String word;
  private final int uid;
  private volatile long found;

  /// Makes a finder.
  ///
  /// @param word the word
  /// @param uid the user id that it has on the machine, so that no other user can pass one off
  public FirstProcess(String word, int uid) {
    this.word = word;
    this.uid = uid;
  }

  /// {@return its id, once it is there; the same from then on}
  OptionalLong id() {
    if (found == 0) {
      ProcFiles.all().stream().filter(this::isIt).findFirst().ifPresent(s -> found = s.pid());
    }
    return found == 0 ? OptionalLong.empty() : OptionalLong.of(found);
  }

  /// {@return a process through which its file system can be seen: itself, or its first child where
  /// it is closed to its own user, as one is that Hone's helper has become}
  OptionalLong window() {
    OptionalLong id = id();
    if (id.isEmpty() || Files.isReadable(Path.of("/proc", Long.toString(found), "root"))) {
      return id;
    }
    return ProcFiles.children(found).stream().mapToLong(child -> child).findFirst();
  }

  /// {@return whether it was found and has ended}
  boolean gone() {
    return found != 0 && !runs(found);
  }

  /// {@return whether it was found and runs}
  boolean runs() {
    return found != 0 && runs(found);
  }

  private boolean isIt(ProcFiles.Stat stat) {
    return stat.running()
        && ProcFiles.read(Path.of("/proc", Long.toString(stat.pid()), "cmdline")).contains(word)
        && isFirst(stat.pid())
        && ProcFiles.status(stat.pid(), "Uid") == uid;
  }

  private static boolean runs(long pid) {
    return ProcFiles.stat(pid).stream().anyMatch(ProcFiles.Stat::running) && isFirst(pid);
  }

  private static boolean isFirst(long pid) {
    return ProcFiles.namespaceIds(pid).endsWith("\t1");
  }
}
