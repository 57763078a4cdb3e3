package dev.hone.model.embedded.process;

import dev.hone.model.LanguageModel;
import dev.hone.model.embedded.EmbeddedOptions;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A program that opens a model, prints the identifier of the engine's process, and waits until it
/// is killed.
public final class Orphan {
  private Orphan() {}

  /// {@return the program and its arguments}
  ///
  /// @param engineFolder the folder with the engine
  /// @param model the model file
  public static List<String> command(Path engineFolder, Path model) {
    return List.of(
        Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
        "-cp",
        System.getProperty("java.class.path", ""),
        Orphan.class.getName(),
        engineFolder.toString(),
        model.toString());
  }

  static void main(String[] words) throws InterruptedException {
    try (LanguageModel _ =
        IsolatedModel.open(
            Path.of(words[0]),
            Path.of(words[1]),
            new EmbeddedOptions(0, 1, false),
            Progress.silent())) {
      System.out.println(EngineProcesses.running().getFirst().pid());
      new CountDownLatch(1).await();
    }
  }
}
