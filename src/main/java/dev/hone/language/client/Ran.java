package dev.hone.language.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a client's command ended.
///
/// @param exit its exit code
/// @param output its standard output
/// @param errors its standard error
record Ran(int exit, String output, String errors) {
  /// Runs a command in a folder, with more variables than those of this process.
  static Ran in(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("errors-", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output, Files.readString(errors));
  }

  boolean isGood() {
    return exit == 0;
  }

  List<String> lines() {
    return output.lines().filter(line -> !line.isBlank()).toList();
  }
}
