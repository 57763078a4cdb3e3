package dev.hone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.collect.Caps;
import dev.hone.sandbox.collect.Collected;
import dev.hone.sandbox.collect.Wanted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files taken out of real boxes, good ones and hostile ones.
class CollectorIT {
  private static final Sandboxes ALL = new Sandboxes();
  private static final String HOSTILE =
      """
      cat >sub.txt; mkdir -p a/b; echo deep >a/b/c
      ln -s /etc/passwd link; ln -s /etc folder; mkfifo pipe; ln -s /dev/zero zero
      echo x >one; ln one two; truncate -s 5M sparse; mkdir empty; echo x >'odd name'
      echo secret >closed; chmod 000 closed
      (while :; do ln -sf /etc/passwd race; rm -f race; echo race >race; done) &
      exit 3
      """;

  /// Runs the hostile job, and prints what became of each file: `CollectorIT$AsUser MODE FOLDER`.
  static final class AsUser {
    private AsUser() {}

    /// Prints.
    ///
    /// @param arguments the mode, and an empty folder
    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[1]);
      print(hostile(new Sandboxes().named(arguments[0]), folder), folder);
      System.exit(0);
    }

    private static void print(List<Collected> collected, Path folder) throws Exception {
      for (Collected each : collected) {
        System.out.println(each.path() + ": " + each.problem());
      }
      System.out.println(Files.readString(folder.resolve("into/a/b/c")).strip());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-root", "unshare-root", "landlock"})
  void onlyRegularFilesOfTheWorkFolderCome(String mode, @TempDir Path folder) throws Exception {
    ProbeResult result =
        ALL.probe().stream().filter(r -> r.mode().equals(mode)).findFirst().orElseThrow();
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();

    List<Collected> collected = hostile(ALL.named(mode), folder);

    assertThat(collected)
        .filteredOn(Collected::taken)
        .extracting(Collected::path)
        .contains("sub.txt", "a/b/c", "odd name")
        .doesNotContain(
            "link",
            "folder/passwd",
            "pipe",
            "zero",
            "two",
            "sparse",
            "empty",
            "../box/sub.txt",
            "/box/sub.txt");
    assertThat(folder.resolve("into/sub.txt")).hasContent("input");
    assertThat(folder.resolve("into/a/b/c")).hasContent("deep");
    // Its own folder's hostile swaps ended with the tree: it is the box's or it is not there.
    if (Files.exists(folder.resolve("into/race"))) {
      assertThat(Files.readString(folder.resolve("into/race"))).isIn("race\n", "");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-user", "unshare-user", "landlock"})
  void theSameForAnOrdinaryUser(String mode, @TempDir Path folder) throws Exception {
    Path place = Files.createDirectory(folder.resolve("place"));
    OrdinaryUser user = new OrdinaryUser(Files.createDirectory(folder.resolve("user")));
    for (Path each : List.of(folder, place)) {
      Files.setPosixFilePermissions(
          each, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    Process process = user.java(AsUser.class.getName(), List.of(mode, place.toString())).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assumeThat(output).as(output).doesNotContain("does not work here");
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .contains("sub.txt: ", "a/b/c: ", "odd name: ", "deep")
        .doesNotContain("link: ", "folder/passwd: ", "pipe: ", "zero: ", "two: ", "sparse: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bubblewrap-root", "unshare-root", "landlock"})
  void aQuickCommandsFilesComeToo(String mode, @TempDir Path folder) throws Exception {
    ProbeResult result =
        ALL.probe().stream().filter(r -> r.mode().equals(mode)).findFirst().orElseThrow();
    assumeThat(result.works()).as(mode + " does not work here: " + result.reason()).isTrue();
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path into = Files.createDirectory(folder.resolve("into"));

    Execution execution =
        ALL.named(mode)
            .run(
                job("echo made >file; cat", empty)
                    .withWanted(new Wanted(List.of("file"), into, Caps.usual())));

    assertThat(execution.stdout()).isEqualTo("input");
    assertThat(execution.collected()).containsExactly(new Collected("file", 5, ""));
    assertThat(into.resolve("file")).hasContent("made");
  }

  private static List<Collected> hostile(Sandbox sandbox, Path folder) throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path into = Files.createDirectory(folder.resolve("into"));
    Wanted wanted =
        new Wanted(
            List.of(
                "sub.txt",
                "a/b/c",
                "odd name",
                "link",
                "folder/passwd",
                "pipe",
                "zero",
                "two",
                "sparse",
                "empty",
                "../box/sub.txt",
                "/box/sub.txt",
                "closed",
                "race",
                "absent"),
            into,
            new Caps(100, 1 << 20, 4 << 20));
    Execution execution = sandbox.run(job(HOSTILE, empty).withWanted(wanted));
    assertThat(execution.exit()).as(execution.stderr()).isEqualTo(3);
    assertThat(execution.collected()).hasSize(wanted.paths().size());
    return execution.collected();
  }

  private static Job job(String script, Path empty) {
    return new Job(
        List.of("sh", "-c", script),
        Map.of(),
        empty,
        List.of(),
        "input",
        Limits.defaults().withTime(Duration.ofSeconds(30)));
  }
}
