package dev.hone.sandbox.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Files that were deleted while they are open: no look into a folder finds them, and they take
/// their room until they are closed. Those of a process whose memory is closed are seen by root
/// only.
final class UnnamedFiles {
  private static final String DELETED = " (deleted)";

  private UnnamedFiles() {}

  /// {@return the sizes of all that descendants of this process hold of some folders, in bytes}
  ///
  /// @param folders the folders, as the kernel names them
  static long bytes(List<Path> folders) {
    Set<Object> seen = new HashSet<>();
    return ProcFiles.tree(ProcessHandle.current().pid()).stream()
        .filter(each -> each.pid() != ProcessHandle.current().pid())
        .mapToLong(each -> bytesOf(each.pid(), folders, seen))
        .sum();
  }

  private static long bytesOf(long pid, List<Path> folders, Set<Object> seen) {
    long bytes = 0;
    Path held = Path.of("/proc", Long.toString(pid), "fd");
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(held)) {
      for (Path descriptor : descriptors) {
        bytes += bytesOf(descriptor, folders, seen);
      }
    } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
      // It ended, or is closed to this user.
      return bytes;
    }
    return bytes;
  }

  private static long bytesOf(Path descriptor, List<Path> folders, Set<Object> seen) {
    try {
      Path file = Files.readSymbolicLink(descriptor);
      if (!file.toString().endsWith(DELETED) || folders.stream().noneMatch(file::startsWith)) {
        return 0;
      }
      BasicFileAttributes attributes = Files.readAttributes(descriptor, BasicFileAttributes.class);
      // Several processes may hold the same one.
      return seen.add(String.valueOf(attributes.fileKey())) ? attributes.size() : 0;
    } catch (IOException e) {
      // It was closed meanwhile.
      return 0;
    }
  }
}
