package dev.hone.language.gcc;

import dev.hone.language.syntax.SyntaxNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.treesitter.TSLanguage;

/// Pieces of code that a requirement writes out in its own language.
public final class NativeText {
  private static final Set<String> KNOWN =
      Set.of(
          "NULL",
          "EOF",
          "INT_MAX",
          "INT_MIN",
          "UINT_MAX",
          "LONG_MAX",
          "LONG_MIN",
          "LLONG_MAX",
          "LLONG_MIN",
          "SIZE_MAX",
          "INT64_MAX",
          "INT64_MIN",
          "DBL_MAX",
          "INFINITY",
          "NAN",
          "std",
          "true",
          "false",
          "nullptr",
          "stdout",
          "stderr");

  private final TSLanguage grammar;

  /// Makes a reader.
  ///
  /// @param grammar the language's grammar
  public NativeText(TSLanguage grammar) {
    this.grammar = grammar;
  }

  /// {@return whether all of these are whole statements}
  ///
  /// @param statements the statements
  public boolean areStatements(List<String> statements) {
    return statements.isEmpty() || !inFunction(String.join("\n", statements)).broken();
  }

  /// {@return the names that statements declare}
  ///
  /// @param statements the statements
  public Set<String> declared(List<String> statements) {
    return inFunction(String.join("\n", statements))
        .all()
        .filter(node -> node.is("declaration"))
        .flatMap(node -> node.children().stream().filter(c -> c.field().equals("declarator")))
        .flatMap(SyntaxNode::all)
        .filter(node -> node.is("identifier"))
        .map(SyntaxNode::text)
        .collect(Collectors.toSet());
  }

  /// {@return whether a text is one expression in which every name is known: as a function that is
  /// called, from before, or in the standard library}
  ///
  /// @param text the expression
  /// @param before names that are known
  public boolean isExpression(String text, Set<String> before) {
    SyntaxNode root = inFunction("(" + text + ");");
    List<SyntaxNode> statements =
        root.parts().stream()
            .flatMap(function -> function.at("body"))
            .flatMap(body -> body.parts().stream())
            .toList();
    boolean one =
        !root.broken()
            && statements.size() == 1
            && statements.getFirst().is("expression_statement")
            && statements.getFirst().parts().stream()
                .allMatch(part -> part.is("parenthesized_expression"))
            && root.all()
                .noneMatch(n -> n.is("comment", "comma_expression", "assignment_expression"))
            && root.all().noneMatch(NativeText::isWideCharacter);
    return one && namesAreKnown(root, before);
  }

  private SyntaxNode inFunction(String text) {
    return SyntaxNode.parse(grammar, "void hone_(void) {\n" + text + "\n}\n");
  }

  private static boolean namesAreKnown(SyntaxNode root, Set<String> before) {
    Set<String> known = new HashSet<>(KNOWN);
    known.addAll(before);
    known.add("hone_");
    root.all()
        .filter(node -> node.is("call_expression"))
        .map(node -> node.textAt("function"))
        .forEach(known::add);
    return root.all()
        .filter(node -> node.is("identifier", "namespace_identifier"))
        .map(SyntaxNode::text)
        .allMatch(known::contains);
  }

  // A text in single quotes is one of another language.
  private static boolean isWideCharacter(SyntaxNode node) {
    return node.is("char_literal") && !node.text().matches("(?s)'(?:[^\\\\]|\\\\.[0-9a-fA-F]*)'");
  }

  /// {@return a text as a literal of C or C++, in its quotes}
  ///
  /// @param text the characters
  public static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\t' -> literal.append("\\t");
        case '\r' -> literal.append("\\r");
        // Three digits always, so that a digit that follows is not taken in; no trigraphs.
        default ->
            literal.append(
                c < 0x20 || c >= 0x7f || c == '?'
                    ? "\\%03o".formatted(c)
                    : String.valueOf((char) c));
      }
    }
    return literal.append('"').toString();
  }

  /// {@return the characters of a literal in double quotes, or empty where {@link #quoted} would
  /// write it otherwise}
  ///
  /// @param literal the literal
  public static Optional<String> unquoted(String literal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 1; i < literal.length() - 1; i++) {
      char c = literal.charAt(i);
      if (c != '\\') {
        bytes.write(c);
        continue;
      }
      char kind = literal.charAt(++i);
      switch (kind) {
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        case 'r' -> bytes.write('\r');
        case '0', '1', '2', '3' -> {
          if (!literal.substring(i).matches("(?s)[0-7]{3}.+")) {
            return Optional.empty();
          }
          bytes.write(Integer.parseInt(literal.substring(i, i + 3), 8));
          i += 2;
        }
        default -> bytes.write(kind);
      }
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8))
        .filter(text -> quoted(text).equals(literal));
  }
}
