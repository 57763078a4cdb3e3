package dev.hone.cli.completion;

import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What stands behind an option, or behind a command.
sealed interface Value {
  /// Nothing: the option is a flag.
  record None() implements Value {}

  /// A text that only the person knows, such as a number.
  record Any() implements Value {}

  /// A file.
  ///
  /// @param several whether more of them may follow
  record File(boolean several) implements Value {}

  /// A folder.
  record Folder() implements Value {}

  /// One of these words, or another one.
  ///
  /// @param words the words, in the order in which they are shown
  record Words(List<String> words) implements Value {
    /// Copies the list.
    public Words {
      words = List.copyOf(words);
    }
  }

  /// {@return what stands behind an option or in a place}
  static Value of(ArgSpec spec) {
    if (spec instanceof OptionSpec && spec.arity().max() == 0) {
      return new None();
    }
    if (spec.completionCandidates() != null) {
      return new Words(
          StreamSupport.stream(spec.completionCandidates().spliterator(), false).toList());
    }
    return switch (spec.paramLabel()) {
      case "FILE", "SUITE" -> new File(spec.arity().max() > 1);
      case "DIR" -> new Folder();
      default -> new Any();
    };
  }
}
