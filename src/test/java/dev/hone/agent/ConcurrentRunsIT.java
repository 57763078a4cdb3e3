package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentRunsIT {
  @TempDir Path folder;

  @Test
  void tenThousandRunsAtOnceNeedLittleMemory() throws Exception {
    Path out = folder.resolve("out");
    Process runs =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx512m",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    System.getProperty("java.class.path"),
                    ConcurrentRuns.class.getName(),
                    "10000",
                    folder.resolve("runs.db").toString()))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();

    int exit = runs.waitFor();

    assertThat(Files.readString(out, StandardCharsets.UTF_8)).endsWith("10000 solved\n");
    assertThat(exit).isZero();
  }
}
