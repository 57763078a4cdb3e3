package dev.hone.language.go;

import dev.hone.language.Diagnostic;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Corrections of what the compiler named, at the place that it named.
final class GoRepairs {
  /// All of them, in the order in which they are made.
  static final List<Rule> RULES =
      List.of(
          new Rule("package-name", "MultiplePackages", GoRepairs::packageName),
          new Rule("unused-variable", "UnusedVar", GoRepairs::unusedVariable),
          new Rule("no-new-variable", "NoNewVar", GoRepairs::noNewVariable),
          new Rule("missing-return", "MissingReturn", GoRepairs::missingReturn),
          new Rule("number-types", "MismatchedTypes", GoRepairs::numberTypes));

  private static final Pattern OTHER_PACKAGE = Pattern.compile("is in package (\\w+?)(?:_test)?$");
  private static final Pattern UNUSED = Pattern.compile("declared and not used: (\\w+)");

  private GoRepairs() {}

  /// One fault in the lines of its file.
  private record Place(List<String> lines, Diagnostic fault) {
    int index() {
      return fault.line() - 1;
    }

    String line() {
      return lines.get(index());
    }

    /// Whether the line is still the one that the compiler saw.
    boolean holds() {
      return fault.standsIn(lines);
    }
  }

  /// A correction of one kind of fault.
  ///
  /// @param name the rule's name
  /// @param code the compiler's name of the fault
  /// @param correction returns the lines of the file as corrected, or empty where it is not certain
  record Rule(String name, String code, Function<Place, Optional<List<String>>> correction) {
    /// Returns the text with all faults of this kind mended, the last first: what is added moves
    /// only what was looked at already.
    String repair(String text, List<Diagnostic> faults) {
      List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
      List<Diagnostic> own =
          faults.stream()
              .filter(fault -> fault.code().equals(code))
              .sorted(Comparator.comparingInt(Diagnostic::line).reversed())
              .toList();
      for (Diagnostic fault : own) {
        Place place = new Place(lines, fault);
        if (place.holds()) {
          lines = correction.apply(place).map(ArrayList::new).orElse(new ArrayList<>(lines));
        }
      }
      return String.join("\n", lines);
    }
  }

  // Code that calls itself a program and is tested as a package.
  private static Optional<List<String>> packageName(Place place) {
    Matcher other = OTHER_PACKAGE.matcher(place.fault().message());
    return place.line().strip().equals("package main") && other.find()
        ? Optional.of(with(place, "package " + other.group(1)))
        : Optional.empty();
  }

  private static Optional<List<String>> unusedVariable(Place place) {
    Matcher unused = UNUSED.matcher(place.fault().message());
    if (!unused.find()) {
      return Optional.empty();
    }
    String name = unused.group(1);
    SyntaxNode tree = GoNames.parse(String.join("\n", place.lines()));
    Optional<SyntaxNode> range =
        tree.all()
            .filter(n -> n.is("range_clause") && n.line() == place.fault().line())
            .filter(n -> n.at("left").anyMatch(left -> names(left).contains(name)))
            .findFirst();
    return range.isPresent()
        ? inRange(place, names(range.get().at("left").findFirst().orElseThrow()), name)
        : used(place, tree, name);
  }

  private static List<String> names(SyntaxNode list) {
    return list.parts().stream().map(SyntaxNode::text).toList();
  }

  private static Optional<List<String>> inRange(Place place, List<String> names, String name) {
    boolean others = names.stream().anyMatch(one -> !one.equals(name) && !one.equals("_"));
    String line = place.line();
    String mended =
        others
            ? line.replaceFirst("\\b" + name + "\\b(?=[\\w\\s,]*:=\\s*range)", "_")
            : line.replaceFirst("\\bfor\\s[\\w\\s,]*:=\\s*range\\b", "for range");
    return mended.equals(line) ? Optional.empty() : Optional.of(with(place, mended));
  }

  /// Uses the variable right after its declaration, where that is a statement of its own.
  private static Optional<List<String>> used(Place place, SyntaxNode tree, String name) {
    String use = "_ = " + name;
    int line = place.fault().line();
    Optional<SyntaxNode> statement =
        tree.all()
            .filter(n -> n.is("block", "statement_list", "expression_case", "default_case"))
            .flatMap(block -> block.parts().stream())
            .filter(n -> n.is("short_var_declaration", "var_declaration"))
            .filter(n -> n.line() <= line && line <= n.lastLine())
            .reduce((_, inner) -> inner);
    if (statement.isEmpty()) {
      return Optional.empty();
    }
    int last = statement.get().lastLine();
    List<String> lines = new ArrayList<>(place.lines());
    boolean alone = lines.get(last - 1).strip().endsWith(lastLine(statement.get().text()));
    boolean there = last < lines.size() && lines.get(last).strip().equals(use);
    if (!alone || there) {
      return Optional.empty();
    }
    lines.add(last, indent(place.lines().get(statement.get().line() - 1)) + use);
    return Optional.of(lines);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1).strip();
  }

  private static Optional<List<String>> noNewVariable(Place place) {
    int at = place.fault().column() - 1;
    String line = place.line();
    return at >= 0 && line.startsWith(":=", at)
        ? Optional.of(with(place, line.substring(0, at) + line.substring(at + 1)))
        : Optional.empty();
  }

  // The end is never reached, or the code was wrong before: then it says so.
  private static Optional<List<String>> missingReturn(Place place) {
    if (!place.line().strip().equals("}") || !place.line().startsWith("}")) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(place.lines());
    lines.add(place.index(), "\tpanic(\"unreachable\")");
    return Optional.of(lines);
  }

  private static Optional<List<String>> numberTypes(Place place) {
    return GoNumbers.converted(
            String.join("\n", place.lines()), place.fault().line(), place.fault().message())
        .map(line -> with(place, line));
  }

  private static List<String> with(Place place, String line) {
    List<String> lines = new ArrayList<>(place.lines());
    lines.set(place.index(), line);
    return lines;
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }
}
