package dev.hone.language.runner;

import dev.hone.language.Seen;
import dev.hone.language.values.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what tests hand over. A value is an array: the word for its kind, then what is in it.
///
/// | array | value |
/// |---|---|
/// | `["whole", "3"]` | a whole number |
/// | `["fraction", "0.5"]` | any other number, `nan`, `inf` and `-inf` among them |
/// | `["text", "a"]`, `["truth", true]`, `["nothing"]` | a text, a truth value, none |
/// | `["list", [...]]`, `["tuple", [...]]`, `["set", [...]]` | values in a row |
/// | `["map", [[key, value], ...]]` | values by key |
/// | `["other", "name", [...]]` | anything else, by the name of its type |
final class SeenJson {
  // Deeper than any value that an example writes out.
  private static final int DEEPEST = 200;
  private static final int MOST_DIGITS = 20_000;

  private SeenJson() {}

  /// {@return what was handed over, or empty where it is not readable}
  static Optional<Seen> of(JsonNode entry) {
    try {
      String shown = entry.path("shown").asString("");
      if (entry.has("returned")) {
        return Optional.of(new Seen.Returned(value(entry.path("returned"), 0), shown));
      }
      if (entry.has("raised")) {
        List<String> names = new ArrayList<>();
        entry.path("raised").forEach(name -> names.add(name.asString("")));
        return Optional.of(new Seen.Raised(names, shown));
      }
      return entry.has("printed")
          ? Optional.of(new Seen.Printed(entry.path("printed").asString(""), shown))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      // Only forged lines are of another form, and a forged line is nothing that was seen.
      return Optional.empty();
    }
  }

  private static Value value(JsonNode node, int depth) {
    String text = node.path(1).asString("");
    return switch (node.path(0).asString("")) {
      case "whole" -> new Value.Whole(whole(text));
      case "fraction" -> new Value.Fraction(fraction(text));
      case "text" -> new Value.Text(text);
      case "truth" -> new Value.Truth(node.path(1).asBoolean(false));
      case "nothing" -> new Value.Nothing();
      case "list" -> new Value.Sequence(Value.Kind.LIST, values(node.path(1), depth));
      case "tuple" -> new Value.Sequence(Value.Kind.TUPLE, values(node.path(1), depth));
      case "set" -> new Value.Sequence(Value.Kind.SET, values(node.path(1), depth));
      case "map" -> new Value.Mapping(entries(node.path(1), depth));
      case "other" -> new Value.Wrapped(text, values(node.path(2), depth));
      default -> throw new IllegalArgumentException("no kind of value: " + node.path(0));
    };
  }

  private static BigInteger whole(String text) {
    if (text.length() > MOST_DIGITS) {
      throw new IllegalArgumentException("a number of too many digits");
    }
    return new BigInteger(text);
  }

  private static String fraction(String text) {
    return switch (text) {
      case "nan", "NaN" -> "NaN";
      case "inf", "Infinity" -> "Infinity";
      case "-inf", "-Infinity" -> "-Infinity";
      default -> {
        double number = Double.parseDouble(text);
        yield Double.isFinite(number) ? text : Double.toString(number);
      }
    };
  }

  private static List<Value> values(JsonNode nodes, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deep");
    }
    List<Value> values = new ArrayList<>();
    nodes.forEach(node -> values.add(value(node, depth + 1)));
    return values;
  }

  private static List<Value.Entry> entries(JsonNode nodes, int depth) {
    List<Value.Entry> entries = new ArrayList<>();
    for (JsonNode pair : nodes) {
      List<Value> two = values(pair, depth);
      if (two.size() != 2) {
        throw new IllegalArgumentException("no pair: " + pair);
      }
      entries.add(new Value.Entry(two.getFirst(), two.getLast()));
    }
    return entries;
  }
}
