package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Folders on the machine's disk, which no kernel limits as a whole: they are counted now and then,
/// so that what is in them can be beyond the limit for a moment.
public final class DiskStorage implements Storage {
  private static final long PAUSE_NANOS = 100_000_000;
  private static final int SHARE = 10;

  private final List<Path> folders;
  private final List<Path> named;
  private final Limits limits;
  private StorageUse last = StorageUse.unknown();
  private long next = System.nanoTime() + PAUSE_NANOS / 2;

  /// Makes a storage.
  ///
  /// @param folders the work folder, and then others
  /// @param limits the job's limits
  public DiskStorage(List<Path> folders, Limits limits) {
    this.folders = List.copyOf(folders);
    this.named = folders.stream().map(DiskStorage::asTheKernelNamesIt).toList();
    this.limits = limits;
  }

  private static Path asTheKernelNamesIt(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      return folder;
    }
  }

  /// Counting takes longer the more there is, so it takes no more than a part of the time.
  @Override
  public StorageUse use() {
    long start = System.nanoTime();
    if (start - next >= 0) {
      last = count();
      long end = System.nanoTime();
      next = end + Math.max(PAUSE_NANOS, (end - start) * SHARE);
    }
    return last;
  }

  private StorageUse count() {
    FolderContent content = FolderContent.of(folders, limits);
    Set<Limit> exceeded = EnumSet.noneOf(Limit.class);
    if (content.bytes() + UnnamedFiles.bytes(named) > limits.diskBytes()) {
      exceeded.add(Limit.DISK);
    }
    if (content.files() > limits.inodes()) {
      exceeded.add(Limit.INODES);
    }
    return new StorageUse(0, exceeded, exceeded);
  }

  @Override
  public long memoryBytes() {
    return 0;
  }

  @Override
  public boolean holdsCutFile() {
    return FolderContent.of(folders, limits).cut();
  }

  @Override
  public Optional<Path> work() {
    return Optional.of(folders.getFirst());
  }

  @Override
  public void close() {
    // Whoever made the folders removes them.
  }
}
