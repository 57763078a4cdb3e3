package dev.hone.language.node;

import dev.hone.language.syntax.SyntaxNode;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values that JavaScript text writes out, read exactly as JavaScript reads them; anything else is
/// refused. `undefined`, a `BigInt` and a `Map` are {@link Value.Wrapped} by these names.
final class NodeLiterals {
  private static final Pattern DECIMAL =
      Pattern.compile("(?:0|[1-9]\\d*)?(?:\\.\\d*)?(?:[eE][-+]?\\d+)?");
  private static final Pattern RADIX = Pattern.compile("0[xXoObB][0-9a-fA-F]+");
  private static final String UNDEFINED = "undefined";

  private NodeLiterals() {}

  /// {@return the value of an expression, or empty where it is no value that is written out}
  static Optional<Value> value(SyntaxNode node) {
    List<SyntaxNode> parts = node.parts();
    return switch (node.type()) {
      case "number" -> number(node.text().replace("_", ""));
      case "unary_expression" -> negative(node);
      case "true" -> Optional.of(new Value.Truth(true));
      case "false" -> Optional.of(new Value.Truth(false));
      case "null" -> Optional.of(new Value.Nothing());
      case UNDEFINED, "identifier" -> named(node.text());
      case "string", "template_string" -> text(node).map(Value.Text::new);
      case "parenthesized_expression" ->
          parts.size() == 1 ? value(parts.getFirst()) : Optional.empty();
      case "array" -> values(node).map(items -> new Value.Sequence(Kind.LIST, items));
      case "object" -> object(parts);
      case "new_expression" -> made(node);
      default -> Optional.empty();
    };
  }

  /// {@return the characters of a string, or empty where it is none that is written out}
  static Optional<String> text(SyntaxNode node) {
    return node.is("string", "template_string")
        ? NodeString.content(node.text())
        : Optional.empty();
  }

  private static Optional<Value> named(String name) {
    return switch (name) {
      case UNDEFINED -> Optional.of(new Value.Wrapped(name, List.of()));
      case "NaN", "Infinity" -> Optional.of(new Value.Fraction(name));
      default -> Optional.empty();
    };
  }

  private static Optional<Value> number(String text) {
    String digits = text.endsWith("n") ? text.substring(0, text.length() - 1) : text;
    boolean big = digits.length() < text.length();
    if (RADIX.matcher(digits).matches()) {
      int radix =
          switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            default -> 2;
          };
      return whole(new BigInteger(digits.substring(2), radix), big);
    }
    if (!DECIMAL.matcher(digits).matches() || digits.isEmpty() || digits.equals(".")) {
      return Optional.empty();
    }
    return big ? whole(new BigInteger(digits), true) : Optional.of(of(Double.parseDouble(digits)));
  }

  /// Whole numbers beyond 53 bits are rounded, as JavaScript does it.
  private static Optional<Value> whole(BigInteger number, boolean big) {
    return Optional.of(
        big
            ? new Value.Wrapped("BigInt", List.of(new Value.Whole(number)))
            : of(number.doubleValue()));
  }

  private static Value of(double number) {
    if (!Double.isFinite(number)) {
      return new Value.Fraction("Infinity");
    }
    return number == Math.rint(number)
        ? new Value.Whole(new BigDecimal(number).toBigIntegerExact())
        : new Value.Fraction(Double.toString(number));
  }

  private static Optional<Value> negative(SyntaxNode node) {
    return node.child("argument")
        .filter(_ -> node.textAt("operator").equals("-"))
        .flatMap(NodeLiterals::value)
        .flatMap(NodeLiterals::negated);
  }

  private static Optional<Value> negated(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> Optional.of(new Value.Whole(number.negate()));
      case Value.Fraction(var text) when !text.startsWith("-") && !text.equals("NaN") ->
          Optional.of(new Value.Fraction("-" + text));
      case Value.Wrapped(var name, var inner) when name.equals("BigInt") ->
          negated(inner.getFirst()).map(one -> new Value.Wrapped(name, List.of(one)));
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<List<Value>> values(SyntaxNode array) {
    List<Value> values = new ArrayList<>();
    boolean free = false;
    for (SyntaxNode child : array.children()) {
      Optional<Value> value = child.named() ? value(child) : Optional.empty();
      // A comma without a value before it leaves a hole.
      if ((child.named() && value.isEmpty()) || (child.is(",") && !free)) {
        return Optional.empty();
      }
      free = child.named();
      value.ifPresent(values::add);
    }
    return Optional.of(values);
  }

  private static Optional<Value> object(List<SyntaxNode> pairs) {
    List<Value.Entry> entries = new ArrayList<>();
    for (SyntaxNode pair : pairs) {
      Optional<String> key = pair.child("key").flatMap(NodeLiterals::key);
      Optional<Value> value = pair.child("value").flatMap(NodeLiterals::value);
      if (!pair.is("pair") || key.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      entries.add(new Value.Entry(new Value.Text(key.get()), value.get()));
    }
    return areDistinct(entries.stream().map(Value.Entry::key).toList())
        ? Optional.of(new Value.Mapping(entries))
        : Optional.empty();
  }

  private static Optional<String> key(SyntaxNode node) {
    Optional<String> key =
        switch (node.type()) {
          case "property_identifier" -> Optional.of(node.text()).filter(k -> !k.contains("\\"));
          case "string" -> text(node);
          case "number" -> Optional.of(node.text()).filter(k -> k.matches("0|[1-9]\\d{0,14}"));
          default -> Optional.empty();
        };
    return key.filter(name -> !name.equals("__proto__"));
  }

  private static Optional<Value> made(SyntaxNode node) {
    List<SyntaxNode> arguments = node.child("arguments").map(SyntaxNode::parts).orElse(List.of());
    if (arguments.size() > 1 || node.children().stream().anyMatch(c -> c.is("type_arguments"))) {
      return Optional.empty();
    }
    Optional<List<Value>> items =
        arguments.isEmpty()
            ? Optional.of(List.of())
            : arguments.stream()
                .filter(one -> one.is("array"))
                .findFirst()
                .flatMap(NodeLiterals::values);
    return switch (node.textAt("constructor")) {
      case "Set" ->
          items.filter(NodeLiterals::areDistinct).map(all -> new Value.Sequence(Kind.SET, all));
      case "Map" -> items.flatMap(NodeLiterals::map);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> map(List<Value> pairs) {
    List<Value.Entry> entries = new ArrayList<>();
    for (Value pair : pairs) {
      if (!(pair instanceof Value.Sequence(_, var two)) || two.size() != 2) {
        return Optional.empty();
      }
      entries.add(new Value.Entry(two.getFirst(), two.getLast()));
    }
    return areDistinct(entries.stream().map(Value.Entry::key).toList())
        ? Optional.of(new Value.Wrapped("Map", List.of(new Value.Mapping(entries))))
        : Optional.empty();
  }

  private static boolean areDistinct(List<Value> keys) {
    return new HashSet<>(keys).size() == keys.size();
  }
}
