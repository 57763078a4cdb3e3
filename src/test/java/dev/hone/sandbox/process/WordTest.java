package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @Test
  void itIsHeardOnceItWasSaid() throws Exception {
    try (Word word = Word.at(folder.resolve("word"), Tools.uid())) {
      assertThat(word.running()).isFalse();

      Files.writeString(word.path(), "{ \"running\": true }\n");

      assertThat(word.running()).isTrue();
      assertThat(word.running()).isTrue();
    }
  }

  @Test
  void otherWordsAreNotMistakenForIt() throws Exception {
    try (Word word = Word.at(folder.resolve("word"), Tools.uid())) {
      Files.writeString(word.path(), "running\n");

      assertThat(word.running()).isFalse();
    }
  }

  @Test
  void onlyItsUserMayWriteToItAndItIsGoneAtTheEnd() throws Exception {
    Path path = folder.resolve("word");
    try (Word word = Word.at(path, Tools.uid())) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(word.path())))
          .isEqualTo("rw-------");
    }

    assertThat(path).doesNotExist();
  }
}
