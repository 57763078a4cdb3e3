package dev.hone.language.values;

import java.util.List;
import java.util.stream.Collectors;

/// Values in one notation that shows how they were understood.
final class Shown {
  private Shown() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> number.toString();
      case Value.Fraction(var text) -> "~" + text;
      case Value.Text(var text) -> "\"" + text + "\"";
      case Value.Letter(var text) -> "'" + text + "'";
      case Value.Truth(var truth) -> truth ? "yes" : "no";
      case Value.Nothing() -> "nothing";
      case Value.Sequence(var kind, var items) ->
          kind.name().toLowerCase(java.util.Locale.ROOT) + items(items);
      case Value.Mapping(var entries) ->
          entries.stream()
              .map(entry -> of(entry.key()) + ": " + of(entry.value()))
              .collect(Collectors.joining(", ", "map(", ")"));
      case Value.Wrapped(var name, var arguments) -> name + items(arguments);
    };
  }

  static String items(List<Value> items) {
    return items.stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
  }
}
