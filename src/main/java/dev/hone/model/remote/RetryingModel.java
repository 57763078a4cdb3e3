package dev.hone.model.remote;

import dev.hone.failure.ErrorType;
import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.remote.FailedCall.Spent;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.time.Duration;
import java.util.function.Consumer;

/// A model that is asked again where a failure may pass: with longer and longer pauses, or the
/// pause that the provider asks for. Several threads may ask.
final class RetryingModel implements LanguageModel {
  private final ModelCard card;
  private final Call call;
  private final Backoff backoff;
  private final Circuit circuit;
  private final Surroundings surroundings;
  private volatile boolean closed;

  /// What a model works in.
  ///
  /// @param ticker the time
  /// @param redaction takes secrets out of every message
  /// @param progress told of every new try
  /// @param close frees the connection
  record Surroundings(Ticker ticker, Redaction redaction, Progress progress, Runnable close) {}

  RetryingModel(ModelCard card, Call call, Backoff backoff, Surroundings surroundings) {
    this.card = card;
    this.call = call;
    this.backoff = backoff;
    this.circuit = new Circuit(surroundings.ticker());
    this.surroundings = surroundings;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public Reply reply(Request request, Consumer<String> onText) {
    if (closed) {
      throw new IllegalStateException("the model " + card.name() + " is closed");
    }
    Spent lost = Spent.NOTHING;
    int billed = 0;
    for (int failed = 1; ; failed++) {
      checkCircuit();
      try {
        Reply reply = call.ask(request, onText);
        circuit.worked();
        return with(reply, lost, billed);
      } catch (FailedCall e) {
        if (e.fault().mayBeBilled()) {
          lost = lost.plus(e.spent());
          billed++;
        }
        Duration pause = pause(e, failed);
        try {
          surroundings.ticker().pause(pause);
        } catch (InterruptedException _) {
          Thread.currentThread().interrupt();
          return with(nothing(), lost, billed);
        }
      }
    }
  }

  private void checkCircuit() {
    Duration rest = circuit.rest();
    if (!rest.isZero()) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s failed %d times in a row and is left alone for %d s more; try again then, or pass another --model"
              .formatted(card.name(), circuit.failures(), rest.toSeconds() + 1));
    }
  }

  /// {@return how long to wait before the next try}
  ///
  /// @throws ModelException if there is none
  private Duration pause(FailedCall failure, int failed) {
    String words = surroundings.redaction().of(failure.words());
    if (failure.fault() == Fault.TOO_LONG) {
      throw new PromptTooLongException(words);
    }
    if (!failure.fault().isPassing()) {
      throw new ModelException(failure.type(), words);
    }
    circuit.failed();
    if (failed >= backoff.tries()) {
      throw new ModelException(
          failure.type(),
          "%s; tried %s, so try again later, or pass another --model"
              .formatted(words, failed == 1 ? "once" : failed + " times"));
    }
    Duration asked = failure.asksToWait();
    if (asked.compareTo(Backoff.LONGEST) > 0) {
      throw new ModelException(
          failure.type(),
          "%s; it asks to wait %d s, so try again then, or pass another --model"
              .formatted(words, asked.toSeconds()));
    }
    Duration pause = asked.isZero() ? backoff.pause(failed) : asked;
    surroundings
        .progress()
        .report(
            new Event.Stage(
                "%s; trying again in %.1f s (%d of %d)"
                    .formatted(words, pause.toMillis() / 1000.0, failed + 1, backoff.tries())));
    return pause;
  }

  private static Reply nothing() {
    return new Reply("", FinishReason.CANCELLED, 0, 0, 0, Duration.ZERO, Duration.ZERO);
  }

  private static Reply with(Reply reply, Spent lost, int billed) {
    return billed == 0
        ? reply
        : new Reply(
            reply.text(),
            reply.finish(),
            reply.promptTokens() + lost.promptTokens(),
            reply.cachedTokens(),
            reply.completionTokens() + lost.completionTokens(),
            reply.firstToken(),
            reply.total(),
            reply.thinkingTokens(),
            billed,
            reply.logprobs());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      surroundings.close().run();
    }
  }
}
