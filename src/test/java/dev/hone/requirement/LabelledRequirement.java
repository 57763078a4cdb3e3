package dev.hone.requirement;

import java.util.List;
import java.util.stream.IntStream;

/// One row of the labelled set for the language of a requirement.
///
/// @param kind why it is in the set, such as `plain` or `misleading`
/// @param expected the language's identifier, or `unsupported:` and its title
/// @param text the requirement
record LabelledRequirement(String kind, String expected, String text) {
  /// The rows that the rules were made with.
  static List<LabelledRequirement> seen() {
    return rows(false);
  }

  /// Every fourth row, kept aside while the rules were made.
  static List<LabelledRequirement> heldOut() {
    return rows(true);
  }

  private static List<LabelledRequirement> rows(boolean heldOut) {
    List<List<String>> table = Resource.table("detection.tsv");
    return IntStream.range(0, table.size())
        .filter(i -> (i % 4 == 3) == heldOut)
        .mapToObj(table::get)
        .map(r -> new LabelledRequirement(r.get(0), r.get(1), r.get(2).replace("\\n", "\n")))
        .toList();
  }

  /// Whether a guess of the rules is the labelled language.
  boolean agreesWith(LanguageGuess guess) {
    return switch (guess) {
      case LanguageGuess.Named named -> named.language().id().equals(expected);
      case LanguageGuess.Unsupported other -> expected.equals("unsupported:" + other.name());
      case LanguageGuess.Unsaid _ -> expected.equals("python");
      case LanguageGuess.Unclear _ -> false;
    };
  }
}
