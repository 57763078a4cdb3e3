package dev.hone.agent;

import dev.hone.model.Prompt;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Asks with as much of what goes with a requirement as the model has room for. What it leaves out
/// it says; the run log has each prompt as it was asked.
final class Fitting {
  private final Asker asker;

  Fitting(Asker asker) {
    this.asker = asker;
  }

  /// How a prompt is asked.
  @FunctionalInterface
  interface Asking {
    /// {@return the reply}
    ///
    /// @param prompt the prompt
    /// @throws InterruptedException if the calling thread was interrupted
    Reply ask(Prompt prompt) throws InterruptedException;
  }

  /// {@return the reply to the first prompt that leaves room for it} A model that does not tell its
  /// context is asked for more and more of a trim until it takes the prompt.
  ///
  /// @param role in which role the model is asked
  /// @param sampling the room that the reply is to have
  /// @param prompts the prompt after each trim
  /// @param asking how it is asked
  /// @throws PromptTooLongException if the shortest does not fit either
  /// @throws InterruptedException if the calling thread was interrupted
  Reply ask(String role, Sampling sampling, Function<Trim, Prompt> prompts, Asking asking)
      throws InterruptedException {
    List<Shortened> ladder = ladder(prompts);
    for (Shortened rung : ladder.subList(0, ladder.size() - 1)) {
      if (asker.hasRoom(role, rung.prompt(), sampling)) {
        try {
          return ask(role, rung, asking);
        } catch (PromptTooLongException _) {
          // the next one is shorter
        }
      }
    }
    return ask(role, ladder.getLast(), asking);
  }

  private record Shortened(Prompt prompt, Trim trim) {}

  // A trim of what is not there changes nothing, and is left out.
  private static List<Shortened> ladder(Function<Trim, Prompt> prompts) {
    List<Shortened> ladder = new ArrayList<>();
    for (Trim trim : Trim.values()) {
      Prompt prompt = prompts.apply(trim);
      if (ladder.isEmpty() || !ladder.getLast().prompt().equals(prompt)) {
        ladder.add(new Shortened(prompt, trim));
      }
    }
    return ladder;
  }

  private Reply ask(String role, Shortened rung, Asking asking) throws InterruptedException {
    if (rung.trim() != Trim.NOTHING) {
      asker.report(
          "prompt: too long for %s, left out: %s"
              .formatted(asker.model(role).name(), rung.trim().words()));
    }
    return asking.ask(rung.prompt());
  }
}
