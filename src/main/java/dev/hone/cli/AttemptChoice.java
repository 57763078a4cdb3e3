package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.result.Attempt;
import dev.hone.runlog.RunRecord;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.ParseResult;

/// Which attempts of a run are meant.
final class AttemptChoice {
  private AttemptChoice() {}

  /// {@return whether some are named}
  static boolean isNarrow(ParseResult words) {
    return Options.has(words, "--attempt") || Options.has(words, "--round");
  }

  /// {@return those that `--attempt` or `--round` names, or all}
  ///
  /// @throws UsageException if there is none, or both are given
  static List<Attempt> of(ParseResult words, RunRecord run) {
    if (!isNarrow(words)) {
      return run.attempts();
    }
    if (Options.has(words, "--attempt") && Options.has(words, "--round")) {
      throw new UsageException("--attempt and --round exclude each other; leave one out");
    }
    return Options.has(words, "--attempt")
        ? numbered(run, Attempt::number, "attempt", Options.number(words, "--attempt", 1))
        : numbered(run, Attempt::round, "round", Options.number(words, "--round", 1));
  }

  /// {@return the attempt with this number}
  ///
  /// @throws UsageException if it is no number, or no attempt has it
  static Attempt numbered(RunRecord run, String typed) {
    try {
      return numbered(run, Attempt::number, "attempt", Long.parseLong(typed)).getFirst();
    } catch (NumberFormatException _) {
      throw new UsageException(
          "an attempt is named by its number, not '%s'; hone show %s lists them"
              .formatted(typed, run.id()));
    }
  }

  private static List<Attempt> numbered(
      RunRecord run, ToIntFunction<Attempt> number, String what, long asked) {
    List<Attempt> found =
        run.attempts().stream().filter(a -> number.applyAsInt(a) == asked).toList();
    if (found.isEmpty()) {
      throw new UsageException(
          "the run %s has no %s %d; it has %s".formatted(run.id(), what, asked, has(run)));
    }
    return found;
  }

  private static String has(RunRecord run) {
    int attempts = run.attempts().size();
    return switch (attempts) {
      case 0 -> "none";
      case 1 -> "attempt 1 in round 1";
      default -> "attempts 1 to %d in rounds 1 to %d".formatted(attempts, run.rounds());
    };
  }
}
