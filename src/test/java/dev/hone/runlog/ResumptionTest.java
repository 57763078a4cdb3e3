package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.result.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumptionTest extends ResumptionContract {
  @TempDir Path folder;

  @Override
  RunLog open() {
    return RunLog.open(folder.resolve("runs.db"));
  }

  @Test
  void noFileIsLeftOfARunThatEndedOrWhoseLogWasClosed() throws IOException {
    try (RunLog log = open()) {
      String ended = log.begin(Samples.start());
      String open = log.begin(Samples.start());
      log.end(ended, Ending.FAILED, "");

      assertThat(locks()).singleElement().asString().startsWith(open);
    }
    assertThat(locks()).isEmpty();
  }

  private List<String> locks() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("runs.db.running"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
