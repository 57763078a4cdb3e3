package dev.hone.cli.completion;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A command as a shell completes it.
///
/// @param name its name
/// @param description what it does, one line
/// @param options its options, in the order of its help, `--help` the last one
/// @param word what stands behind its name
record Entry(String name, String description, List<Option> options, Value word) {
  /// Copies the list.
  Entry {
    options = List.copyOf(options);
  }

  /// An option of a command.
  ///
  /// @param name its name with the hyphens
  /// @param description what it says, one line
  /// @param value what stands behind it
  record Option(String name, String description, Value value) {}

  static Entry of(CommandSpec spec) {
    Stream<Option> options =
        spec.options().stream()
            .map(option -> new Option(name(option), description(option), Value.of(option)));
    Value word =
        spec.positionalParameters().stream()
            .map(Value::of)
            .filter(value -> !(value instanceof Value.Any))
            .findFirst()
            .orElse(new Value.Any());
    return new Entry(
        spec.name(),
        String.join(" ", spec.usageMessage().description()),
        Stream.concat(
                options, Stream.of(new Option("--help", "what there is to type", new Value.None())))
            .toList(),
        word);
  }

  private static String name(OptionSpec option) {
    return option.longestName();
  }

  private static String description(ArgSpec option) {
    return String.join(" ", option.description());
  }
}
