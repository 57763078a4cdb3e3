package dev.hone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// One command of the program.
public interface Command {
  /// {@return the word that names it after `hone`; two words with a space for a member of a group}
  String name();

  /// {@return what it does, in a few words}
  String purpose();

  /// {@return its name, words, options and purpose} The same text is its help. Made anew by each
  /// call, and not before a command is used: the classes of the parser take a tenth of a second.
  CommandSpec spec();

  /// {@return a table with its name and purpose and nothing else yet}
  default CommandSpec named() {
    CommandSpec spec = CommandSpec.create().name(name());
    spec.usageMessage().description(purpose());
    return spec;
  }

  /// {@return the exit code after the command has run}
  ///
  /// @param words what was typed after the command's name, read by its {@link #spec}
  /// @param streams where it reads and writes
  /// @throws InterruptedException if a person stopped it before there was anything to print
  /// @throws dev.hone.failure.HoneException if it cannot do what was asked
  int run(ParseResult words, Streams streams) throws InterruptedException;
}
