package dev.hone.language.java;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values as {@link JavaCalls} writes them, read back; anything else is refused.
final class JavaLiterals {
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
  private static final Pattern BIG =
      Pattern.compile("new java\\.math\\.BigInteger\\(\"(-?\\d+)\"\\)");

  private JavaLiterals() {}

  /// {@return the value of an expression, or empty where it is none of these}
  static Optional<Value> value(SyntaxNode node) {
    return switch (node.type()) {
      case "decimal_integer_literal" -> whole(node.text());
      case "decimal_floating_point_literal" -> fraction(node.text());
      case "unary_expression" -> negative(node);
      case "string_literal" -> unquoted(node.text()).map(Value.Text::new);
      case "character_literal" -> unquoted(node.text()).map(Value.Letter::new);
      case "true" -> Optional.of(new Value.Truth(true));
      case "false" -> Optional.of(new Value.Truth(false));
      case "null_literal" -> Optional.of(new Value.Nothing());
      case "cast_expression" ->
          node.text().equals("(Object) null") ? Optional.of(new Value.Nothing()) : Optional.empty();
      case "object_creation_expression" -> big(node.text());
      case "method_invocation" -> several(node);
      default -> Optional.empty();
    };
  }

  /// {@return the characters of a text, or empty where it is none}
  static Optional<String> text(SyntaxNode node) {
    return node.is("string_literal") ? unquoted(node.text()) : Optional.empty();
  }

  private static Optional<Value> whole(String text) {
    String digits = text.replaceFirst("[lL]$", "");
    return digits.matches("0|[1-9]\\d*")
        ? Optional.of(new Value.Whole(new BigInteger(digits)))
        : Optional.empty();
  }

  private static Optional<Value> fraction(String text) {
    return text.matches("[0-9.]+(?:[eE][-+]?\\d+)?")
        ? Optional.of(new Value.Fraction(text))
        : Optional.empty();
  }

  private static Optional<Value> big(String text) {
    Matcher big = BIG.matcher(text);
    return big.matches()
        ? Optional.of(new Value.Whole(new BigInteger(big.group(1))))
        : Optional.empty();
  }

  private static Optional<Value> negative(SyntaxNode node) {
    return node.child("operand")
        .filter(_ -> node.text().startsWith("-"))
        .flatMap(JavaLiterals::value)
        .flatMap(
            value ->
                switch (value) {
                  case Value.Whole(var number) -> Optional.of(new Value.Whole(number.negate()));
                  case Value.Fraction(var text) -> Optional.of(new Value.Fraction("-" + text));
                  case Value _ -> Optional.empty();
                });
  }

  private static Optional<Value> several(SyntaxNode node) {
    List<Value> items = new ArrayList<>();
    for (SyntaxNode part : node.child("arguments").map(SyntaxNode::parts).orElse(List.of())) {
      Optional<Value> item = value(part);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return switch (node.child("object").isPresent() ? "" : node.textAt("name")) {
      case "list" -> Optional.of(new Value.Sequence(Kind.LIST, items));
      case "set" -> Optional.of(new Value.Sequence(Kind.SET, items.stream().distinct().toList()));
      case "map" -> map(items);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> map(List<Value> items) {
    List<Value.Entry> entries = new ArrayList<>();
    for (int i = 0; i + 1 < items.size(); i += 2) {
      entries.add(new Value.Entry(items.get(i), items.get(i + 1)));
    }
    boolean distinct = entries.stream().map(Value.Entry::key).distinct().count() == entries.size();
    return distinct ? Optional.of(new Value.Mapping(entries)) : Optional.empty();
  }

  private static Optional<String> unquoted(String literal) {
    String inner = literal.substring(1, literal.length() - 1);
    StringBuilder plain = new StringBuilder();
    Matcher escape = ESCAPE.matcher(inner);
    int at = 0;
    while (escape.find(at)) {
      plain.append(inner, at, escape.start());
      if (escape.group(1) != null) {
        plain.append((char) Integer.parseInt(escape.group(1), 16));
      } else if ("\"'\\".contains(escape.group(2))) {
        plain.append(escape.group(2));
      } else if ("nrt".contains(escape.group(2))) {
        plain.append("\n\r\t".charAt("nrt".indexOf(escape.group(2))));
      } else {
        return Optional.empty();
      }
      at = escape.end();
    }
    return literal.startsWith("\"\"\"")
        ? Optional.empty()
        : Optional.of(plain.append(inner.substring(at)).toString());
  }
}
