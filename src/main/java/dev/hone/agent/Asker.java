package dev.hone.agent;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Exchange;
import java.util.ArrayList;
import java.util.List;

/// Asks the model and keeps each exchange until it is collected. A reply that the token limit cut
/// is asked for once more with twice the room.
final class Asker {
  private final LanguageModel model;
  private final Progress progress;
  private final List<Exchange> exchanges = new ArrayList<>();

  Asker(LanguageModel model, Progress progress) {
    this.model = model;
    this.progress = progress;
  }

  /// {@return the model's reply, whose finish reason is still `LENGTH` where twice the room was too
  /// little}
  ///
  /// @throws InterruptedException if the calling thread was interrupted; the cut reply is kept
  Reply ask(String role, Prompt prompt, Sampling sampling) throws InterruptedException {
    Reply reply = once(role, prompt, sampling);
    if (reply.finish() == FinishReason.LENGTH) {
      progress.report(
          new Event.Stage("the reply was cut by the token limit, asking with more room"));
      reply = once(role, prompt, roomier(sampling));
    }
    return reply;
  }

  /// {@return what is known of the model}
  ModelCard model() {
    return model.card();
  }

  /// {@return the exchanges since the last call}
  List<Exchange> collect() {
    List<Exchange> collected = List.copyOf(exchanges);
    exchanges.clear();
    return collected;
  }

  /// {@return the model's reply, cut or not}
  ///
  /// @throws InterruptedException if the calling thread was interrupted; the cut reply is kept
  Reply once(String role, Prompt prompt, Sampling sampling) throws InterruptedException {
    Reply reply =
        model.reply(
            new Request(prompt.messages(), sampling, List.of()),
            piece -> progress.report(new Event.ModelText(piece)));
    exchanges.add(new Exchange(role, prompt, reply));
    if (reply.finish() == FinishReason.CANCELLED || Thread.interrupted()) {
      throw new InterruptedException("stopped while the model answered");
    }
    return reply;
  }

  private static Sampling roomier(Sampling sampling) {
    return new Sampling(
        sampling.temperature(),
        sampling.topP(),
        sampling.topK(),
        sampling.minP(),
        sampling.repeatPenalty(),
        sampling.seed(),
        sampling.maxTokens() * 2,
        sampling.stop());
  }
}
