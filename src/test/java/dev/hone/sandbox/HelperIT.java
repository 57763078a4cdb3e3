package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.landlock.LandlockSandbox;
import dev.hone.sandbox.process.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The helper beside what does its work where there is no compiler.
class HelperIT {
  private static final String RIGHTS =
      "for f in limits status oom_score_adj; do while read -r line; do echo \"$line\"; done"
          + " </proc/$$/$f; done; nice; ulimit -a; env; ls -a ~ /tmp"
          + " \"$TMPDIR\" 2>&1; for fd in 3 4 5 6 7 8 9; do { true >&$fd; } 2>/dev/null && echo $fd;"
          + " done; for d in /dev/null /dev/full /etc/shadow /proc /root /sys ~; do"
          + " for t in r w x; do test -$t $d && echo $t $d; done; ls $d >/dev/null 2>&1 &&"
          + " echo ls $d; done; true";

  /// What is of one process or one moment, which signals who started Hone had it ignore, and that
  /// Java keeps one signal from its threads and so from what they become.
  private static final Pattern OF_ONE_RUN =
      Pattern.compile(
          "^(\\w*[Pp]id|NS\\w+|Tgid|FDSize|SigQ|SigIgn|SigBlk|\\w*ctxt\\w*|Vm\\w+|Rss\\w+|Hugetlb\\w+|Mems\\w+"
              + "|Cpus\\w+):.*");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path empty;

  @BeforeEach
  void thereIsACompiler() {
    assumeThat(Stream.of("cc", "gcc", "clang").anyMatch(name -> Tools.find(name).isPresent()))
        .as("no C compiler in the system's folders")
        .isTrue();
  }

  @Test
  void itIsUsedWhereThereIsACompilerAndNamed() {
    assertThat(working(new Sandboxes()))
        .isNotEmpty()
        .allSatisfy(result -> assertThat(result.means()).contains("by the helper in C"));
  }

  @Test
  void everyModeWorksWithoutItTooAndSaysSo() {
    List<ProbeResult> without = working(Sandboxes.withoutHelper());

    assertThat(without)
        .extracting(ProbeResult::mode)
        .isEqualTo(working(new Sandboxes()).stream().map(ProbeResult::mode).toList());
    assertThat(without).allSatisfy(result -> assertThat(result.means()).endsWith(": left out"));
  }

  @Test
  void itLeavesTheSameRightsAsTheLauncherInJava() throws Exception {
    assertThat(rights(new Sandboxes())).isEqualTo(rights(Sandboxes.withoutHelper()));
  }

  /// Two lines differ with reason: the launcher's own processor time counts as the command's, and
  /// the helper counts as a process of the command's user. Folders and numbers are of one run.
  private String rights(Sandboxes sandboxes) throws InterruptedException {
    Execution execution =
        sandboxes
            .named(LandlockSandbox.MODE)
            .run(
                new Job(
                    List.of("/bin/sh", "-c", RIGHTS),
                    Map.of("GIVEN", "yes"),
                    empty,
                    List.of(),
                    "",
                    Limits.defaults()));
    assertThat(execution.stdout()).as(execution.stderr()).contains("Max open files", "GIVEN=yes");
    return execution
        .stdout()
        .lines()
        .filter(line -> !OF_ONE_RUN.matcher(line).matches())
        .filter(line -> !line.startsWith("Max cpu time") && !line.startsWith("Max processes"))
        .filter(line -> !line.startsWith("process ") && !line.startsWith("time"))
        .map(line -> line.replaceAll("hone-sandbox-[^/]*/run-\\d+", "run"))
        .map(line -> line.replaceAll("\\b600\\d\\d\\b", "slot"))
        .collect(Collectors.joining("\n"));
  }

  private static List<ProbeResult> working(Sandboxes sandboxes) {
    return sandboxes.probe().stream().filter(ProbeResult::works).toList();
  }
}
