package dev.hone.sandbox.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewTest {
  @TempDir Path temp;

  @Test
  void pathsToReadAreThoseThatExistAndAreNotTheSystems() throws Exception {
    Path tool = Files.createDirectories(temp.resolve("tools/python"));
    Path inner = Files.createDirectory(tool.resolve("lib"));

    assertThat(
            View.readable(
                job(
                    inner,
                    tool,
                    tool,
                    temp.resolve("absent"),
                    Path.of("relative"),
                    Path.of("/"),
                    Path.of("/usr/lib"),
                    Path.of("/proc/self"),
                    Path.of("/dev/null"),
                    Path.of("/sys"))))
        .containsExactly(tool, inner);
  }

  @Test
  void aPathThatClimbsIsReadAsWhatItMeans() throws Exception {
    Path tool = Files.createDirectory(temp.resolve("tool"));

    assertThat(View.readable(job(tool.resolve("../tool"), tool.resolve("../../../../../usr/lib"))))
        .containsExactly(tool);
  }

  @Test
  void foldersOnTheWayToAPathAreMadeBeforeItAndOnlyOnce() throws Exception {
    Path first = Files.createDirectories(temp.resolve("a/one"));
    Path second = Files.createDirectories(temp.resolve("a/two"));

    List<Entry> entries =
        View.ofMachine().entries(job(first, second), Path.of("/tmp/passwd-of-the-box"));

    List<Path> places = entries.stream().map(Entry::at).toList();
    assertThat(places).doesNotHaveDuplicates();
    assertThat(entries)
        .containsSubsequence(
            new Entry.Folder(temp.resolve("a")),
            new Entry.Bind(first, first),
            new Entry.Bind(second, second));
  }

  @Test
  void allOfEtcIsOneMountUnlessTheJobReadsThere() throws Exception {
    View view = View.ofMachine();
    Path etc = Files.createDirectory(temp.resolve("etc"));
    view.copySettings(etc);
    Path passwd = Path.of("/tmp/passwd-of-the-box");

    assertThat(view.entries(job(), passwd, etc).stream().filter(ViewTest::inEtc))
        .containsExactly(
            new Entry.Bind(etc, Path.of("/etc")), new Entry.Bind(passwd, Path.of("/etc/passwd")));
    assertThat(etc.resolve("passwd")).isEmptyFile();
    Job reading = job(Path.of("/etc/hostname"));
    assertThat(view.entries(reading, passwd, etc)).isEqualTo(view.entries(reading, passwd));
  }

  private static boolean inEtc(Entry entry) {
    return entry.at().startsWith("/etc");
  }

  @Test
  void onlyTheFoldersInMemoryAreWritableAndTheirSizeIsTheJobs() {
    List<Entry> entries = View.ofMachine().entries(job(), Path.of("/tmp/passwd-of-the-box"));

    assertThat(entries.stream().filter(Entry.Scratch.class::isInstance))
        .containsExactly(
            new Entry.Scratch(Path.of("/tmp"), Limits.defaults().diskBytes()),
            new Entry.Scratch(Path.of("/dev/shm"), 64L << 20));
  }

  @Test
  void theSandboxesOwnVariablesComeBeforeTheJobs() {
    Job job =
        new Job(
            List.of("true"),
            Map.of("HOME", "/root", "LC_ALL", "de", "A", "1", "PATH", "/opt/bin"),
            temp,
            List.of(),
            "",
            Limits.defaults());

    assertThat(View.environment(job, View.BOX, Path.of("/tmp")))
        .isEqualTo(
            Map.of(
                "A", "1", "HOME", "/box", "LANG", "C.UTF-8", "PATH", "/opt/bin", "TMPDIR", "/tmp"));
  }

  private Job job(Path... readOnly) {
    return new Job(List.of("true"), Map.of(), temp, List.of(readOnly), "", Limits.defaults());
  }
}
