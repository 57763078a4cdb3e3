package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Made-up folders in the place of the kernel's.
class CgroupsTest {
  private static final long PID = ProcessHandle.current().pid();

  @TempDir Path temp;
  private Path proc;
  private Path mounted;

  @BeforeEach
  void makeTheFolders() throws IOException {
    proc = Files.createDirectory(temp.resolve("self"));
    mounted = Files.createDirectory(temp.resolve("cgroup"));
  }

  @Test
  void withoutControllersThereAreNoGroups() throws Exception {
    machine("", "");
    assertThat(Cgroups.find(proc).available()).isFalse();
    assertThat(Cgroups.find(temp.resolve("absent")).make(Limits.defaults())).isEmpty();
  }

  @Test
  void versionOneNeedsMemoryAndPids() throws Exception {
    Files.createDirectories(mounted.resolve("memory"));
    machine("4:memory:/\n", v1("memory"));
    assertThat(Cgroups.find(proc).available()).isFalse();

    Files.createDirectories(mounted.resolve("pids"));
    machine("4:memory:/\n5:pids:/\n", v1("memory") + v1("pids"));
    assertThat(Cgroups.find(proc).available()).isTrue();
  }

  @Test
  void aGroupOfVersionOneLiesBelowThatOfHoneAndHoldsItsLimits() throws Exception {
    group("memory", "hone.slice", "memory.limit_in_bytes", "memory.memsw.limit_in_bytes");
    group("pids", "hone.slice", "pids.max", "cgroup.procs");
    machine("4:memory:/hone.slice\n5:pids:/hone.slice\n", v1("memory") + v1("pids"));

    Cgroup made = Cgroups.find(proc).make(Limits.defaults().withProcesses(7)).orElseThrow();

    Path memory = mounted.resolve("memory/hone.slice/hone-" + PID + "-1");
    Path pids = mounted.resolve("pids/hone.slice/hone-" + PID + "-1");
    assertThat(made.joinFiles())
        .containsExactlyInAnyOrder(memory.resolve("tasks"), pids.resolve("tasks"));
    assertThat(memory.resolve("memory.limit_in_bytes")).hasContent(Long.toString(1L << 30));
    assertThat(pids.resolve("pids.max")).hasContent("10");
  }

  @Test
  void aGroupOfVersionOneTellsWhatWasRefusedAndIsThawedAfterItsEnd() throws Exception {
    Path memory = Files.createDirectory(temp.resolve("memory"));
    Path pids = Files.createDirectory(temp.resolve("pids"));
    Path freezer = Files.createDirectory(temp.resolve("freezer"));
    Files.writeString(memory.resolve("memory.max_usage_in_bytes"), "4096\n");
    Files.writeString(memory.resolve("memory.oom_control"), "oom_kill_disable 0\noom_kill 1\n");
    Files.writeString(pids.resolve("pids.events"), "max 3\n");
    Files.writeString(pids.resolve("cgroup.procs"), "");
    Files.writeString(freezer.resolve("freezer.state"), "THAWED\n");
    CgroupV1 group = new CgroupV1(Map.of("memory", memory, "pids", pids, "freezer", freezer));

    group.kill();

    assertThat(group.use())
        .isEqualTo(new TreeUse(0, 4096, Duration.ZERO, Set.of(Limit.MEMORY, Limit.PROCESSES)));
    assertThat(group.populated()).isFalse();
    assertThat(freezer.resolve("freezer.state")).hasContent("THAWED");
  }

  @Test
  void versionTwoIsUsedWhereItOffersMemoryAndPidsAndIsAskedForWeightsAlone() throws Exception {
    Path control = unified(mounted, "memory pids\n");
    machine("0::/\n", v2());

    Cgroups groups = Cgroups.find(proc);

    assertThat(groups.available()).isTrue();
    assertThat(control).content().startsWith("+cpu");
    assertThat(mounted.resolve("hone-" + PID + "-1")).doesNotExist();
  }

  /// A group with processes in it cannot hand controllers on, so its jobs lie beside it.
  @Test
  void aGroupOfVersionTwoLiesBesideThatOfHoneWhereThatHandsNothingOn() throws Exception {
    Path slice = Files.createDirectory(mounted.resolve("app.slice"));
    unified(slice, "memory pids\n");
    unified(Files.createDirectory(slice.resolve("run.scope")), "");
    machine("0::/app.slice/run.scope\n", v2());
    Path made = slice.resolve("hone-" + PID + "-1");

    // Where the kernel would put its files there is nothing, so it is given back.
    assertThatThrownBy(() -> Cgroups.find(proc).make(Limits.defaults()))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(made.resolve("memory.max").toString());
    assertThat(made).doesNotExist();
  }

  /// Who may make a group but not move a process to it has no use for it.
  @Test
  void versionTwoThatCannotBeJoinedIsPassedOver() throws Exception {
    unified(mounted, "memory pids\n");
    Files.delete(mounted.resolve("cgroup.procs"));
    machine("0::/\n", v2());

    assertThat(Cgroups.find(proc).available()).isFalse();
  }

