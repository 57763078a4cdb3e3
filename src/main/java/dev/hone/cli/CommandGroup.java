package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// A command whose first word names another one, such as `hone model list`.
public interface CommandGroup extends Command {
  /// {@return its commands in the order of the help} The name of each begins with the group's and a
  /// space.
  List<Command> members();

  /// {@return the command that these words name}
  ///
  /// @param words what was typed after the group's name
  /// @throws UsageException if they name none
  default Command member(String[] words) {
    String first = words.length == 0 ? "" : words[0];
    List<String> names = members().stream().map(this::ownName).toList();
    return members().stream()
        .filter(member -> ownName(member).equals(first))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "hone %s takes one of %s%s"
                        .formatted(
                            name(),
                            String.join(", ", names),
                            first.isEmpty()
                                ? ""
                                : ", not '%s'".formatted(first) + Suggestion.of(first, names))));
  }

  /// {@return the words after those that name the command}
  ///
  /// @param words what was typed after the group's name
  default String[] after(String[] words) {
    return Arrays.copyOfRange(words, 1, words.length);
  }

  private String ownName(Command member) {
    return member.name().substring(name().length() + 1);
  }

  /// {@return its help}
  default String help() {
    return members().stream()
        .map(member -> "  hone %-14s %s\n".formatted(member.name(), member.purpose()))
        .collect(
            Collectors.joining(
                "",
                "hone %s: %s\n\n".formatted(name(), purpose()),
                "\nhone %s COMMAND --help lists the words and options of one.\n"
                    .formatted(name())));
  }

  @Override
  default CommandSpec spec() {
    return named();
  }

  /// {@return the same with the names of the members as words, and the options of all of them, for
  /// those who complete what is typed}
  default CommandSpec table() {
    List<CommandSpec> specs = members().stream().map(Command::spec).toList();
    List<String> names = members().stream().map(this::ownName).toList();
    CommandSpec spec =
        spec()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("COMMAND")
                    .index("0")
                    .type(String.class)
                    .completionCandidates(names)
                    .description("one of " + String.join(", ", names))
                    .build());
    specs.stream()
        .flatMap(member -> member.options().stream())
        .filter(option -> spec.findOption(option.longestName()) == null)
        .forEach(option -> spec.addOption(OptionSpec.builder(option).build()));
    return spec;
  }

  /// {@inheritDoc}
  ///
  /// Never called: {@link Program} runs a member.
  @Override
  default int run(ParseResult words, Streams streams) {
    throw new IllegalStateException("a group of commands is run by one of its members");
  }
}
