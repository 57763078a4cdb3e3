package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest {
  private static final Limits LIMITS = Limits.defaults().withInodes(5).withFileSize(7);

  @TempDir Path temp;
  private Path work;
  private Path other;

  @BeforeEach
  void makeTheFolders() throws IOException {
    work = Files.createDirectory(temp.resolve("work"));
    other = Files.createDirectory(temp.resolve("other"));
  }

  @Test
  void filesAndFoldersOfAllFoldersAreCountedAndLinksNotFollowed() throws Exception {
    Files.writeString(Files.createDirectory(work.resolve("sub")).resolve("a"), "four");
    Files.writeString(other.resolve("b"), "12345678");
    Files.createSymbolicLink(work.resolve("out"), Path.of("/usr"));

    assertThat(FolderContent.of(List.of(work, other), LIMITS))
        .isEqualTo(new FolderContent(4, 12, false));
  }

  @Test
  void aFileOfExactlyTheLargestSizeWasCut() throws Exception {
    Files.writeString(work.resolve("a"), "1234567");

    assertThat(new DiskStorage(List.of(work, other), LIMITS).holdsCutFile()).isTrue();
  }

  @Test
  void countingEndsSoonAfterThereAreTooMany() throws Exception {
    for (int i = 0; i < 300; i++) {
      Files.createFile(work.resolve("f" + i));
    }

    assertThat(FolderContent.of(List.of(work, other), LIMITS).files()).isBetween(6L, 120L);
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(FolderContent.of(List.of(temp.resolve("absent")), LIMITS))
        .isEqualTo(new FolderContent(0, 0, false));
  }
}
