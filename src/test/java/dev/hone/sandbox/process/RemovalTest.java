package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemovalTest {
  @TempDir private Path folder;

  @Test
  void foldersClosedToTheirOwnerAreRemoved() throws IOException {
    Path job = folder.resolve("job");
    Files.createDirectories(job.resolve("closed/inner"));
    Files.writeString(job.resolve("closed/inner/file"), "");
    Files.setPosixFilePermissions(
        job.resolve("closed/inner"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        job.resolve("closed"), PosixFilePermissions.fromString("r-x------"));

    Removal.of(job);

    assertThat(job).doesNotExist();
  }

  @Test
  void foldersDeeperThanAPathCanNameAreRemoved() throws IOException {
    Path job = Files.createDirectory(folder.resolve("job"));
    String part = "d".repeat(100) + "/";
    Path inner = Files.createDirectories(job.resolve(part.repeat(25)));
    // Made deeper by moving one deep tree into another.
    Path other = Files.createDirectories(folder.resolve("other/" + part.repeat(25)));
    Files.writeString(other.resolve("file"), "");
    Files.move(folder.resolve("other"), inner.resolve("other"));

    Removal.of(job);

    assertThat(job).doesNotExist();
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("kept"));
    Files.writeString(kept.resolve("file"), "kept");
    Path job = Files.createDirectory(folder.resolve("job"));
    Files.createSymbolicLink(job.resolve("link"), kept);

    Removal.of(job);
    Removal.of(Files.createSymbolicLink(folder.resolve("link"), kept));

    assertThat(job).doesNotExist();
    assertThat(folder.resolve("link")).doesNotExist();
    assertThat(kept.resolve("file")).hasContent("kept");
  }
}
