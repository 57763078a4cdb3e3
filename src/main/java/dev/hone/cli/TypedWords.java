package dev.hone.cli;

import dev.hone.failure.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What was typed, read by the table of a command. Apart from {@link Program}, because a handler of
/// the parser's exceptions has the parser loaded with the class it stands in.
final class TypedWords {
  private TypedWords() {}

  /// {@return what was typed after the command's name}
  ///
  /// @throws UsageException if it does not fit the table
  static ParseResult read(CommandSpec spec, String[] words) {
    try {
      // a requirement may begin with @ and is no name of a file with options
      return new CommandLine(spec).setExpandAtFiles(false).parseArgs(words);
    } catch (ParameterException e) {
      throw new UsageException(WrongUse.message(spec, words, e));
    }
  }
}
