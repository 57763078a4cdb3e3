package dev.hone.requirement;

import java.util.List;
import java.util.regex.Pattern;

/// One name of a programming language, as it may stand in a text.
///
/// @param language identifier of a supported language, or title of another
/// @param reading how the name reads
/// @param pattern finds the name
/// @param fences words after the backticks of a fenced block
/// @param extensions endings of source files, without the dot
/// @param doubts finds words that make the ordinary meaning likely
record LanguageName(
    String language,
    Reading reading,
    Pattern pattern,
    List<String> fences,
    List<String> extensions,
    Pattern doubts) {
  /// What else the name may be.
  enum Reading {
    /// Hardly anything but a language.
    CLEAR,
    /// An ordinary word as well.
    WORD,
    /// An ordinary word, written in lower case.
    LOWER
  }

  /// {@return the known names}
  static List<LanguageName> all() {
    return Resource.table("language-names.tsv").stream().map(LanguageName::of).toList();
  }

  private static LanguageName of(List<String> row) {
    return new LanguageName(
        row.get(0),
        Reading.valueOf(row.get(1).toUpperCase(java.util.Locale.ROOT)),
        Pattern.compile("(?<![A-Za-z0-9_.#+/\\\\-])(?:" + row.get(2) + ")(?![A-Za-z0-9_+#])"),
        words(row.get(3)),
        words(row.get(4)),
        Pattern.compile("(?i)\\b(?:" + String.join("|", words(row.get(5))) + ")\\b"));
  }

  private static List<String> words(String field) {
    return field.equals("-") ? List.of() : List.of(field.split(" ", -1));
  }

  /// {@return whether the text holds words that make the ordinary meaning likely}
  ///
  /// @param text the requirement
  boolean isDoubtedBy(String text) {
    return !doubts.pattern().equals("(?i)\\b(?:)\\b") && doubts.matcher(text).find();
  }
}
