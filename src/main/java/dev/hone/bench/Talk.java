package dev.hone.bench;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.result.Usage;
import java.util.List;
import java.util.Map;

/// Asks a model and counts what it cost.
final class Talk {
  private final LanguageModel model;
  private final Progress progress;
  private Usage usage = Usage.NONE;

  Talk(LanguageModel model, Progress progress) {
    this.model = model;
    this.progress = progress;
  }

  /// {@return the reply, cut by the token limit or not}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Reply ask(PromptTemplate template, Map<String, String> values, Sampling sampling)
      throws InterruptedException {
    return ask(template.fill(values), sampling);
  }

  /// {@return the model's reply}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Reply ask(Prompt prompt, Sampling sampling) throws InterruptedException {
    Reply reply =
        model.reply(
            new Request(prompt.messages(), sampling, List.of()),
            piece -> progress.report(new Event.ModelText(piece)));
    usage = usage.plus(Usage.of(reply));
    if (reply.finish() == FinishReason.CANCELLED || Thread.interrupted()) {
      throw new InterruptedException("stopped while the model answered");
    }
    return reply;
  }

  Usage usage() {
    return usage;
  }
}
