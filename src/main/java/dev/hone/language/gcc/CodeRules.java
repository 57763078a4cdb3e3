package dev.hone.language.gcc;

import dev.hone.language.Diagnostic;
import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Corrections of what is not about includes.
final class CodeRules {
  private static final int MOST_PROSE = 12;
  private static final Pattern FENCED = Pattern.compile("(?ms)^```[^\\n]*\\n(.*?)^```[ \\t]*$");
  private static final Pattern SEMICOLON =
      Pattern.compile(
          "expected ('[^']*' or )?';'( or '[^']*')? (?:before|after|at end of) .*|expected ';' .*");

  private static final Pattern CONST_MAP =
      Pattern.compile(
          "passing 'const std::(?:__\\w+::)?(?:unordered_)?map<.*' as 'this' argument discards qualifiers.*");

  private CodeRules() {}

  /// Lines of Markdown around the code.
  static Optional<String> fence(Fixing fixing) {
    String text = fixing.text();
    if (!text.contains("```")) {
      return Optional.empty();
    }
    Matcher block = FENCED.matcher(text);
    if (block.find()) {
      return Optional.of(block.group(1));
    }
    String without = text.replaceAll("(?m)^```.*\\n?", "");
    return without.equals(text) ? Optional.empty() : Optional.of(without);
  }

  /// Sentences before or after the code that keep it from being parsed.
  static Optional<String> prose(Fixing fixing) {
    if (!fixing.tree().broken()) {
      return Optional.empty();
    }
    List<String> lines = Arrays.asList(fixing.text().split("\n", -1));
    int start = 0;
    while (start < Math.min(MOST_PROSE, lines.size()) && isProse(lines.get(start))) {
      start++;
    }
    int end = lines.size();
    while (end > start && lines.size() - end < MOST_PROSE && isProse(lines.get(end - 1))) {
      end--;
    }
    String kept = String.join("\n", lines.subList(start, end)).stripTrailing() + "\n";
    boolean whole = end > start && !fixing.names().parse(kept).broken();
    return whole ? Optional.of(kept) : Optional.empty();
  }

  private static boolean isProse(String line) {
    String text = line.strip();
    return text.isEmpty()
        || (text.matches(
                "(?:[-*] |\\d+\\. |#+ )?[A-Z`*].*[a-z]{2,} .*[.:!`)]|\\**[A-Z][\\w ]+:\\**")
            && !text.matches("(?:#\\s*(?:include|define|if)|//|/\\*).*")
            && !text.matches(".*[;{}]"));
  }

  /// A program around functions that are to be called by others.
  static Optional<String> demoMain(Fixing fixing) {
    List<String> wanted = fixing.entryPoints();
    if (wanted.isEmpty() || wanted.contains("main")) {
      return Optional.empty();
    }
    List<String> offered = fixing.names().offered(fixing.text());
    Optional<SyntaxNode> main =
        CodeNames.functions(fixing.tree())
            .filter(function -> CodeNames.functionName(function).equals("main"))
            .findFirst();
    boolean demo = main.isPresent() && wanted.stream().anyMatch(offered::contains);
    return demo
        ? Optional.of(
            fixing
                    .text()
                    .replace(main.get().text(), "")
                    .replaceAll("\n{3,}", "\n\n")
                    .stripTrailing()
                + "\n")
        : Optional.empty();
  }

  /// Functions that are used before they are declared.
  static Optional<String> missingPrototype(Fixing fixing) {
    SyntaxNode tree = fixing.tree();
    if (tree.broken()) {
      return Optional.empty();
    }
    List<SyntaxNode> functions = CodeNames.functions(tree).toList();
    Set<String> declared =
        tree.parts().stream()
            .filter(part -> part.is("declaration"))
            .map(CodeNames::functionName)
            .collect(Collectors.toSet());
    List<String> prototypes = new ArrayList<>();
    int first = Integer.MAX_VALUE;
    for (SyntaxNode function : functions) {
      String name = CodeNames.functionName(function);
      Optional<SyntaxNode> caller = firstCaller(functions, function, name);
      boolean once =
          functions.stream().filter(f -> CodeNames.functionName(f).equals(name)).count() == 1;
      if (caller.isPresent()
          && once
          && !declared.contains(name)
          && canBeDeclared(tree, function, caller.get())) {
        prototypes.add(head(function) + ";\n");
        first = Math.min(first, caller.get().line());
      }
    }
    if (prototypes.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(fixing.text().split("\n", -1)));
    lines.add(aboveComment(lines, first - 1), String.join("", prototypes));
    return Optional.of(String.join("\n", lines));
  }

  private static Optional<SyntaxNode> firstCaller(
      List<SyntaxNode> functions, SyntaxNode function, String name) {
    return functions.stream()
        .filter(other -> other.line() < function.line())
        .filter(other -> other.all().anyMatch(node -> uses(node, name)))
        .min(Comparator.comparingInt(SyntaxNode::line));
  }

