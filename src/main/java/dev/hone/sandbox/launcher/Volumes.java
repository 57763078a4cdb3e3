package dev.hone.sandbox.launcher;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the kernel says of file systems, and folders held open in them. Java asks neither for a
/// number of files nor for a folder that stays when its mount point goes. Safe for use by several
/// threads.
public final class Volumes {
  private static final long O_CLOEXEC = 0x80000;
  private static final long O_PATH = 0x200000;
  private static final int PATH_BYTES = 4096;
  private static final int STATFS_BYTES = 120;

  private @Nullable Calls calls;

  /// Makes nothing yet.
  public Volumes() {}

  /// The room in a file system.
  ///
  /// @param bytes its size
  /// @param freeBytes what is left of it
  /// @param inodes how many files and folders it can hold; 0 where they are not counted
  /// @param freeInodes what is left of these
  public record Space(long bytes, long freeBytes, long inodes, long freeInodes) {
    /// {@return the bytes in use}
    public long usedBytes() {
      return bytes - freeBytes;
    }

    /// {@return the files and folders that are there}
    public long usedInodes() {
      return inodes - freeInodes;
    }
  }

  /// A folder held open: it and its file system stay until this is closed, with or without a mount
  /// point.
  public final class Held implements AutoCloseable {
    private final long descriptor;

    private Held(long descriptor) {
      this.descriptor = descriptor;
    }

    /// {@return a path that leads to the folder while it is held}
    public Path path() {
      // The last part makes it the folder and not the link to it.
      return Path.of("/proc/self/fd", Long.toString(descriptor), ".");
    }

    /// {@return the room in its file system, or empty if the kernel does not tell}
    public Optional<Space> space() {
      return Volumes.this.space(descriptor);
    }

    @Override
    public void close() {
      release(descriptor);
    }
  }

  private record Calls(Kernel kernel, MemorySegment path, MemorySegment room) {}

  /// {@return a folder held open, or empty if it is not there or may not be passed}
  ///
  /// @param folder the folder; links in its path are followed
  public synchronized Optional<Held> hold(Path folder) {
    Calls ready = calls();
    // The slash has the kernel refuse what is no folder.
    byte[] name = (folder + "/").getBytes(StandardCharsets.ISO_8859_1);
    if (name.length >= PATH_BYTES) {
      return Optional.empty();
    }
    MemorySegment.copy(name, 0, ready.path(), ValueLayout.JAVA_BYTE, 0, name.length);
    ready.path().set(ValueLayout.JAVA_BYTE, name.length, (byte) 0);
    long descriptor =
        ready
            .kernel()
            .call(
                SystemCall.OPENAT, Kernel.AT_FDCWD, ready.path().address(), O_PATH | O_CLOEXEC, 0);
    return descriptor < 0 ? Optional.empty() : Optional.of(new Held(descriptor));
  }

  private synchronized Optional<Space> space(long descriptor) {
    Calls ready = calls();
    MemorySegment room = ready.room();
    if (ready.kernel().call(SystemCall.FSTATFS, descriptor, room.address(), 0, 0) < 0) {
      return Optional.empty();
    }
    long block = room.get(ValueLayout.JAVA_LONG, 8);
    return Optional.of(
        new Space(
            block * room.get(ValueLayout.JAVA_LONG, 16),
            block * room.get(ValueLayout.JAVA_LONG, 24),
            room.get(ValueLayout.JAVA_LONG, 40),
            room.get(ValueLayout.JAVA_LONG, 48)));
  }

  private synchronized void release(long descriptor) {
    calls().kernel().call(SystemCall.CLOSE, descriptor, 0, 0, 0);
  }

  /// Made with the first use, as it takes milliseconds.
  private Calls calls() {
    Calls ready = calls;
    if (ready == null) {
      Kernel kernel =
          new Kernel(
              Architecture.current()
                  .orElseThrow(
                      () -> new IllegalStateException("this is not Linux on x86-64 or aarch64")));
      ready = new Calls(kernel, kernel.allocate(PATH_BYTES), kernel.allocate(STATFS_BYTES));
      calls = ready;
    }
    return ready;
  }
}
