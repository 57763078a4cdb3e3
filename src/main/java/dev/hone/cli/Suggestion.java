package dev.hone.cli;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// What somebody may have meant who typed a word that is none.
final class Suggestion {
  private static final String BEGIN = "; did you mean ";

  private Suggestion() {}

  /// {@return the nearest known word as the end of a message; empty where none is near}
  static String of(String typed, Collection<String> known) {
    return Spelling.nearest(typed, known).map(near -> BEGIN + near).orElse("");
  }

  /// {@return the same refusal, with the nearest word that the option or the place knows whose
  /// value it refuses}
  ///
  /// @param words what was typed
  /// @param refused why it cannot be done
  static UsageException in(ParseResult words, UsageException refused) {
    String message = String.valueOf(refused.getMessage());
    if (message.contains("did you mean")) {
      return refused;
    }
    return Stream.concat(words.matchedOptions().stream(), words.matchedPositionals().stream())
        .filter(spec -> spec.completionCandidates() != null)
        .flatMap(spec -> nearest(spec, message).stream())
        .findFirst()
        .map(near -> new UsageException(message + BEGIN + near))
        .orElse(refused);
  }

  private static Optional<String> nearest(ArgSpec spec, String message) {
    List<String> known =
        StreamSupport.stream(spec.completionCandidates().spliterator(), false).toList();
    // Some messages name another word in quotes, which is no value of this one.
    return spec.originalStringValues().stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .filter(value -> !known.contains(value) && message.contains("'" + value + "'"))
        .flatMap(value -> Spelling.nearest(value, known).stream())
        .findFirst()
        .map(near -> spec instanceof OptionSpec option ? option.longestName() + " " + near : near);
  }
}
