package dev.hone.requirement;

import dev.hone.model.ModelCard;
import dev.hone.model.Prompt;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Asks with as much of what goes with a requirement as the model has room for. What it leaves out
/// it says; the run log has each prompt as it was asked.
public final class Fitting {
  // Fewer than in prose: code is full of short names and signs.
  private static final int CHARACTERS_IN_A_TOKEN = 3;

  private final Consumer<String> told;

  /// Makes a fitting.
  ///
  /// @param told hears in a line what was left out
  public Fitting(Consumer<String> told) {
    this.told = told;
  }

  /// How a prompt is asked.
  ///
  /// @param <E> what keeps it from being asked, such as an interrupt
  @FunctionalInterface
  public interface Asking<E extends Exception> {
    /// {@return the reply}
    ///
    /// @param prompt the prompt
    /// @throws E if it could not be asked
    Reply ask(Prompt prompt) throws E;
  }

  /// {@return the reply to the first prompt that leaves room for it} A model that does not tell its
  /// context is asked for more and more of a trim until it takes the prompt.
  ///
  /// @param <E> what keeps a prompt from being asked
  /// @param model the model that is asked
  /// @param sampling the room that the reply is to have
  /// @param prompts the prompt after each trim
  /// @param asking how it is asked
  /// @throws PromptTooLongException if the shortest does not fit either
  /// @throws E if a prompt could not be asked
  public <E extends Exception> Reply ask(
      ModelCard model, Sampling sampling, Function<Trim, Prompt> prompts, Asking<E> asking)
      throws E {
    List<Shortened> ladder = ladder(prompts);
    for (Shortened rung : ladder.subList(0, ladder.size() - 1)) {
      if (hasRoom(model, rung.prompt(), sampling)) {
        try {
          return ask(model, rung, asking);
        } catch (PromptTooLongException _) {
          // the next one is shorter
        }
      }
    }
    return ask(model, ladder.getLast(), asking);
  }

  /// {@return about how many tokens so many characters of code are}
  ///
  /// @param characters how many
  public static int tokens(int characters) {
    return characters / CHARACTERS_IN_A_TOKEN;
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

  // As the characters tell; a model whose context is not known has room. The model's own count is
  // not asked for: kept replies have none, and a run that they answer must ask what it asked then.
  private static boolean hasRoom(ModelCard model, Prompt prompt, Sampling sampling) {
    int most = model.contextTokens();
    int characters = prompt.messages().stream().mapToInt(message -> message.text().length()).sum();
    return most == 0 || tokens(characters) + sampling.maxTokens() <= most;
  }

  private <E extends Exception> Reply ask(ModelCard model, Shortened rung, Asking<E> asking)
      throws E {
    if (rung.trim() != Trim.NOTHING) {
      told.accept(
          "prompt: too long for %s, left out: %s".formatted(model.name(), rung.trim().words()));
    }
    return asking.ask(rung.prompt());
  }
}
