package dev.hone.model.embedded.process;

import dev.hone.failure.ErrorType;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.Price;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.embedded.EmbeddedOptions;
import dev.hone.model.embedded.Turns;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An embedded model in a process of its own, which a fault of the engine ends in Hone's place. The
/// process is then started again and asked the same once more; the text that had come is shown
/// once.
///
/// Its card and its replies are those of {@link dev.hone.model.embedded.EmbeddedModel}, and so is
/// what it says of threads and of closing. The process ends with the model, and with Hone however
/// that ends.
public final class IsolatedModel implements LanguageModel {
  private static final int TRIES = 2;

  private final EngineCommand command;
  private final Progress progress;
  private final ModelCard card;
  private final Turns turns;
  private @Nullable Engine engine;

  private IsolatedModel(EngineCommand command, Progress progress, Engine.Started started) {
    this.command = command;
    this.progress = progress;
    this.card = started.card();
    this.turns = new Turns(card.name());
    this.engine = started.engine();
  }

  /// {@return a model, loaded and ready} It must be closed to end its process.
  ///
  /// @param engineFolder the folder with llama.cpp's shared libraries
  /// @param gguf the model file
  /// @param options how to open it; where they are verbose, the process writes to the standard
  ///   error of this one
  /// @param progress told when the process is started again
  /// @throws ModelException if the model cannot be opened, the process ends while it loads it, or
  ///   the thread is interrupted
  public static IsolatedModel open(
      Path engineFolder, Path gguf, EmbeddedOptions options, Progress progress) {
    EngineCommand command = new EngineCommand(engineFolder, gguf, options);
    try {
      return new IsolatedModel(command, progress, Engine.start(command, options.verbose()));
    } catch (Crash e) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "the engine's process ended while it loaded %s (%s); pass another --model, such as small or openai:NAME, or leave --engine-process out to load it in Hone's own process"
              .formatted(gguf, e.how()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(
          ErrorType.EXTERNAL,
          "loading %s was interrupted; run the command again".formatted(gguf),
          e);
    }
  }

  @Override
  public ModelCard card() {
    return card;
  }

  /// {@inheritDoc}
  ///
  /// @throws ModelException if the process ends twice while it answers this request, too
  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    return turns.reply(start -> answer(request, new Seam(onText), start));
  }

  private Reply answer(Request request, Seam text, long start) {
    for (int tries = 1; ; tries++) {
      try {
        Engine running = running();
        long waited = System.nanoTime() - start;
        text.begin();
        return later(running.reply(request, text), Duration.ofNanos(waited));
      } catch (Crash crash) {
        leave();
        if (Thread.currentThread().isInterrupted()) {
          return Turns.cancelled(text.text(), start);
        }
        goOn(tries, crash);
      } catch (InterruptedException _) {
        return Turns.cancelled(text.text(), start);
      }
    }
  }

  private Engine running() throws Crash, InterruptedException {
    if (engine != null && engine.isRunning()) {
      return engine;
    }
    if (engine != null) {
      leave();
      progress.report(new Event.Stage("model: the engine's process had ended; starting it again"));
    }
    Engine started = Engine.start(command, command.options().verbose()).engine();
    engine = started;
    return started;
  }

  private void leave() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }

  private void goOn(int tries, Crash crash) {
    if (tries == TRIES) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "the engine's process ended twice at the same request to %s (the last time by %s); pass another --model, such as small or openai:NAME; HONE_ENGINE_LOG=1 shows the engine's own log"
              .formatted(card.name(), crash.how()),
          crash);
    }
    progress.report(
        new Event.Stage(
            "model: the engine's process ended (%s); starting it again and asking once more"
                .formatted(crash.how())));
  }

  private static Reply later(Reply reply, Duration waited) {
    return new Reply(
        reply.text(),
        reply.finish(),
        reply.promptTokens(),
        reply.cachedTokens(),
        reply.completionTokens(),
        reply.firstToken().plus(waited),
        reply.total().plus(waited),
        reply.thinkingTokens(),
        reply.retries(),
        reply.logprobs());
  }

  /// {@inheritDoc}
  ///
  /// The tokens are counted unless another thread has the model, or its process has ended.
  @Override
  public Forecast forecast(Request request) {
    // from inside a reply the process would answer only once that is whole
    return turns.isOwn() ? new Forecast(0, Price.free()) : turns.forecast(() -> tokens(request));
  }

  private int tokens(Request request) {
    try {
      return engine != null && engine.isRunning() ? engine.tokens(request) : 0;
    } catch (Crash _) {
      // whoever asks next starts it again
      return 0;
    }
  }

  @Override
  public void close() {
    turns.close(this::leave);
  }
}
