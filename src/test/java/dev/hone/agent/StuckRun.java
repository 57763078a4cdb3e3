package dev.hone.agent;

import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.ScriptedModel;
import dev.hone.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// A program whose model answers once, with code that is wrong, and then never again.
final class StuckRun {
  private StuckRun() {}

  /// Says `stuck` once the model is asked for a second answer.
  ///
  /// @param arguments the file of the log, the folder of the runners, the requirement
  public static void main(String[] arguments) throws InterruptedException {
    ScriptedRuns runs =
        new ScriptedRuns(new Sandboxes().choose(), Path.of(arguments[1]), Path.of(arguments[0]));
    System.out.println(runs.solve(Cast.of(new Stuck()), arguments[2]).runId());
  }

  /// {@return the process, begun}
  static Process start(Path log, Path cache, String text) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StuckRun.class.getName(),
                log.toString(),
                cache.toString(),
                text))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static final class Stuck implements LanguageModel {
    private final ScriptedModel first =
        new ScriptedModel("```python\ndef double(n):\n    return n + 1\n```\n");

    @Override
    public ModelCard card() {
      return first.card();
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      while (first.isUsedUp()) {
        System.out.println("stuck");
        LockSupport.park();
      }
      return first.reply(request, onText);
    }

    @Override
    public void close() {}
  }
}
