package dev.hone.cli;

import dev.hone.cli.completion.Shell;
import dev.hone.failure.UsageException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `hone completion SHELL`: a script by which a shell completes the words of Hone.
final class CompletionCommand implements Command {
  private final List<Command> commands;

  /// Makes the command.
  ///
  /// @param commands all commands; read when it runs, as this one is among them
  CompletionCommand(List<Command> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String purpose() {
    return "print a script that completes commands, options and values";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            RunWord.word(0, "SHELL", "one of " + String.join(", ", Shell.ids()), Shell.ids()));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String typed = words.matchedPositionalValue(0, "");
    Shell shell =
        Shell.of(typed)
            .orElseThrow(
                () ->
                    new UsageException(
                        "hone completion takes %s, not '%s'"
                            .formatted(String.join(", ", Shell.ids()), typed)));
    streams.out().print(shell.script(commands.stream().map(CompletionCommand::table).toList()));
    return ExitCode.OK;
  }

  private static CommandSpec table(Command command) {
    return command instanceof CommandGroup group ? group.table() : command.spec();
  }
}
