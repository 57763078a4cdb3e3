package dev.hone.sandbox.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {
  private static final Caps CAPS = new Caps(3, 1024, 2000);

  @TempDir Path temp;
  private Path work;
  private Path into;
  private Path secret;

  @BeforeEach
  void makeTheFolders() throws IOException {
    work = Files.createDirectory(temp.resolve("work"));
    into = Files.createDirectory(temp.resolve("into"));
    secret = Files.writeString(temp.resolve("secret"), "canary");
  }

  @Test
  void aFileComesUnderItsPath() throws Exception {
    Files.writeString(Files.createDirectories(work.resolve("a/b")).resolve("c.txt"), "content");

    assertThat(collect("a/b/c.txt")).containsExactly(new Collected("a/b/c.txt", 7, ""));
    assertThat(into.resolve("a/b/c.txt")).hasContent("content");
  }

  @Test
  void aFileThatIsNotThereDoesNotKeepOthersFromComing() throws Exception {
    Files.writeString(work.resolve("there"), "x");

    assertThat(collect("absent", "there"))
        .containsExactly(
            new Collected("absent", 0, "there is no such file"), new Collected("there", 1, ""));
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    Files.createSymbolicLink(work.resolve("link"), secret);

    refused("link", "no regular file");
  }

  @Test
  void aLinkInsideTheWorkFolderIsNotFollowedEither() throws Exception {
    Files.writeString(work.resolve("real"), "x");
    Files.createSymbolicLink(work.resolve("link"), Path.of("real"));

    refused("link", "no regular file");
  }

  @Test
  void aFolderThatIsALinkIsNotPassed() throws Exception {
    Files.createSymbolicLink(work.resolve("folder"), temp);

    refused("folder/secret", "folder is no folder");
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", work.resolve("pipe").toString()).start().waitFor())
        .isZero();

    refused("pipe", "no regular file");
  }

  @Test
  void aDeviceIsNotOpened() throws Exception {
    Files.createSymbolicLink(work.resolve("zero"), Path.of("/dev/zero"));

    refused("zero", "no regular file");
  }

  @Test
  void aFolderIsNoFile() throws Exception {
    Files.createDirectory(work.resolve("folder"));

    refused("folder", "no regular file");
  }

  @Test
  void anotherNameOfAFileElsewhereIsNotTaken() throws Exception {
    Files.createLink(work.resolve("hard"), secret);

    refused("hard", "other names");
  }

  @Test
  void aHugeFileWithNothingInItIsNotRead() throws Exception {
    try (RandomAccessFile sparse = new RandomAccessFile(work.resolve("sparse").toFile(), "rw")) {
      sparse.setLength(1L << 40);
    }

    refused("sparse", "larger than 1024 bytes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret",
        "a/../../secret",
        "/etc/passwd",
        "",
        ".",
        "..",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "a\nb",
        "a\u001bb",
        "a\u0000b"
      })
  void anOddNameIsNotTaken(String path) {
    assertThat(collect(path)).allMatch(c -> c.problem().contains("is none below the folder"));
    assertThat(into).isEmptyDirectory();
  }

  @Test
  void namesWithBlanksAndLettersOfAllKindsAreOrdinary() throws Exception {
    Files.writeString(work.resolve("- a 'b' $c"), "x");

    assertThat(collect("- a 'b' $c")).allMatch(Collected::taken);
  }

  @Test
  void noMoreComesThanIsAllowed() throws Exception {
    for (String name : List.of("a", "b", "c", "d")) {
      Files.writeString(work.resolve(name), "x".repeat(600));
    }

    assertThat(collect("a", "a", "b", "c", "d"))
        .extracting(Collected::problem)
        .containsExactly("", "a came twice", "", "", "the files are larger than 2000 bytes");
  }

  @Test
  void nothingThatIsThereAlreadyIsWrittenOver() throws Exception {
    Files.writeString(work.resolve("a"), "new");
    Files.writeString(into.resolve("a"), "old");
    Files.createSymbolicLink(into.resolve("out"), temp);
    Files.writeString(Files.createDirectory(work.resolve("out")).resolve("b"), "new");

    assertThat(collect("a", "out/b")).noneMatch(Collected::taken);
    assertThat(into.resolve("a")).hasContent("old");
    assertThat(temp.resolve("b")).doesNotExist();
  }

  private void refused(String path, String why) {
    assertThat(collect(path))
        .hasSize(1)
        .allMatch(c -> !c.taken() && c.problem().contains(why), "is refused: " + why);
    assertThat(into).isEmptyDirectory();
  }

  private List<Collected> collect(String... paths) {
    return new Collector(new Wanted(List.of(paths), into, CAPS)).collect(work);
  }
}
