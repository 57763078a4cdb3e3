package dev.hone.language.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.language.ToolchainException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedFolderTest {
  @TempDir private Path cache;
  private PreparedFolder folder;

  @BeforeEach
  void name() {
    folder = new PreparedFolder(cache, "tool-1");
  }

  private List<String> visible() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("runners"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".lock"))
          .toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void itStandsInItsPlaceWhenItIsWholeAndNothingElseStays() throws IOException {
    assertThat(folder.isMade()).isFalse();
    Path made =
        folder.made(
            "a tool",
            (part, scratch) -> {
              Files.writeString(part.resolve("list"), "one");
              Files.writeString(scratch.resolve("cache"), "two");
              assertThat(folder.isMade()).isFalse();
            });
    assertThat(made).isEqualTo(cache.resolve("runners/tool-1")).isEqualTo(folder.path());
    assertThat(made.resolve("list")).hasContent("one");
    assertThat(visible()).containsExactly("tool-1");
  }

  @Test
  void itIsMadeOnce() {
    Path made = folder.made("a tool", (part, _) -> Files.writeString(part.resolve("list"), "one"));
    new PreparedFolder(cache, "tool-1")
        .made("a tool", (part, _) -> Files.writeString(part.resolve("list"), "two"));
    assertThat(made.resolve("list")).hasContent("one");
  }

  @Test
  void anotherUserCanReadItAndRunItsPrograms() throws IOException {
    Path made =
        folder.made(
            "a tool",
            (part, _) -> {
              for (String name : List.of("list", "run")) {
                Files.createFile(
                    part.resolve(name),
                    PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString(
                            name.equals("run") ? "rwx------" : "rw-------")));
              }
            });
    assertThat(permissions(made)).isEqualTo("rwxr-xr-x");
    assertThat(permissions(made.resolve("list"))).isEqualTo("rw-r--r--");
    assertThat(permissions(made.resolve("run"))).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aFailureLeavesNothingBehindAndSaysWhatToDo() throws IOException {
    assertThatThrownBy(
            () ->
                folder.made(
                    "a tool",
                    (part, _) -> {
                      Files.writeString(part.resolve("list"), "half");
                      throw new FileSystemException("disk", null, "full");
                    }))
        .isInstanceOf(ToolchainException.class)
        .hasMessage(
            "could not keep a tool in %s/runners (java.nio.file.FileSystemException: disk: full); free space there or set HONE_HOME to another folder",
            cache);
    assertThat(visible()).isEmpty();
  }

  @Test
  void anInterruptIsKeptForWhoAsked() throws IOException {
    assertThatThrownBy(
            () ->
                folder.made(
                    "a tool",
                    (_, _) -> {
                      throw new InterruptedException();
                    }))
        .hasMessage("preparing a tool was interrupted; run the command again");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(visible()).isEmpty();
  }

  @Test
  void whatAnotherThreadMadeMeanwhileIsKept() throws IOException {
    Path made =
        folder.made(
            "a tool",
            (part, _) -> {
              Files.writeString(part.resolve("list"), "late");
              Path other = Files.createDirectory(folder.path());
              Files.writeString(other.resolve("list"), "early");
            });
    assertThat(made.resolve("list")).hasContent("early");
    assertThat(visible()).containsExactly("tool-1");
  }
}