  @Test
  void versionTwoWithoutTheControllersIsAskedForThemAndPassedOver() throws Exception {
    Path control = unified(mounted, "hugetlb\n");
    machine("0::/\n", v2());

    assertThat(Cgroups.find(proc).available()).isFalse();
    assertThat(control).hasContent("+memory +pids");
  }

  @Test
  void onAHybridMachineVersionOneCountsWhereVersionTwoHasNothing() throws Exception {
    Files.createDirectories(mounted.resolve("unified"));
    Files.writeString(mounted.resolve("unified/cgroup.subtree_control"), "hugetlb\n");
    group("memory", "", "memory.limit_in_bytes");
    group("pids", "", "pids.max", "cgroup.procs");
    machine(
        "0::/\n4:memory:/\n5:pids:/\n",
        "38 31 0:35 / %s/unified rw - cgroup2 cgroup2 rw\n".formatted(mounted)
            + v1("memory")
            + v1("pids"));

    Cgroup made = Cgroups.find(proc).make(Limits.defaults()).orElseThrow();

    assertThat(made.joinFiles())
        .hasSize(2)
        .allMatch(file -> !file.startsWith(mounted + "/unified"));
  }

  @Test
  void aGroupOfVersionTwoTellsWhatWasUsedAndRefused() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("group"));
    Files.writeString(folder.resolve("cpu.stat"), "usage_usec 1500\nuser_usec 1000\n");
    Files.writeString(folder.resolve("memory.peak"), "8192\n");
    Files.writeString(folder.resolve("memory.events"), "low 0\noom 1\noom_kill 0\n");
    Files.writeString(folder.resolve("pids.events"), "max 0\n");
    Files.writeString(folder.resolve("cgroup.procs"), "0\n");
    Files.writeString(folder.resolve("cgroup.kill"), "");
    CgroupV2 group = new CgroupV2(folder);

    group.kill();

    assertThat(group.use()).isEqualTo(new TreeUse(0, 8192, Duration.ofNanos(1_500_000), Set.of()));
    assertThat(List.of(group.populated(), group.members().isEmpty())).containsOnly(true);
    assertThat(folder.resolve("cgroup.kill")).hasContent("1");
  }

  @Test
  void aGroupOfVersionTwoOfAnOlderKernelIsFrozenToBeKilledAndItsPeakIsTheMostThatWasSeen()
      throws Exception {
    Path folder = Files.createDirectory(temp.resolve("group"));
    Path current = Files.writeString(folder.resolve("memory.current"), "8192\n");
    Files.writeString(folder.resolve("cgroup.procs"), "");
    Files.writeString(folder.resolve("cgroup.freeze"), "0\n");
    CgroupV2 group = new CgroupV2(folder);
    Process ended = new ProcessBuilder("true").start();
    Tree tree = new CgroupTree(ended, group, Limits.defaults());

    group.kill();

    assertThat(folder.resolve("cgroup.freeze")).hasContent("1");
    assertThat(tree.use().peakMemoryBytes()).isEqualTo(8192);
    Files.writeString(current, "0\n");
    assertThat(tree.use().peakMemoryBytes()).isEqualTo(8192);
  }

  @Test
  void groupsOfProgramsThatAreGoneAreRemoved() throws Exception {
    Path gone = Files.createDirectories(mounted.resolve("memory/hone-4999999-1"));
    Path own = Files.createDirectories(mounted.resolve("memory/hone-" + PID + "-9"));
    Path other = Files.createDirectories(mounted.resolve("memory/another-4999999-1"));
    Files.createDirectories(mounted.resolve("pids"));
    machine("4:memory:/\n5:pids:/\n", v1("memory") + v1("pids"));

    var _ = Cgroups.find(proc);

    assertThat(gone).doesNotExist();
    assertThat(own).exists();
    assertThat(other).exists();
  }

  private void group(String controller, String below, String... files) throws IOException {
    Path folder =
        Files.createDirectories(
            mounted.resolve(controller).resolve(below).resolve("hone-" + PID + "-1"));
    for (String file : files) {
      Files.writeString(folder.resolve(file), "");
    }
  }

  private static Path unified(Path folder, String controllers) throws IOException {
    Files.writeString(folder.resolve("cgroup.procs"), "");
    return Files.writeString(folder.resolve("cgroup.subtree_control"), controllers);
  }

  private String v2() {
    return "30 23 0:26 / %s rw - cgroup2 cgroup2 rw\n".formatted(mounted);
  }

  private String v1(String controller) {
    return "35 31 0:32 / %1$s/%2$s rw,relatime - cgroup cgroup rw,%2$s\n"
        .formatted(mounted, controller);
  }

  private void machine(String groups, String mounts) throws IOException {
    Files.writeString(proc.resolve("cgroup"), groups);
    Files.writeString(proc.resolve("mountinfo"), "22 1 0:20 / /proc rw - proc proc rw\n" + mounts);
  }
}
