package dev.hone.verdict;

import dev.hone.language.Language;

/// Stands around each judging of a candidate, as to measure it.
@FunctionalInterface
public interface JudgeWatch {
  /// One judging, which can be carried out once.
  @FunctionalInterface
  interface Judging {
    /// {@return what judging showed}
    ///
    /// @throws InterruptedException if the calling thread was interrupted
    Judgement judge() throws InterruptedException;
  }

  /// {@return what judging showed, unchanged}
  ///
  /// @param language the candidate's language
  /// @param judging carries it out
  /// @throws InterruptedException if the calling thread was interrupted
  Judgement over(Language language, Judging judging) throws InterruptedException;

  /// {@return a watch that does nothing}
  static JudgeWatch none() {
    return (_, judging) -> judging.judge();
  }
}
