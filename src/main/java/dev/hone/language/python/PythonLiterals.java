package dev.hone.language.python;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values that Python text writes out, read exactly as Python reads them; anything else is refused.
final class PythonLiterals {
  private static final String NAME_OF_BYTES = "bytes";

  private PythonLiterals() {}

  /// {@return the value of an expression, or empty where it is no value that is written out}
  static Optional<Value> value(SyntaxNode node) {
    List<SyntaxNode> parts = node.parts();
    return switch (node.type()) {
      case "integer" -> whole(node.text());
      case "float" -> fraction(node.text());
      case "unary_operator" -> signed(node);
      case "true" -> Optional.of(new Value.Truth(true));
      case "false" -> Optional.of(new Value.Truth(false));
      case "none" -> Optional.of(new Value.Nothing());
      case "string" -> string(node);
      case "concatenated_string" -> concatenated(parts);
      case "parenthesized_expression" ->
          parts.size() == 1 ? value(parts.getFirst()) : Optional.empty();
      case "list" -> sequence(Kind.LIST, parts);
      case "tuple" -> sequence(Kind.TUPLE, parts);
      case "set" -> sequence(Kind.SET, parts);
      case "dictionary" -> mapping(parts);
      case "call" ->
          node.text().matches("(?:frozen)?set\\(\\)")
              ? Optional.of(new Value.Sequence(Kind.SET, List.of()))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /// {@return the characters of a string, or empty where it is none that is written out}
  static Optional<String> text(SyntaxNode node) {
    return value(node)
        .filter(Value.Text.class::isInstance)
        .map(Value.Text.class::cast)
        .map(Value.Text::text);
  }

  private static Optional<Value> whole(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    int radix =
        digits.startsWith("0x")
            ? 16
            : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
    String plain = radix == 10 ? digits : digits.substring(2);
    // What is left is a complex number.
    return plain.matches("[0-9a-f]+") && (radix == 16 || plain.matches("\\d+"))
        ? Optional.of(new Value.Whole(new BigInteger(plain, radix)))
        : Optional.empty();
  }

  private static Optional<Value> fraction(String text) {
    String digits = text.replace("_", "");
    return digits.matches("[0-9.]+(?:[eE][-+]?[0-9]+)?")
            && Double.isFinite(Double.parseDouble(digits))
        ? Optional.of(new Value.Fraction(digits))
        : Optional.empty();
  }

  private static Optional<Value> signed(SyntaxNode node) {
    String sign = node.first().map(SyntaxNode::text).orElse("");
    return node.parts().stream()
        .findFirst()
        .filter(_ -> sign.equals("-") || sign.equals("+"))
        .flatMap(PythonLiterals::value)
        .flatMap(
            value ->
                switch (value) {
                  case Value.Whole(var number) ->
                      Optional.of(new Value.Whole(sign.equals("-") ? number.negate() : number));
                  case Value.Fraction(var text) when !text.startsWith("-") ->
                      Optional.of(new Value.Fraction(sign.equals("-") ? "-" + text : text));
                  case Value _ -> Optional.empty();
                });
  }

  private static Optional<Value> sequence(Kind kind, List<SyntaxNode> parts) {
    Optional<List<Value>> items = values(parts);
    return items
        .filter(all -> kind != Kind.SET || areDistinct(all))
        .map(all -> new Value.Sequence(kind, all));
  }

  private static Optional<List<Value>> values(List<SyntaxNode> nodes) {
    List<Value> values = new ArrayList<>();
    for (SyntaxNode node : nodes) {
      Optional<Value> value = value(node);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  private static Optional<Value> mapping(List<SyntaxNode> pairs) {
    List<Value.Entry> entries = new ArrayList<>();
    for (SyntaxNode pair : pairs) {
      Optional<Value> key = pair.child("key").flatMap(PythonLiterals::value);
      Optional<Value> value = pair.child("value").flatMap(PythonLiterals::value);
      if (!pair.is("pair") || key.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      entries.add(new Value.Entry(key.get(), value.get()));
    }
    return areDistinct(entries.stream().map(Value.Entry::key).toList())
        ? Optional.of(new Value.Mapping(entries))
        : Optional.empty();
  }

  /// Whether these are different to Python beyond doubt: `1`, `1.0` and `True` are one key.
  private static boolean areDistinct(List<Value> keys) {
    boolean numbers = keys.stream().anyMatch(Value.Whole.class::isInstance);
    boolean others =
        keys.stream().anyMatch(key -> key instanceof Value.Fraction || key instanceof Value.Truth);
    return new HashSet<>(keys).size() == keys.size() && !(numbers && others);
  }

  private static Optional<Value> string(SyntaxNode node) {
    return new PythonString(node.text())
        .content()
        .map(
            content ->
                content.bytes()
                    ? new Value.Wrapped(NAME_OF_BYTES, List.of(new Value.Text(hex(content.text()))))
                    : new Value.Text(content.text()));
  }

  private static Optional<Value> concatenated(List<SyntaxNode> parts) {
    Optional<List<Value>> all = values(parts);
    boolean texts = all.filter(v -> v.stream().allMatch(Value.Text.class::isInstance)).isPresent();
    return all.filter(_ -> texts)
        .map(
            values ->
                new Value.Text(
                    values.stream()
                        .map(value -> value instanceof Value.Text(var text) ? text : "")
                        .collect(Collectors.joining())));
  }

  private static String hex(String bytes) {
    return bytes.chars().mapToObj("%02x"::formatted).collect(Collectors.joining());
  }
}
