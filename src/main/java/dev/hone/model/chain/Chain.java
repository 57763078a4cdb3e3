package dev.hone.model.chain;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.Forecast;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Models in a row: the first is asked until it fails for good or hands over, then the next, which
/// stays. A failure that is the asker's own, such as a prompt that is too long, is passed on. A
/// model is opened when it is its turn. Closing the chain leaves its models open.
public final class Chain implements LanguageModel {
  private final List<Link> links;
  private final Progress progress;
  private int at;
  private @Nullable LanguageModel open;

  /// One model of a chain.
  ///
  /// @param name what it is called in messages
  /// @param opening opens it; what it throws counts as a failure of the model
  public record Link(String name, Supplier<LanguageModel> opening) {}

  private record Turn(int number, LanguageModel model) {}

  /// Makes a chain.
  ///
  /// @param links the models in order, at least one
  /// @param progress told when the next one takes over
  public Chain(List<Link> links, Progress progress) {
    this.links = List.copyOf(links);
    this.progress = progress;
    if (this.links.isEmpty()) {
      throw new IllegalArgumentException("a chain has a model at least");
    }
  }

  /// {@return the names in a text such as `default,openai:gpt-4.1-mini`, at least one}
  ///
  /// @param text names with commas between them
  /// @throws UsageException if a name is missing
  public static List<String> names(String text) {
    List<String> names = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    if (names.contains("")) {
      throw new UsageException(
          "--model %s has a comma without a name beside it; write such as: --model default,openai:NAME"
              .formatted(text));
    }
    return names;
  }

  /// {@return what is known of the model whose turn it is}
  ///
  /// @throws ModelException if none can be opened
  @Override
  public ModelCard card() {
    return turn().model().card();
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    while (true) {
      Turn turn = turn();
      try {
        return turn.model().reply(request, onText);
      } catch (ModelException e) {
        leave(turn.number(), e);
      }
    }
  }

  @Override
  public Forecast forecast(Request request) {
    return turn().model().forecast(request);
  }

  /// {@inheritDoc} A model of usual size does not hand over to a small one, and one that cannot be
  /// opened is passed over.
  @Override
  public synchronized boolean handOver(String why) {
    boolean small = turn().model().card().isSmall();
    for (int next = at + 1; next < links.size(); next++) {
      try {
        LanguageModel model = links.get(next).opening().get();
        if (small || !model.card().isSmall()) {
          goOn(next, why);
          open = model;
          return true;
        }
      } catch (ModelException e) {
        progress.report(
            new Event.Stage(
                "model: %s is passed over (%s)".formatted(links.get(next).name(), e.getMessage())));
      }
    }
    return false;
  }

  private void goOn(int next, String why) {
    progress.report(
        new Event.Stage(
            "model: %s is left (%s), going on with %s"
                .formatted(links.get(at).name(), why, links.get(next).name())));
    at = next;
    open = null;
  }

  private synchronized Turn turn() {
    while (open == null) {
      try {
        open = links.get(at).opening().get();
      } catch (ModelException e) {
        leave(at, e);
      }
    }
    return new Turn(at, open);
  }

  private synchronized void leave(int number, ModelException failure) {
    // another thread may have met the same failure first
    if (number < at) {
      return;
    }
    // whoever stops the work does not want it done by somebody else
    boolean own = failure.type() == ErrorType.USER || Thread.currentThread().isInterrupted();
    if (own || at + 1 == links.size()) {
      throw failure;
    }
    goOn(at + 1, String.valueOf(failure.getMessage()));
  }

  @Override
  public void close() {
    // The models belong to whoever opened them.
  }
}
