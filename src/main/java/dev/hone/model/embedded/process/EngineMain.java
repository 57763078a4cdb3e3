package dev.hone.model.embedded.process;

import dev.hone.model.LanguageModel;
import dev.hone.model.embedded.EmbeddedModel;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;

/// What runs in the engine's process: it loads a model and answers until its standard input ends,
/// which it does when Hone ends, in whatever way.
final class EngineMain {
  private static final int BROKEN = 70;

  private EngineMain() {}

  /// Runs the process.
  ///
  /// @param words what {@link EngineCommand} writes
  static void main(String[] words) {
    Interrupts.ignore();
    // what anything else prints must not stand between the lines
    System.setOut(System.err);
    EngineDesk desk = new EngineDesk(new FileOutputStream(FileDescriptor.out));
    Thread.ofPlatform().daemon().name("orders").start(() -> hear(desk));
    EngineCommand command = EngineCommand.of(words);
    try (LanguageModel model =
        EmbeddedModel.open(command.engineFolder(), command.model(), command.options())) {
      desk.say(new Word.Ready(model.card()));
      desk.work(model);
    } catch (InterruptedException | RuntimeException e) {
      desk.say(new Word.Failed(Word.UNASKED, Failure.of(e)));
    }
  }

  // Halts, as an orderly end would wait for the reply under way.
  private static void hear(EngineDesk desk) {
    int status = 0;
    try {
      desk.hear(new FileInputStream(FileDescriptor.in));
    } catch (IOException | RuntimeException _) {
      status = BROKEN;
    } finally {
      Runtime.getRuntime().halt(status);
    }
  }
}
