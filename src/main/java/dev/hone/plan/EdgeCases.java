package dev.hone.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Names inputs that deserve a test, from types and words of a requirement.
final class EdgeCases {
  private static final int MOST = 8;

  private record Rule(Pattern when, String inputs) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "\\bstr\\b|strings?|text|sentence|words?|zeichenkette|cadena|chaîne|字符串|文字列",
              "an empty string"),
          rule(
              "lists?\\b|\\blist\\[|arrays?|sequence|elements|items|(?<!\\b(?:two|three|both) )numbers\\b|vector|liste|列表|リスト",
              "nothing in the list"),
          rule(
              "lists?\\b|\\blist\\[|arrays?|sequence|elements|items|(?<!\\b(?:two|three|both) )numbers\\b",
              "one element"),
          rule("dict|map\\b|mapping|object", "an empty mapping"),
          rule(
              "\\bint\\b|integers?|numbers?|digits?|float|amount|\\bn\\b|zahl|número|nombre|整数|数",
              "zero"),
          rule(
              "\\bint\\b|integers?|numbers?|float|difference|temperature|zahl|número",
              "a negative number"),
          rule(
              "duplicates?|unique|distinct|sort|order|largest|smallest|most|top|frequen",
              "equal elements"),
          rule("\\bNone\\b|\\bnull\\b|undefined|missing", "a missing value"),
          rule(
              "raises?|throws?|errors?|invalid|exception|reject|fehler|lanza|lève",
              "invalid input"),
          rule("upper|lower|case|capital", "mixed upper and lower case"),
          rule("spaces?|whitespace|trim|words", "spaces at both ends and in a row"),
          rule("nested|flatten|depth|recursive", "deep nesting"),
          rule("round|decimal|float|average|mean", "a value that has to be rounded"),
          rule("unicode|accent|emoji|umlaut", "letters outside ASCII"));
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)\\b(?:at least|at most|up to|no more than|more than|less than|greater than|between|from|maximum of|minimum of|below|above)\\s+(-?\\d+(?:\\.\\d+)?)(?:\\s+(?:and|to)\\s+(-?\\d+(?:\\.\\d+)?))?");

  private EdgeCases() {}

  private static Rule rule(String when, String inputs) {
    return new Rule(Pattern.compile("(?iu)(?:" + when + ")"), inputs);
  }

  /// {@return phrases, at most a handful}
  ///
  /// @param text the requirement
  static List<String> read(String text) {
    List<String> found = new ArrayList<>();
    BOUNDARY
        .matcher(text)
        .results()
        .limit(3)
        .map(m -> "the boundary " + m.group(1) + (m.group(2) == null ? "" : " and " + m.group(2)))
        .distinct()
        .forEach(found::add);
    RULES.stream()
        .filter(rule -> rule.when().matcher(text).find())
        .map(Rule::inputs)
        .forEach(found::add);
    return found.stream().distinct().limit(MOST).toList();
  }
}
