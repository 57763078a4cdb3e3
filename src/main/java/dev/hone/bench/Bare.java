package dev.hone.bench;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.requirement.ExampleReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes the examples out of requirements, to measure what a strategy reaches without given tests.
/// Whole lines go: sessions of an interpreter with what they print, every line that holds an
/// example which Hone reads, and headings that have nothing left below them.
final class Bare {
  // Lines that were hidden by those before them may hold further examples.
  private static final int MOST_PASSES = 4;
  private static final Pattern SESSION = Pattern.compile("^\\s*([/*#;-]*)\\s*>>>.*");
  private static final Pattern ENDS_SESSION =
      Pattern.compile("^[\\s/*#;-]*(?:\"\"\"|'''|\\*/|```.*|[)}\\]]*)\\s*$|.*\"\"\"\\s*$");
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)^[\\s/*#;-]*(?:for example|for instance|examples?|e\\.g\\.?|sample cases?|doctests?)"
              + "(?:\\s+\\d+)?\\s*[:.]*\\s*$");
  private static final Pattern ARROW =
      Pattern.compile("^[\\s/*#;-]*[\\w.]+\\(.*\\)\\s*(?:=>|==+|->|➞|→|returns?\\b).*");

  private Bare() {}

  /// {@return a problem whose requirement has no examples} Its starter files stay as they are.
  static Problem of(Problem problem) {
    Problem.Asked asked = problem.asked();
    return new Problem(
        problem.index(),
        problem.id(),
        problem.language(),
        problem.type(),
        new Problem.Asked(text(asked.requirement(), problem.language()), asked.starter()),
        problem.hidden());
  }

  /// {@return a text without the lines that hold examples}
  ///
  /// @param text a requirement
  /// @param language its language
  static String text(String text, LanguageId language) {
    String left = withoutLines(text);
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      List<Example> examples = new ExampleReader().read(left, language);
      if (examples.isEmpty()) {
        break;
      }
      for (Example example : examples) {
        left = without(left, example);
      }
    }
    return left.lines()
        .filter(line -> !HEADING.matcher(line).matches())
        .collect(Collectors.joining("\n"));
  }

  // A session goes on with what it prints, up to an empty line or the end of the comment.
  private static String withoutLines(String text) {
    List<String> left = new ArrayList<>();
    boolean session = false;
    String leader = "";
    for (String line : text.split("\n", -1)) {
      Matcher begin = SESSION.matcher(line);
      if (begin.matches()) {
        session = true;
        leader = begin.group(1);
      } else {
        session = session && line.strip().startsWith(leader) && !ends(line);
      }
      if (!session && !ARROW.matcher(line).matches()) {
        left.add(line);
      }
    }
    return String.join("\n", left);
  }

  private static boolean ends(String line) {
    return ENDS_SESSION.matcher(line).matches();
  }

  private static String without(String text, Example example) {
    int start = text.indexOf(example.source());
    int end = start + example.source().length();
    if (start < 0) {
      Matcher call = Pattern.compile(Pattern.quote(example.call())).matcher(text);
      if (!call.find()) {
        return text;
      }
      start = call.start();
      end = call.end();
    }
    int from = text.lastIndexOf('\n', start) + 1;
    int line = text.indexOf('\n', end);
    return text.substring(0, from) + (line < 0 ? "" : text.substring(line + 1));
  }
}
