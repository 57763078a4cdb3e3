package dev.hone.language.rust;

import dev.hone.language.values.Value;
import dev.hone.language.values.ValueReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Writes values in the form that the module `examples` of a test file reads: JSON, with any value
/// as a key, and with `Some(…)`, `Ok(…)` and `Err(…)`.
final class ExampleValues {
  private static final Set<String> WRAPPERS = Set.of("Some", "Ok", "Err");

  private ExampleValues() {}

  /// Returns the value's text, or empty where it holds a type of the solution's own.
  static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Nothing() -> Optional.of("null");
      case Value.Truth(var truth) -> Optional.of(String.valueOf(truth));
      case Value.Whole(var number) ->
          number.bitLength() < 127 ? Optional.of(number.toString()) : Optional.empty();
      case Value.Fraction(var text) ->
          Optional.of(text.replaceFirst("^(-?)\\.", "$10.").replaceFirst("\\.$", ".0"));
      case Value.Text(var text) -> Optional.of(quoted(text));
      case Value.Letter(var text) -> Optional.of(quoted(text));
      case Value.Sequence(_, var items) -> list(items, ExampleValues::text, "[", "]");
      case Value.Mapping(var entries) -> list(entries, ExampleValues::entry, "{", "}");
      case Value.Wrapped(var name, var inner) ->
          WRAPPERS.contains(name) && inner.size() == 1
              ? text(inner.getFirst()).map(one -> name + "(" + one + ")")
              : Optional.empty();
    };
  }

  /// Returns the value that {@link #text} wrote, or empty where it would be written otherwise.
  static Optional<Value> value(String text) {
    String onOneLine = text.replace("\n", "\\n").replace("\r", "\\r");
    return ValueReader.value(onOneLine)
        .filter(value -> text(value).filter(text::equals).isPresent());
  }

  private static Optional<String> entry(Value.Entry entry) {
    return text(entry.key()).flatMap(key -> text(entry.value()).map(value -> key + ": " + value));
  }

  private static <T> Optional<String> list(
      List<T> items, Function<T, Optional<String>> form, String open, String close) {
    List<Optional<String>> parts = items.stream().map(form).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            parts.stream()
                .map(Optional::orElseThrow)
                .collect(Collectors.joining(", ", open, close)))
        : Optional.empty();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
