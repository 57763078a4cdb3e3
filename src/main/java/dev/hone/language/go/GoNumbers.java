package dev.hone.language.go;

import dev.hone.language.syntax.SyntaxNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Converts one side of an operation whose sides are numbers of two types to the wider one, as most
/// languages would: Go never converts by itself, and small models write it as if it did.
final class GoNumbers {
  private static final Pattern MISMATCH =
      Pattern.compile("invalid operation: (.+) \\(mismatched types (\\w+) and (\\w+)\\)$");
  // From narrow to wide; what has the same width holds the same values on 64 bits.
  private static final Map<String, Integer> WIDTH =
      Map.of(
          "byte", 1, "uint8", 1, "int16", 2, "rune", 3, "int32", 3, "int", 4, "int64", 4, "float64",
          5);

  private GoNumbers() {}

  /// {@return the line with the conversion, or empty where none is certain}
  ///
  /// @param text the whole file
  /// @param number the line's number, from 1
  /// @param message what the compiler said
  static Optional<String> converted(String text, int number, String message) {
    Matcher mismatch = MISMATCH.matcher(message);
    if (!mismatch.find()) {
      return Optional.empty();
    }
    String operation = mismatch.group(1);
    Integer left = WIDTH.get(mismatch.group(2));
    Integer right = WIDTH.get(mismatch.group(3));
    if (left == null || right == null) {
      return Optional.empty();
    }
    List<SyntaxNode> found =
        GoNames.parse(text)
            .all()
            .filter(node -> node.is("binary_expression", "assignment_statement"))
            .filter(node -> node.line() == number && node.lastLine() == number)
            .filter(node -> bare(node.text()).equals(bare(operation)))
            .toList();
    if (found.size() != 1) {
      return Optional.empty();
    }
    SyntaxNode node = found.getFirst();
    boolean assigns = node.is("assignment_statement");
    // Both hold 64 bits: an assignment must convert its right side, else the longer name decides.
    boolean equal = left.equals(right);
    boolean widensRight =
        left > right || (equal && (assigns || !mismatch.group(3).equals("int64")));
    if (assigns && !widensRight) {
      return Optional.empty();
    }
    String line = text.split("\n", -1)[number - 1];
    if (line.indexOf(node.text()) != line.lastIndexOf(node.text())) {
      return Optional.empty();
    }
    String changed =
        widensRight
            ? with(node, "right", mismatch.group(2))
            : with(node, "left", mismatch.group(3));
    return Optional.of(line.replace(node.text(), changed));
  }

  private static String with(SyntaxNode node, String side, String type) {
    String operand = node.at(side).map(SyntaxNode::text).findFirst().orElse("");
    String text = node.text();
    return side.equals("left")
        ? type + "(" + operand + ")" + text.substring(operand.length())
        : text.substring(0, text.length() - operand.length()) + type + "(" + operand + ")";
  }

  private static String bare(String text) {
    return text.replaceAll("\\s+", "");
  }
}
