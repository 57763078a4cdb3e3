package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone help`: the overview, the options of a command, a topic, or all commands as a manual page.
final class HelpCommand implements Command {
  private final List<Command> commands;
  private final String version;

  /// Makes the command.
  ///
  /// @param commands all commands; read when it runs, as this one is among them
  /// @param version the version of Hone, for the manual page
  HelpCommand(List<Command> commands, String version) {
    this.commands = commands;
    this.version = version;
  }

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String purpose() {
    return "explain a command or a topic";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel("TOPIC")
                .arity("0..*")
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .completionCandidates(Topics.NAMES)
                .description("a command, or one of " + String.join(", ", Topics.NAMES))
                .build())
        .addOption(Options.flag("--man", "print all commands as a manual page, for man -l"));
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    List<String> typed = words.matchedPositionalValue(0, List.of());
    if (Options.has(words, "--man")) {
      if (!typed.isEmpty()) {
        throw new UsageException(
            "hone help --man prints all commands; leave out " + String.join(" ", typed));
      }
      streams
          .out()
          .print(new ManPage(version).of(commands.stream().flatMap(HelpCommand::single).toList()));
    } else {
      streams.out().print(typed.isEmpty() ? Help.overview(commands) : text(typed));
    }
    return ExitCode.OK;
  }

  private static Stream<CommandSpec> single(Command command) {
    return command instanceof CommandGroup group
        ? group.members().stream().map(Command::spec)
        : Stream.of(command.spec());
  }

  private String text(List<String> words) {
    String typed = words.getFirst();
    List<String> rest = words.subList(1, words.size());
    Optional<Command> named =
        commands.stream().filter(command -> command.name().equals(typed)).findFirst();
    if (!rest.isEmpty() && !(named.orElse(null) instanceof CommandGroup)) {
      throw new UsageException(
          "hone help explains one thing at a time; leave out " + String.join(" ", rest));
    }
    return named.orElse(null) instanceof CommandGroup group && !rest.isEmpty()
        ? Help.of(group.member(rest.toArray(String[]::new)).spec())
        : text(typed, named);
  }

  private String text(String typed, Optional<Command> named) {
    Optional<String> command =
        named.map(one -> one instanceof CommandGroup group ? group.help() : Help.of(one.spec()));
    Optional<String> topic = Topics.text(typed);
    return Stream.of(topic, command)
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + "\n" + b)
        .orElseThrow(
            () ->
                new UsageException(
                    "hone help knows neither a command nor a topic '%s'%s; topics are: %s"
                        .formatted(
                            typed,
                            Suggestion.of(
                                typed,
                                Stream.concat(
                                        Topics.NAMES.stream(), commands.stream().map(Command::name))
                                    .toList()),
                            String.join(", ", Topics.NAMES))));
  }
}
