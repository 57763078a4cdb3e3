package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Reads and writes the small files of control groups.
final class CgroupFiles {
  private CgroupFiles() {}

  static void write(Path file, String value) throws IOException {
    Files.writeString(file, value, StandardOpenOption.WRITE);
  }

  /// Writes where the kernel offers the file; a limit of second rank.
  static void tryWrite(Path file, String value) {
    try {
      write(file, value);
    } catch (IOException e) {
      // Not offered here, or not to us; the limits of first rank stand without it.
      return;
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      // Gone with its group, or not offered by this kernel.
      return "";
    }
  }

  static long number(Path file) {
    String text = read(file);
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit) ? Long.parseLong(text) : 0;
  }

  /// {@return the number behind a name in a file of lines of a name and a number; 0 if not there}
  static long named(Path file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  static boolean populated(Path procs) {
    return !read(procs).isEmpty();
  }

  /// {@return the processes in a group}
  static List<Long> members(Path procs) {
    return read(procs)
        .lines()
        .map(Long::parseLong)
        // 0 stands for a process of another process-id namespace, which cannot be named from here.
        .filter(pid -> pid > 0)
        .toList();
  }

  static void killAll(Path procs) {
    members(procs).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
  }

  static void remove(Path group) {
    var _ = group.toFile().delete();
  }
}
