package dev.hone.plan;

import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelException;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.budget.BudgetException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Asked;
import dev.hone.requirement.Fitting;
import dev.hone.requirement.Trim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What a model was asked before a run that goes on without an answer, too.
///
/// @param text the answer; empty where there is none
/// @param asked what was asked, for the log and the bill; empty where no reply came
record Advice(Optional<String> text, List<Asked> asked) {
  Advice {
    asked = List.copyOf(asked);
  }

  /// {@return what a model says} A model that stays away is no failure: it is met again, and
  /// reported, where the code is asked for.
  ///
  /// @param model the model
  /// @param mostTokens the most tokens of the answer
  /// @param prompts the prompt, shortened as it has to be
  /// @param progress hears what is left out of a prompt that is too long
  static Advice of(
      LanguageModel model, int mostTokens, Function<Trim, Prompt> prompts, Progress progress) {
    Fitting fitting = new Fitting(text -> progress.report(new Event.Stage(text)));
    Sampling sampling = Sampling.greedy(mostTokens);
    List<Prompt> tried = new ArrayList<>();
    Reply reply;
    try {
      reply =
          fitting.ask(
              model.card(),
              sampling,
              prompts,
              prompt -> {
                tried.add(prompt);
                return model.reply(new Request(prompt.messages(), sampling, List.of()), _ -> {});
              });
    } catch (BudgetException e) {
      return new Advice(
          Optional.empty(), e.cut().map(cut -> new Asked(tried.getLast(), cut)).stream().toList());
    } catch (ModelException _) {
      return new Advice(Optional.empty(), List.of());
    }
    return new Advice(
        reply.finish() == FinishReason.CANCELLED ? Optional.empty() : Optional.of(reply.text()),
        List.of(new Asked(tried.getLast(), reply)));
  }
}
