package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// How much a run tells a person on standard error.
enum Volume {
  /// Errors, and how a run ended that did not pass.
  QUIET,
  /// What it does, and an account at its end.
  USUAL,
  /// The same, with the size of each prompt, what each answer took, and all that is wrong with each
  /// candidate.
  VERBOSE;

  private static final String QUIET_OPTION = "--quiet";
  private static final String VERBOSE_OPTION = "--verbose";

  static List<OptionSpec> specs() {
    return List.of(
        Options.flag(QUIET_OPTION, "no progress, no account; only what did not pass, and errors"),
        Options.flag(VERBOSE_OPTION, "sizes of prompts, every verdict with its errors"));
  }

  /// {@return what was typed}
  ///
  /// @throws UsageException if it contradicts itself
  static Volume of(ParseResult words) {
    boolean quiet = Options.has(words, QUIET_OPTION);
    boolean verbose = Options.has(words, VERBOSE_OPTION);
    if (quiet && verbose) {
      throw new UsageException("--quiet and --verbose exclude each other; leave one out");
    }
    return quiet ? QUIET : verbose ? VERBOSE : USUAL;
  }
}
