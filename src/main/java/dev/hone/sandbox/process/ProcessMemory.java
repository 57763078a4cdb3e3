package dev.hone.sandbox.process;

import java.nio.file.Path;
import java.util.List;

/// What the kernel tells of one process's memory and open files. Of a process that ended meanwhile
/// it tells 0.
///
/// @param proc the folder of processes
record ProcessMemory(Path proc) {
  /// The folders of a box whose files are memory, as its processes see them.
  private static final List<String> IN_MEMORY = List.of("/box/", "/tmp/", "/dev/shm/");

  /// {@return the processes of this machine}
  static ProcessMemory ofMachine() {
    return new ProcessMemory(Path.of("/proc"));
  }

  /// {@return memory that is only this process's or shared with its kin: no pages of files on a
  /// disk}
  long bytes(long pid) {
    return ProcFiles.read(file(pid, "status"))
        .lines()
        .filter(line -> line.startsWith("RssAnon:") || line.startsWith("RssShmem:"))
        .mapToLong(ProcessMemory::bytes)
        .sum();
  }

  /// {@return the process's share of that memory, where pages of several are divided among them; 0
  /// where the kernel does not tell}
  long shareBytes(long pid) {
    return ProcFiles.read(file(pid, "smaps_rollup"))
        .lines()
        .filter(line -> line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:"))
        .mapToLong(ProcessMemory::bytes)
        .sum();
  }

  /// {@return the process's share of mapped files that are in the box's own file systems in memory,
  /// which count there already}
  long mappedBytes(long pid) {
    long bytes = 0;
    long share = 0;
    boolean counts = false;
    for (String line : ProcFiles.read(file(pid, "smaps")).split("\n", -1)) {
      if (isMapping(line)) {
        counts = IN_MEMORY.stream().anyMatch(folder -> line.contains(" " + folder));
      } else if (counts && line.startsWith("Pss:")) {
        share = bytes(line);
      } else if (counts && line.startsWith("Anonymous:")) {
        // Copies that the process wrote for itself are memory beside the file.
        bytes += Math.max(0, share - bytes(line));
      }
    }
    return bytes;
  }

  /// {@return how many files it has open}
  int openFiles(long pid) {
    String[] names = file(pid, "fd").toFile().list();
    return names == null ? 0 : names.length;
  }

  private Path file(long pid, String name) {
    return proc.resolve(Long.toString(pid)).resolve(name);
  }

  /// The lines between begin with the name of a field, which a colon ends.
  private static boolean isMapping(String line) {
    int blank = line.indexOf(' ');
    return blank > 0 && line.charAt(blank - 1) != ':';
  }

  private static long bytes(String line) {
    long kilobytes = 0;
    for (int i = line.indexOf(':') + 1; i < line.length(); i++) {
      int digit = line.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        kilobytes = 10 * kilobytes + digit;
      }
    }
    return kilobytes * 1024;
  }
}
