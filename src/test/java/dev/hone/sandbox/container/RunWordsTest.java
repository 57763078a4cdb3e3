package dev.hone.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Limits;
import dev.hone.sandbox.view.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RunWordsTest {
  private static final List<String> INNER = List.of("/hone/helper", "first", "--", "true");

  /// Each of these stands once in the words of every container, in this order.
  @ParameterizedTest
  @CsvSource({
    "--rm, --interactive",
    "--name, hone-1-2-3",
    "--pull, never",
    "--log-driver, none",
    "--network, none",
    "--ipc, private",
    "--cgroupns, private",
    "--hostname, hone",
    "--read-only, --cap-drop",
    "--cap-drop, ALL",
    "--security-opt, no-new-privileges",
    "--security-opt, label=disable",
    "--user, 60007:60007",
    "--oom-score-adj, 1000",
    "--ulimit, core=0:0",
    "--ulimit, nofile=1024:1024",
    "--ulimit, nproc=1064:1064",
    "--memory, 1073741824b",
    "--memory-swap, 1073741824b",
    "--pids-limit, 96",
    "--cpu-shares, 256",
    "--workdir, /"
  })
  void everyContainerIsStartedWith(String option, String value) {
    for (Engine engine : Engine.values()) {
      List<String> words = words(engine, false, true);

      assertThat(IntStream.range(1, words.size()))
          .as(words.toString())
          .filteredOn(i -> words.get(i - 1).equals(option) && words.get(i).equals(value))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void nothingGivesAContainerMoreThanThat(Engine engine) {
    assertThat(words(engine, false, true))
        .doesNotContain("--privileged", "--volume", "-v", "--device", "--cap-add", "--env", "--pid")
        .noneMatch(word -> word.contains("unconfined") || word.contains(".sock"))
        .noneMatch(word -> word.startsWith("type=bind") && !word.endsWith(",readonly"));
  }

  @Test
  void theFirstProgramIsTheHelperWhateverTheImageNames() {
    assertThat(words(Engine.DOCKER, false, true))
        .endsWith(
            "--workdir",
            "/",
            "--entrypoint",
            "/hone/helper",
            "localhost/hone-empty:1",
            "first",
            "--",
            "true");
  }

  @Test
  void limitsThatTheEngineCannotHoldAreNotAskedOfIt() {
    assertThat(words(Engine.PODMAN, true, false))
        .doesNotContain("--memory", "--memory-swap", "--pids-limit", "--cpu-shares");
  }

  @Test
  void swapThatTheEngineCannotHoldIsNotAskedOfIt() {
    Box box = new Box("n", Image.OWN, 60_007, false, true, false, List.of(), Limits.defaults());

    assertThat(new RunWords(Engine.DOCKER, box).then(INNER))
        .contains("--memory")
        .doesNotContain("--memory-swap");
  }

  @Test
  void podmanLeavesOutWhatItAddsByItself() {
    assertThat(words(Engine.PODMAN, false, true))
        .contains(
            "--read-only-tmpfs=false",
            "--http-proxy=false",
            "--no-hosts",
            "--image-volume=ignore",
            "--systemd=false")
        .doesNotContain("--userns=keep-id");
    assertThat(words(Engine.PODMAN, true, true)).contains("--userns=keep-id");
    assertThat(words(Engine.DOCKER, true, true)).doesNotContain("--userns=keep-id");
  }

  @Test
  void whatIsShownIsReadOnlyAndWhatCanBeWrittenIsMemoryOfASize() {
    List<Entry> entries =
        List.of(
            new Entry.Bind(Path.of("/usr"), Path.of("/usr")),
            new Entry.Link(Path.of("usr/bin"), Path.of("/bin")),
            new Entry.Folder(Path.of("/etc")),
            new Entry.Processes(Path.of("/proc")),
            new Entry.Devices(Path.of("/dev")),
            new Entry.Bind(Path.of("/a,\"b"), Path.of("/c")),
            new Entry.Scratch(Path.of("/box"), 4096));

    assertThat(mounts(Engine.DOCKER, entries))
        .containsExactly(
            "type=bind,source=/usr,target=/usr,readonly",
            "type=bind,source=/usr/bin,target=/bin,readonly",
            "type=bind,\"source=/a,\"\"b\",target=/c,readonly",
            "/box:rw,exec,nosuid,nodev,mode=1777,size=4096,nr_inodes=20000",
            "/sys:ro,size=4096,mode=0555",
            "/dev/mqueue:ro,size=4096,mode=0555");
    assertThat(mounts(Engine.PODMAN, entries))
        .contains("/box:rw,exec,nosuid,nodev,mode=1777,size=4096");
  }

  private static List<String> mounts(Engine engine, List<Entry> entries) {
    List<String> words = new RunWords(engine, box(false, true, entries)).then(INNER);
    return IntStream.range(1, words.size())
        .filter(i -> List.of("--mount", "--tmpfs").contains(words.get(i - 1)))
        .mapToObj(words::get)
        .toList();
  }

  private static List<String> words(Engine engine, boolean rootless, boolean counted) {
    return new RunWords(engine, box(rootless, counted, List.of())).then(INNER);
  }

  private static Box box(boolean rootless, boolean counted, List<Entry> entries) {
    return new Box(
        "hone-1-2-3", Image.OWN, 60_007, rootless, counted, counted, entries, Limits.defaults());
  }
}
