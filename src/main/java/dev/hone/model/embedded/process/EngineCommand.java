package dev.hone.model.embedded.process;

import dev.hone.model.embedded.EmbeddedOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How the engine's process is started: the same Java and the same classes as here, a small heap.
///
/// @param engineFolder the folder with llama.cpp's shared libraries
/// @param model the model file
/// @param options how it is opened
record EngineCommand(Path engineFolder, Path model, EmbeddedOptions options) {
  // Weights, context and scores are native memory; the header of a file is the most that is not.
  private static final List<String> JVM =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-Xmx256m",
          // no threads that would take a core from the model
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError",
          // the core of a process with a model is larger than the model
          "-XX:-CreateCoredumpOnCrash",
          // neither files in the folder of a person, nor words between the lines
          "-XX:+ErrorFileToStderr",
          "-XX:+DisplayVMOutputToStderr");

  /// {@return the command of these words}
  ///
  /// @param words what follows the class in {@link #line}
  static EngineCommand of(String[] words) {
    return new EngineCommand(
        Path.of(words[0]),
        Path.of(words[1]),
        new EmbeddedOptions(
            Integer.parseInt(words[2]),
            Integer.parseInt(words[3]),
            Boolean.parseBoolean(words[4]),
            Boolean.parseBoolean(words[5])));
  }

  /// {@return the program and its arguments}
  List<String> line() {
    return Stream.of(
            Stream.of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString()),
            JVM.stream(),
            Stream.of("-cp", System.getProperty("java.class.path", "")),
            Stream.of(EngineMain.class.getName()),
            Stream.of(
                engineFolder.toAbsolutePath().toString(),
                model.toAbsolutePath().toString(),
                Integer.toString(options.contextTokens()),
                Integer.toString(options.threads()),
                Boolean.toString(options.verbose()),
                Boolean.toString(options.drafts())))
        .flatMap(words -> words)
        .toList();
  }
}
