package dev.hone.bin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Unpacks the archive with its own Java that `mvn package -Pdist,image` left in `target` and runs
/// it where the launcher finds no other. Java code that is judged still has the JDK of this
/// machine: Hone looks for one by itself.
@Tag("slow")
class OwnJavaIT {
  @TempDir Path temp;
  private Unpacked archive;

  @BeforeEach
  void unpack() throws Exception {
    archive = Unpacked.of("hone-.*-linux-.*\\.tar\\.gz", "mvn package -Pdist,image", temp);
    archive.hide("java.*|j(ar|link|deps|shell)|mvn.*");
    archive
        .environment()
        .put("HONE_JDK_FOLDERS", Files.createDirectory(temp.resolve("nothing")).toString());
    // Also makes the caches, as of any Java.
    archive.prepare();
  }

  @Test
  void itStartsWithItsOwnJavaAndLooksAtTheMachine() throws Exception {
    assertThat(archive.start("bin/find-jdk", "--runtime").out())
        .isEqualTo(archive.folder().toRealPath().resolve("java") + "\n");
    Unpacked.Start version = archive.hone("--version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out()).startsWith("hone ").contains("\njava ");
    assertThat(archive.folder().resolve("hone.aot")).isNotEmptyFile();
    // 3 where something that is needed is missing on this machine, such as the model.
    Unpacked.Start doctor = archive.hone("doctor");
    assertThat(doctor.exit()).isIn(0, 3);
    assertThat(doctor.err()).doesNotContain("internal error");
    assertThat(doctor.out()).contains("sandbox", "run log");
  }

  @Test
  void itScansJudgesAndKeepsALog() throws Exception {
    Path script =
        Files.writeString(temp.resolve("clean.py"), "import os\nos.system('rm -rf /x')\n");
    assertThat(archive.hone("scan", script.toString()).out()).contains("os.system");
    Path code =
        Files.writeString(
            temp.resolve("Solution.java"),
            "public class Solution { static int twice(int n) { return 2 * n; } }\n");
    Path tests =
        Files.writeString(
            temp.resolve("SolutionTest.java"),
            """
            import static org.junit.jupiter.api.Assertions.assertEquals;

            import org.junit.jupiter.api.Test;

            class SolutionTest {
              @Test
              void four() {
                assertEquals(4, Solution.twice(2));
              }
            }
            """);
    Unpacked.Start judged =
        archive.hone(
            "judge", "--language", "java", "--code", code.toString(), "--tests", tests.toString());
    assertThat(judged.exit()).as(judged.err()).isZero();
    Unpacked.Start runs = archive.hone("runs");
    assertThat(runs.exit()).as(runs.err()).isZero();
  }

  /// Models of providers and `hone model serve` need more of a Java than all else.
  @Test
  void aModelBehindAnAddressIsAskedAndRefuses() throws Exception {
    Unpacked.Start solve =
        archive.hone(
            "solve", "Write a Java method int f(int x)", "--model", "http://127.0.0.1:9/v1#m");
    assertThat(solve.exit()).isEqualTo(3);
    assertThat(solve.err()).contains("127.0.0.1:9").doesNotContain("internal error");
  }
}
