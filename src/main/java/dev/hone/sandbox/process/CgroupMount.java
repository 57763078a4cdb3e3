package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One mounted hierarchy of control groups.
///
/// @param point where it is mounted
/// @param own the folder of this process's group in it
/// @param controllers its controllers in version 1; empty for version 2
record CgroupMount(Path point, Path own, Set<String> controllers) {
  private static final Set<String> KNOWN = Set.of("memory", "pids", "cpu", "cpuacct", "freezer");

  static List<CgroupMount> all(Path procSelf) throws IOException {
    return all(procSelf, procSelf);
  }

  /// {@return the hierarchies as one process has them mounted, with the groups of another}
  static List<CgroupMount> all(Path procSelf, Path procOther) throws IOException {
    List<String> groups = Files.readAllLines(procOther.resolve("cgroup"));
    List<CgroupMount> mounts = new ArrayList<>();
    for (String line : Files.readAllLines(procSelf.resolve("mountinfo"))) {
      int dash = line.indexOf(" - ");
      String[] left = line.substring(0, Math.max(dash, 0)).split(" ", -1);
      String[] right = line.substring(dash + 3).split(" ", -1);
      if (dash < 0 || left.length < 5 || right.length < 3 || !right[0].startsWith("cgroup")) {
        continue;
      }
      Set<String> controllers =
          right[0].equals("cgroup2")
              ? Set.of()
              : Arrays.stream(right[2].split(",", -1))
                  .filter(KNOWN::contains)
                  .collect(Collectors.toSet());
      if (right[0].equals("cgroup2") || !controllers.isEmpty()) {
        Path point = Path.of(left[4]);
        mounts.add(new CgroupMount(point, own(point, left[3], groups, controllers), controllers));
      }
    }
    return mounts;
  }

  private static Path own(Path point, String root, List<String> groups, Set<String> controllers) {
    for (String line : groups) {
      String[] parts = line.split(":", 3);
      Set<String> names = Set.of(parts[1].split(",", -1));
      boolean matches = controllers.isEmpty() ? parts[1].isEmpty() : names.containsAll(controllers);
      if (matches) {
        Path relative =
            parts[2].startsWith(root) ? Path.of(root).relativize(Path.of(parts[2])) : Path.of("");
        return point.resolve(relative).normalize();
      }
    }
    return point;
  }
}
