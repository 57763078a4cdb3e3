package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogProcessTest {
  @TempDir Path folder;

  @Test
  void twoProcessesThatBeginTogetherWriteToOneFile() throws Exception {
    Process first = writer(15);
    Process second = writer(15);

    assertThat(List.of(first.waitFor(), second.waitFor())).containsExactly(0, 0);
    try (RunLog log = RunLog.open(file())) {
      assertThat(log.runs(100)).hasSize(30).extracting(RunSummary::rounds).containsOnly(1);
    }
  }

  @Test
  void whatAKilledProcessSaidItWroteIsThere() throws Exception {
    Process writer = writer(1_000_000);
    String id;
    try (BufferedReader lines = writer.inputReader()) {
      id = lines.readLine();
    } finally {
      writer.destroyForcibly().waitFor();
    }

    try (RunLog log = RunLog.open(file())) {
      RunRecord run = log.find(id).orElseThrow();
      assertThat(run.attempts()).containsExactly(Samples.failed());
      assertThat(run.end()).isEqualTo(new RunEnd.Unfinished());
      assertThat(log.begin(Samples.start())).isNotEmpty();
    }
  }

  private Process writer(int runs) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            WritingProcess.class.getName(),
            file().toString(),
            Integer.toString(runs))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Path file() {
    return folder.resolve("runs.db");
  }
}
