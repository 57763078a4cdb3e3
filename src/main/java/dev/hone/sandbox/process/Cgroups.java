package dev.hone.sandbox.process;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Makes control groups for jobs where Hone may: version 2 where it offers memory and pids, else
/// version 1. Safe for use by several threads.
public final class Cgroups {
  private static final String PREFIX = "hone-";
  private static final List<String> NEEDED = List.of("memory", "pids");

  private final Map<String, Path> parents;
  private final String own;
  private final AtomicInteger count = new AtomicInteger();
  private final Ahead<Cgroup> ahead = new Ahead<>(this::unlimited);

  /// Makes them.
  ///
  /// @param parents controller to the folder that groups are made in
  /// @param own what no other has in its names, as a program may have several of these
  private Cgroups(Map<String, Path> parents, String own) {
    this.parents = Map.copyOf(parents);
    this.own = own;
  }

  /// {@return the groups of this process, from what the kernel says of it}
  public static Cgroups find() {
    String own = Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX) + ".";
    return find(Path.of("/proc/self"), own);
  }

  /// {@return no groups at all}
  public static Cgroups none() {
    return new Cgroups(Map.of(), "");
  }

  static Cgroups find(Path procSelf) {
    return find(procSelf, "");
  }

  private static Cgroups find(Path procSelf, String own) {
    try {
      List<CgroupMount> mounts = CgroupMount.all(procSelf);
      Optional<Path> unified =
          mounts.stream()
              .filter(mount -> mount.controllers().isEmpty())
              .flatMap(mount -> Stream.of(mount.own(), mount.own().resolveSibling("").normalize()))
              .filter(CgroupV2::offersLimits)
              .findFirst();
      if (unified.isPresent()) {
        CgroupV2.offerWeights(unified.get());
        return swept(Map.of("", unified.get()), own);
      }
      Map<String, Path> parents = new HashMap<>();
      for (CgroupMount mount : mounts) {
        Path parent = Files.isWritable(mount.own()) ? mount.own() : mount.point();
        if (Files.isWritable(parent)) {
          mount.controllers().forEach(controller -> parents.put(controller, parent));
        }
      }
      return parents.keySet().containsAll(NEEDED) ? swept(parents, own) : none();
    } catch (IOException e) {
      // No control groups here: other means hold the limits.
      return none();
    }
  }

  /// {@return whether groups can be made}
  public boolean available() {
    return !parents.isEmpty();
  }

  /// {@return a group with the job's limits, or empty where none can be made}
  ///
  /// @param limits the limits on memory and processes
  /// @throws IOException if making it failed half-way
  public Optional<Cgroup> make(Limits limits) throws IOException {
    if (parents.isEmpty()) {
      return Optional.empty();
    }
    Cgroup group = ahead.take();
    try {
      group.limit(limits);
      group.weigh(true);
      return Optional.of(group);
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  /// Has the next group made by another thread, where groups can be made.
  public void prepare() {
    if (available()) {
      ahead.prepare();
    }
  }

  /// Removes what was made and not taken.
  void close() {
    ahead.rest().ifPresent(Cgroup::close);
  }

  private Cgroup unlimited() throws IOException {
    String name = PREFIX + ProcessHandle.current().pid() + "-" + own + count.incrementAndGet();
    Path unified = parents.get("");
    return unified == null ? CgroupV1.make(parents, name) : CgroupV2.make(unified.resolve(name));
  }

  /// Removes the groups of programs that were killed before they could. One killed in the middle of
  /// ending a group leaves it frozen.
  private static Cgroups swept(Map<String, Path> parents, String own) throws IOException {
    for (Path parent : parents.values()) {
      try (Stream<Path> groups = Files.list(parent)) {
        groups.filter(Cgroups::leftBehind).forEach(Cgroups::sweep);
      }
    }
    return new Cgroups(parents, own);
  }

  private static void sweep(Path group) {
    CgroupFiles.killAll(group.resolve("cgroup.procs"));
    CgroupFiles.tryWrite(group.resolve("freezer.state"), "THAWED");
    CgroupFiles.remove(group);
  }

  private static boolean leftBehind(Path group) {
    String[] parts = group.getFileName().toString().split("-", -1);
    return parts.length == 3
        && parts[0].equals("hone")
        && parts[1].chars().allMatch(Character::isDigit)
        && !Files.exists(Path.of("/proc", parts[1]));
  }
}
