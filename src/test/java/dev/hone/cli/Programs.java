package dev.hone.cli;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Programs of the machine that read what Hone prints.
final class Programs {
  private Programs() {}

  /// What a program left behind.
  record Ended(int exit, String out, String err) {}

  /// {@return how a program ended} The test is skipped where it is not here.
  ///
  /// @param folder where it works, and where its output is kept
  /// @param words its name and its arguments
  static Ended run(Path folder, String... words) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(new ArrayList<>(List.of(words)))
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("MANWIDTH", "100");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return new Ended(
          process.waitFor(),
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return abort(words[0] + " is not here: " + e.getMessage());
    }
  }
}
