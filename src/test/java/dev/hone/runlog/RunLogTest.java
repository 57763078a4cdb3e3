package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest extends RunLogContract {
  @TempDir Path folder;

  @Override
  RunLog open() {
    return RunLog.open(file());
  }

  @Test
  void moreRunsThanThereAreShortNamesMayBeginInOneSecond() {
    try (RunLog log = RunLog.open(folder.resolve("many.db"))) {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 1100; i++) {
        ids.add(log.begin(Samples.start()));
      }
      assertThat(ids).hasSize(1100);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsLeftAsItIs() throws Exception {
    Files.writeString(file(), "These are somebody's notes and certainly no database.\n".repeat(90));
    String before = Files.readString(file());

    assertThatThrownBy(() -> RunLog.open(file()))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining(file().toString())
        .hasMessageContaining("move it away");
    assertThat(Files.readString(file())).isEqualTo(before);
  }

  @Test
  void aFolderThatCannotBeMadeIsWrongUse() throws Exception {
    Path notAFolder = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> RunLog.open(notAFolder.resolve("runs.db")))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("set HONE_HOME");
  }

  private Path file() {
    return folder.resolve("runs.db");
  }
}
