package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.launcher.Volumes;
import dev.hone.sandbox.view.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/// The file systems in memory that a box's mount namespace holds. They are reached through the
/// box's first process as soon as it has them, and held open from then on: when the processes are
/// gone, so is the namespace, but not what is in them.
final class MountedStorage implements Storage {
  /// Less than this is no room: what is written comes in larger pieces.
  private static final long ROOM_BYTES = 16L << 10;

  private static final List<String> OTHERS = List.of("tmp", "dev/shm");

  private final Volumes volumes;
  private final Supplier<OptionalLong> first;
  private final Limits limits;
  private final List<Volumes.Held> held = new ArrayList<>();
  private volatile long memoryBytes;

  /// Makes a storage.
  ///
  /// @param volumes asks the kernel
  /// @param first the id of the box's first process as seen from here, once it is known
  /// @param limits the job's limits
  MountedStorage(Volumes volumes, Supplier<OptionalLong> first, Limits limits) {
    this.volumes = volumes;
    this.first = first;
    this.limits = limits;
  }

  @Override
  public StorageUse use() {
    attach();
    long memory = 0;
    Set<Limit> full = EnumSet.noneOf(Limit.class);
    Set<Limit> exceeded = EnumSet.noneOf(Limit.class);
    for (Volumes.Held each : held) {
      Optional<Volumes.Space> space = each.space();
      if (space.isPresent()) {
        memory += space.get().usedBytes();
        full.addAll(full(space.get()));
        if (space.get().usedInodes() > limits.inodes()) {
          exceeded.add(Limit.INODES);
        }
      }
    }
    memoryBytes = memory;
    return new StorageUse(memory, full, exceeded);
  }

  private Set<Limit> full(Volumes.Space space) {
    Set<Limit> full = EnumSet.noneOf(Limit.class);
    if (space.freeBytes() < Math.min(ROOM_BYTES, space.bytes())) {
      full.add(Limit.DISK);
    }
    if (space.usedInodes() >= limits.inodes()) {
      full.add(Limit.INODES);
    }
    return full;
  }

  @Override
  public long memoryBytes() {
    return memoryBytes;
  }

  @Override
  public boolean holdsCutFile() {
    return FolderContent.of(held.stream().map(Volumes.Held::path).toList(), limits).cut();
  }

  @Override
  public Optional<Path> work() {
    attach();
    return held.stream().map(Volumes.Held::path).findFirst();
  }

  @Override
  public void close() {
    held.forEach(Volumes.Held::close);
    held.clear();
  }

  private void attach() {
    if (!held.isEmpty()) {
      return;
    }
    OptionalLong pid = first.get();
    if (pid.isPresent()) {
      Path root = Path.of("/proc", Long.toString(pid.getAsLong()), "root");
      Path box = root.resolve(View.BOX.getFileName());
      if (device(box).isPresent() && isBox(root, box)) {
        volumes.hold(box).ifPresent(work -> attach(work, root));
      }
    }
  }

  private void attach(Volumes.Held work, Path root) {
    held.add(work);
    OTHERS.forEach(other -> volumes.hold(root.resolve(other)).ifPresent(held::add));
  }

  /// While it sets up, the process is still in the machine's own file system, or half-way between.
  private static boolean isBox(Path root, Path box) {
    Optional<Object> device = device(box);
    return !device.equals(device(root.resolve("."))) && !device.equals(device(View.BOX));
  }

  private static Optional<Object> device(Path path) {
    try {
      return Optional.of(Files.getAttribute(path, "unix:dev"));
    } catch (IOException e) {
      // Not there, or not to be seen.
      return Optional.empty();
    }
  }
}