  // It is called, or handed on to be called, as to qsort.
  private static boolean uses(SyntaxNode node, String name) {
    return switch (node.type()) {
      case "call_expression" -> node.textAt("function").equals(name);
      case "argument_list" ->
          node.parts().stream().anyMatch(part -> part.is("identifier") && part.text().equals(name));
      default -> false;
    };
  }

  // The types must be known where the prototype stands, and a default must not be said twice.
  private static boolean canBeDeclared(SyntaxNode tree, SyntaxNode function, SyntaxNode caller) {
    String head = head(function);
    boolean late =
        tree.parts().stream()
            .filter(part -> part.line() > caller.line())
            .filter(
                part ->
                    part.is(
                        "struct_specifier",
                        "class_specifier",
                        "type_definition",
                        "enum_specifier",
                        "alias_declaration",
                        "union_specifier"))
            .flatMap(SyntaxNode::all)
            .filter(node -> node.is("type_identifier"))
            .anyMatch(node -> head.contains(node.text()));
    return !late
        && !head.contains("=")
        && !head.contains("auto ")
        && !head.contains("::" + CodeNames.functionName(function));
  }

  private static String head(SyntaxNode function) {
    String body = function.textAt("body");
    String text = function.text();
    return text.substring(0, text.length() - body.length()).strip().replaceAll("\\s+", " ");
  }

  private static int aboveComment(List<String> lines, int line) {
    int at = line;
    while (at > 0
        && lines.get(at - 1).strip().matches("//.*|\\*.*|/\\*.*|.*\\*/|template\\s*<.*>")) {
      at--;
    }
    return at;
  }

  /// A semicolon that the compiler misses at a place.
  static Optional<String> missingSemicolon(Fixing fixing) {
    Optional<Diagnostic> fault =
        fixing.faults().stream()
            .filter(one -> one.column() > 0 && SEMICOLON.matcher(one.message()).matches())
            .findFirst();
    List<String> lines = new ArrayList<>(Arrays.asList(fixing.text().split("\n", -1)));
    if (fault.isEmpty() || !fault.get().standsIn(lines)) {
      return Optional.empty();
    }
    String line = lines.get(fault.get().line() - 1);
    int at = fault.get().column() - 1;
    if (at > line.length() || at == 0 || line.charAt(at - 1) == ';') {
      return Optional.empty();
    }
    lines.set(fault.get().line() - 1, line.substring(0, at) + ";" + line.substring(at));
    String text = String.join("\n", lines);
    return fixing.tree().broken() ? Optional.of(text) : Optional.empty();
  }

  /// A name that the compiler knows in the namespace std only.
  static Optional<String> qualified(Fixing fixing) {
    Pattern advice =
        Pattern.compile("'(\\w+)' was not declared in this scope; did you mean 'std::(\\w+)'\\?.*");
    List<String> lines = new ArrayList<>(Arrays.asList(fixing.text().split("\n", -1)));
    boolean changed = false;
    for (Diagnostic fault : fixing.faults()) {
      Matcher names = advice.matcher(fault.message());
      int at = fault.column() - 1;
      if (!names.matches() || !names.group(1).equals(names.group(2)) || !fault.standsIn(lines)) {
        continue;
      }
      String line = lines.get(fault.line() - 1);
      boolean there =
          at >= 0
              && line.startsWith(names.group(1), at)
              && !line.startsWith("std::", Math.max(0, at - 5));
      if (there) {
        lines.set(fault.line() - 1, line.substring(0, at) + "std::" + line.substring(at));
        changed = true;
      }
    }
    return changed ? Optional.of(String.join("\n", lines)) : Optional.empty();
  }

  /// `map[key]` adds what is missing, so it cannot be asked of a map that must not change;
  /// `map.at(key)` can.
  static Optional<String> constSubscript(Fixing fixing) {
    List<String> lines = new ArrayList<>(Arrays.asList(fixing.text().split("\n", -1)));
    boolean changed = false;
    // From right to left, so that the columns of the others stay true.
    List<Diagnostic> faults =
        fixing.faults().stream()
            .filter(fault -> CONST_MAP.matcher(fault.message()).matches())
            .sorted(Comparator.comparingInt(Diagnostic::column).reversed())
            .toList();
    List<String> before = List.copyOf(lines);
    for (Diagnostic fault : faults) {
      if (fault.standsIn(before)) {
        String line = lines.get(fault.line() - 1);
        String at = withAt(line, fault.column() - 1);
        changed |= !at.equals(line);
        lines.set(fault.line() - 1, at);
      }
    }
    return changed ? Optional.of(String.join("\n", lines)) : Optional.empty();
  }

  private static String withAt(String line, int close) {
    int open = close;
    int depth = 0;
    do {
      if (open < 0 || open >= line.length()) {
        return line;
      }
      depth += line.charAt(open) == ']' ? 1 : line.charAt(open) == '[' ? -1 : 0;
      open--;
    } while (depth > 0);
    return close - open < 2
        ? line
        : line.substring(0, open + 1)
            + ".at("
            + line.substring(open + 2, close)
            + ")"
            + line.substring(close + 1);
  }
}
