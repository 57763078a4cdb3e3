package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  /// As many as it is deep would be all that a program may open, on some machines.
  @Test
  void aDeepFolderIsRemovedWithFewOpenFiles() throws Exception {
    Path job = Files.createDirectory(folder.resolve("job"));
    Files.createDirectories(job.resolve("d/".repeat(1500)));
    long before = openFiles();
    FutureTask<Long> most =
        new FutureTask<>(
            () -> {
              long seen = 0;
              while (Files.exists(job)) {
                seen = Math.max(seen, openFiles());
              }
              return seen;
            });
    Thread.ofPlatform().start(most);

    Removal.of(job);

    assertThat(job).doesNotExist();
    assertThat(most.get(1, TimeUnit.MINUTES)).isLessThan(before + 500);
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
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
