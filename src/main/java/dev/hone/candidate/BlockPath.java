package dev.hone.candidate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the path that a reply gives a block of code.
final class BlockPath {
  private static final String PATH = "((?:[A-Za-z]:)?[\\w@./\\\\+-]*[\\w@+-]\\.[A-Za-z]{1,5})";
  private static final Pattern INFO =
      Pattern.compile(
          "^(?:[\\w+#.-]+[\\s:,]+)?\\{?(?:(?:title|file|filename|path|name)\\s*[=:]\\s*)?[\"']?"
              + PATH
              + "[\"']?\\}?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT =
      Pattern.compile(
          "^\\s*(?://[/!]?|#|/\\*+|--|<!--|;)\\s*(?:(?:file|filename|path)\\s*[:=]\\s*)?[`*\"]*"
              + PATH
              + "[`*\"]*\\s*(?:\\*/|-->)?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern WORD = Pattern.compile("(?<![\\w./\\\\-])" + PATH + "(?![\\w/])");

  private BlockPath() {}

  /// {@return the path as written, or nothing where the block has none}
  ///
  /// @param info what stands behind the opening backticks
  /// @param heading the line before the block
  /// @param code the block
  static String of(String info, String heading, String code) {
    Matcher named = INFO.matcher(info.strip());
    if (named.matches()) {
      return named.group(1);
    }
    Matcher comment =
        COMMENT.matcher(code.lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
    if (comment.matches()) {
      return comment.group(1);
    }
    List<String> words =
        WORD.matcher(heading).results().map(word -> word.group(1)).distinct().toList();
    return words.size() == 1 ? words.getFirst() : "";
  }
}
