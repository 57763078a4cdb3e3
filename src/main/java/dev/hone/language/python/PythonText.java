package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Corrections of what is around the code and of its spaces. Text that parses is left alone, except
/// where a line can be no part of it.
final class PythonText {
  private static final String FENCE = "```";
  private static final int TAB = 4;
  // More prose than this is no slip of the pen.
  private static final int MOST_PROSE = 40;

  private PythonText() {}

  /// Returns what stands between the fences, if that is code and the whole is not.
  static String withoutFence(String text) {
    if (!text.contains(FENCE) || !isBroken(text)) {
      return text;
    }
    List<String> kept = new ArrayList<>();
    boolean paired = lines(text).stream().filter(PythonText::isFence).count() % 2 == 0;
    boolean inside = !paired;
    for (String line : lines(text)) {
      if (isFence(line)) {
        inside = !paired || !inside;
      } else if (inside) {
        kept.add(line);
      }
    }
    String code = String.join("\n", kept).strip() + "\n";
    return isCode(code) ? code : text;
  }

  private static boolean isFence(String line) {
    return line.strip().startsWith(FENCE);
  }

  /// Returns the text without sentences before and after the code.
  static String withoutProse(String text) {
    if (!isBroken(text)) {
      return text;
    }
    List<String> lines = lines(text);
    int start = first(lines, PythonText::startsCode);
    int end = lines.size() - first(lines.reversed(), PythonText::mayEndCode);
    for (int last = end; last > start && end - last <= MOST_PROSE; last--) {
      String code = String.join("\n", lines.subList(start, last)).strip() + "\n";
      List<String> after = lines.subList(last, lines.size());
      if (after.stream().anyMatch(PythonText::startsDefinition)) {
        return text;
      }
      if (isCode(code)) {
        return code;
      }
    }
    return text;
  }

  private static int first(List<String> lines, Predicate<String> wanted) {
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        return i;
      }
    }
    return 0;
  }

  private static boolean startsCode(String line) {
    return startsDefinition(line)
        || line.startsWith("import ")
        || (line.startsWith("from ") && line.contains(" import "))
        || line.startsWith("\"\"\"")
        || line.startsWith("#!");
  }

  private static boolean startsDefinition(String line) {
    return line.startsWith("def ")
        || line.startsWith("class ")
        || line.startsWith("async def ")
        || line.startsWith("@");
  }

  private static boolean mayEndCode(String line) {
    return !line.isBlank();
  }

  /// Returns the text with spaces where it has characters that look like them or like nothing.
  static String withPlainSpaces(String text) {
    if (!isBroken(text)) {
      return text;
    }
    String plain =
        text.replace('\u00a0', ' ')
            .replace('\u3000', ' ')
            .replaceAll("[\u200b\u200e\u2060\ufeff]", "");
    return isCode(plain) ? plain : text;
  }

  /// Returns the text without the indent that all of its lines have.
  static String withoutIndent(String text) {
    List<String> lines = lines(text);
    String indent =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .map(PythonText::indent)
            .orElse("");
    boolean all = lines.stream().allMatch(line -> line.isBlank() || line.startsWith(indent));
    if (indent.isEmpty() || !all) {
      return text;
    }
    return String.join(
        "\n",
        lines.stream().map(line -> line.isBlank() ? "" : line.substring(indent.length())).toList());
  }

  /// Returns the text with four columns for each tab that indents, outside of strings.
  static String withoutTabs(String text) {
    Set<Integer> inStrings = new HashSet<>();
    PythonNames.parse(text)
        .all()
        .filter(node -> node.is("string"))
        .forEach(node -> lines(node, inStrings));
    List<String> lines = new ArrayList<>(lines(text));
    for (int i = 0; i < lines.size(); i++) {
      if (!inStrings.contains(i + 1)) {
        String indent = indent(lines.get(i));
        lines.set(i, expanded(indent) + lines.get(i).substring(indent.length()));
      }
    }
    return String.join("\n", lines);
  }

  private static void lines(SyntaxNode node, Set<Integer> into) {
    for (int line = node.line() + 1; line <= node.lastLine(); line++) {
      into.add(line);
    }
  }

  private static String expanded(String indent) {
    int columns = 0;
    for (int i = 0; i < indent.length(); i++) {
      columns = indent.charAt(i) == '\t' ? (columns / TAB + 1) * TAB : columns + 1;
    }
    return " ".repeat(columns);
  }

  private static String indent(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }

  private static boolean isBroken(String text) {
    return PythonNames.parse(text).broken();
  }

  private static boolean isCode(String text) {
    SyntaxNode tree = PythonNames.parse(text);
    return !tree.broken() && !PythonNames.offered(text).isEmpty();
  }
}
