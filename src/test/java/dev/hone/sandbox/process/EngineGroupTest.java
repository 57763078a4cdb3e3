package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineGroupTest {
  private static final long LIMIT = 256L << 20;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void aGroupOfVersionOneIsFound() throws IOException {
    Path self = process("self", mount(1, "memory") + mount(1, "pids"), "2:memory:/\n3:pids:/\n");
    Path other = process("other", "", "2:memory:/docker/a\n3:pids:/docker/a\n");
    group("memory/docker/a", "memory.oom_control", "oom_kill 1\n");
    group("pids/docker/a", "pids.events", "max 0\n");

    assertThat(EngineGroup.of(self, other))
        .hasValueSatisfying(
            group -> assertThat(group.use().reached()).containsExactly(Limit.MEMORY));
  }

  @Test
  void aGroupOfVersionTwoIsFound() throws IOException {
    Path self = process("self", mount(2, "unified"), "0::/user\n");
    Path other = process("other", "", "0::/user/libpod-a\n");
    group("unified/user/libpod-a", "memory.max", "1\n");
    group("unified/user/libpod-a", "pids.events", "max 3\n");

    assertThat(EngineGroup.of(self, other))
        .hasValueSatisfying(
            group -> assertThat(group.use().reached()).containsExactly(Limit.PROCESSES));
  }

  /// Whose counts would be those of other programs.
  @Test
  void honesOwnGroupIsNotTaken() throws IOException {
    Path self = process("self", mount(2, "unified"), "0::/user\n");
    Path other = process("other", "", "0::/user\n");
    group("unified/user", "memory.max", "1\n");

    assertThat(EngineGroup.of(self, other)).isEmpty();
    assertThat(EngineGroup.of(self, folder.resolve("ended"))).isEmpty();
  }

  @Test
  void aCommandThatWasKilledNearItsLimitWasKilledForIt() {
    TreeUse near = new TreeUse(0, LIMIT - (1 << 20), Duration.ZERO, Set.of());
    TreeUse far = new TreeUse(0, LIMIT / 2, Duration.ZERO, Set.of(Limit.PROCESSES));

    assertThat(EngineGroup.atTheEnd(near, true, LIMIT)).containsExactly(Limit.MEMORY);
    assertThat(EngineGroup.atTheEnd(near, false, LIMIT)).isEmpty();
    assertThat(EngineGroup.atTheEnd(far, true, LIMIT)).containsExactly(Limit.PROCESSES);
  }

  private String mount(int version, String name) throws IOException {
    Path point = Files.createDirectories(folder.resolve(name));
    String kind = version == 1 ? "cgroup cgroup rw," + name : "cgroup2 cgroup2 rw";
    return "30 20 0:30 / %s rw - %s\n".formatted(point, kind);
  }

  private Path process(String name, String mountinfo, String groups) throws IOException {
    Path process = Files.createDirectory(folder.resolve(name));
    Files.writeString(process.resolve("mountinfo"), mountinfo);
    Files.writeString(process.resolve("cgroup"), groups);
    return process;
  }

  private void group(String path, String file, String content) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve(path)).resolve(file), content);
  }
}
