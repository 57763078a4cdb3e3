package dev.hone.progress;

import java.time.Duration;
import java.util.List;

/// One thing that happened, for a person to see.
public sealed interface Event {
  /// A new stage of the work, or a fact worth a line.
  ///
  /// @param text one line, no full stop, such as `language: python (named in the text)`
  record Stage(String text) implements Event {}

  /// A download that starts, moves on or ends (`doneBytes == totalBytes`).
  ///
  /// @param name what is fetched, such as a file name
  /// @param source where from, in words a person can check
  /// @param doneBytes bytes that are here, resumed ones counted
  /// @param totalBytes bytes in all, or 0 where unknown
  record Download(String name, String source, long doneBytes, long totalBytes) implements Event {}

  /// A piece of text from the model, as it is generated.
  ///
  /// @param text the piece, never empty
  record ModelText(String text) implements Event {}

  /// A candidate that a run begins with.
  ///
  /// @param round the round it belongs to, from 1
  /// @param rounds the most rounds of the run as it stands
  /// @param attempt its place among all candidates of the run, from 1
  /// @param attempts the most candidates of the run as it stands
  /// @param language the identifier of the language it is written in, such as `python`
  record Attempt(int round, int rounds, int attempt, int attempts, String language)
      implements Event {}

  /// A question that goes to a model.
  ///
  /// @param role what for, such as `code`, `tests` or `repair`
  /// @param model the model's name
  /// @param characters the length of the prompt, all messages together
  record Question(String role, String model, int characters) implements Event {}

  /// What a model answered, once it is whole. Its text came before, as {@link ModelText}.
  ///
  /// @param role what it was asked for, as in {@link Question}
  /// @param promptTokens tokens of the prompt, cached ones counted
  /// @param cachedTokens tokens of the prompt that were kept from an earlier question
  /// @param completionTokens tokens generated
  /// @param time from the question to the end of the answer
  /// @param cost US dollars as a decimal number, such as `0.0042`; empty where unknown
  record Answer(
      String role,
      int promptTokens,
      int cachedTokens,
      int completionTokens,
      Duration time,
      String cost)
      implements Event {}

  /// How far the tests of a candidate have come.
  ///
  /// @param passed tests that passed until now
  /// @param ran tests that came to an end until now, passed ones counted
  /// @param all tests that there are
  record Tests(int passed, int ran, int all) implements Event {}

  /// What judging a candidate showed.
  ///
  /// @param attempt its place among all candidates of the run, from 1
  /// @param verdict the verdict's identifier, such as `TestsFailed`
  /// @param errors what is wrong with it, for a person, each of one line or several; often empty
  record Verdict(int attempt, String verdict, List<String> errors) implements Event {
    /// Copies the list.
    public Verdict {
      errors = List.copyOf(errors);
    }
  }
}
