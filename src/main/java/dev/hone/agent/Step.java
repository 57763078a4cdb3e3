package dev.hone.agent;

import dev.hone.result.Attempt;
import dev.hone.result.Ending;

/// What to do next.
sealed interface Step {
  /// Ask for a fresh candidate.
  ///
  /// @param number how many fresh candidates were asked for before, from 0
  record Fresh(int number) implements Step {}

  /// Ask for a fresh candidate although there is one that passes, to see whether that one stands
  /// alone.
  ///
  /// @param number how many fresh candidates were asked for before, from 1
  record Confirm(int number) implements Step {}

  /// Ask for a fresh candidate that gets right what an earlier one got wrong, without its code.
  ///
  /// @param number how many fresh candidates were asked for before, from 0
  /// @param attempt the attempt that got something wrong
  record Watch(int number, Attempt attempt) implements Step {}

  /// Ask for a correction of an earlier candidate.
  ///
  /// @param attempt the attempt to correct
  record Repair(Attempt attempt) implements Step {}

  /// End the run.
  ///
  /// @param ending why
  record Stop(Ending ending) implements Step {}
}
