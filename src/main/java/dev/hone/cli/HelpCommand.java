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
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("help")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("TOPIC")
                    .arity("0..1")
                    .index("0")
                    .type(String.class)
                    .completionCandidates(Topics.NAMES)
                    .description("a command, or one of " + String.join(", ", Topics.NAMES))
                    .build())
            .addOption(Options.flag("--man", "print all commands as a manual page, for man -l"));
    spec.usageMessage().description("explain a command or a topic");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String typed = words.matchedPositionalValue(0, "");
    List<CommandSpec> specs = commands.stream().map(Command::spec).toList();
    if (Options.has(words, "--man")) {
      if (!typed.isEmpty()) {
        throw new UsageException("hone help --man prints all commands; leave out " + typed);
      }
      streams.out().print(new ManPage(version).of(specs));
    } else {
      streams.out().print(typed.isEmpty() ? Help.overview(commands) : text(typed, specs));
    }
    return ExitCode.OK;
  }

  private static String text(String typed, List<CommandSpec> specs) {
    Optional<String> command =
        specs.stream().filter(spec -> spec.name().equals(typed)).findFirst().map(Help::of);
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
                                        Topics.NAMES.stream(),
                                        specs.stream().map(CommandSpec::name))
                                    .toList()),
                            String.join(", ", Topics.NAMES))));
  }
}
