package dev.hone.language.rust;

import dev.hone.language.values.Equality;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import dev.hone.language.values.Value.Sequence;
import dev.hone.language.values.Value.Wrapped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the module `examples` of a test file calls the same, told again for values as the observer
/// writes them down.
final class RustEquality implements Equality {
  private static final double TOLERANCE = 1e-6;
  private static final double SINGLE_TOLERANCE = 1e-5;

  @Override
  public boolean same(Value actual, Value expected) {
    return switch (actual) {
      case Value.Nothing _ -> expected instanceof Value.Nothing;
      case Value.Truth own -> own.equals(expected);
      case Value.Text(var own) -> text(expected).filter(own::equals).isPresent();
      case Value.Letter(var own) -> text(expected).filter(own::equals).isPresent();
      case Value.Whole own -> whole(own.number(), expected);
      case Value.Fraction(var own) -> fraction(Double.parseDouble(own), expected, TOLERANCE);
      case Sequence(var kind, var items) -> sequence(kind, items, expected);
      case Value.Mapping(var entries) -> map(entries, expected);
      case Wrapped(var name, var inner) -> wrapped(name, inner, expected);
    };
  }

  /// {@return a value in which numbers with a fraction of 0 are whole, and so compared exactly}
  static Value exact(Value value) {
    return switch (value) {
      case Value.Fraction(var text) when text.matches("-?\\d+\\.0+") ->
          new Value.Whole(new BigInteger(text.substring(0, text.indexOf('.'))));
      case Sequence(var kind, var items) ->
          new Sequence(kind, items.stream().map(RustEquality::exact).toList());
      case Value.Mapping(var entries) ->
          new Value.Mapping(
              entries.stream()
                  .map(one -> new Value.Entry(exact(one.key()), exact(one.value())))
                  .toList());
      case Wrapped(var name, var inner) ->
          new Wrapped(name, inner.stream().map(RustEquality::exact).toList());
      case Value other -> other;
    };
  }

  private static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Optional.of(text);
      case Value.Letter(var text) -> Optional.of(text);
      case Value _ -> Optional.empty();
    };
  }

  private static boolean whole(BigInteger own, Value expected) {
    return switch (expected) {
      case Value.Whole(var number) -> own.equals(number);
      case Value.Fraction(var text) -> own.doubleValue() == Double.parseDouble(text);
      case Value _ -> false;
    };
  }

  private static boolean fraction(double own, Value expected, double tolerance) {
    return switch (expected) {
      case Value.Whole(var number) -> own == number.doubleValue();
      case Value.Fraction(var text) -> {
        double number = Double.parseDouble(text);
        yield own == number || Math.abs(own - number) <= tolerance * Math.abs(number);
      }
      case Value _ -> false;
    };
  }

  private boolean sequence(Kind kind, List<Value> own, Value expected) {
    if (kind == Kind.TUPLE) {
      return (own.isEmpty() && expected instanceof Value.Nothing)
          || (expected instanceof Sequence(_, var items) && row(own, items));
    }
    boolean letters = own.stream().allMatch(RustEquality::isLetter);
    return items(expected, letters)
        .filter(
            items ->
                kind == Kind.LIST
                    ? row(own, items)
                    : own.size() == items.size()
                        && items.stream()
                            .allMatch(item -> own.stream().anyMatch(one -> same(one, item))))
        .isPresent();
  }

  private boolean row(List<Value> own, List<Value> items) {
    return own.size() == items.size()
        && IntStream.range(0, items.size()).allMatch(i -> same(own.get(i), items.get(i)));
  }

  private static boolean isLetter(Value value) {
    return value instanceof Wrapped(var name, _) && name.matches("letter|byte");
  }

  /// A text is a list of letters, a map is a list of pairs.
  private static Optional<List<Value>> items(Value value, boolean letters) {
    return switch (value) {
      case Sequence(_, var items) -> Optional.of(items);
      case Value.Mapping(var entries) ->
          Optional.of(
              entries.stream()
                  .<Value>map(one -> new Sequence(Kind.LIST, List.of(one.key(), one.value())))
                  .toList());
      case Value other ->
          text(other)
              .filter(_ -> letters)
              .map(
                  text ->
                      text.codePoints()
                          .<Value>mapToObj(c -> new Value.Text(Character.toString(c)))
                          .toList());
    };
  }

  private boolean map(List<Value.Entry> own, Value expected) {
    return pairs(expected)
        .filter(
            pairs ->
                own.size() == pairs.size()
                    && pairs.stream()
                        .allMatch(
                            pair ->
                                own.stream()
                                    .anyMatch(
                                        one ->
                                            same(one.key(), pair.key())
                                                && same(one.value(), pair.value()))))
        .isPresent();
  }

  private static Optional<List<Value.Entry>> pairs(Value value) {
    if (value instanceof Value.Mapping(var entries)) {
      return Optional.of(entries);
    }
    List<Value.Entry> pairs = new ArrayList<>();
    if (value instanceof Sequence(_, var items)) {
      for (Value item : items) {
        if (!(item instanceof Sequence(_, var two)) || two.size() != 2) {
          return Optional.empty();
        }
        pairs.add(new Value.Entry(two.getFirst(), two.getLast()));
      }
      return Optional.of(pairs);
    }
    return Optional.empty();
  }

  private boolean wrapped(String name, List<Value> inner, Value expected) {
    if (inner.isEmpty()) {
      return false;
    }
    Value own = inner.getFirst();
    return switch (name) {
      case "Some", "Ok" -> !isNamed(expected, "Err") && same(own, inside(name, expected));
      // An error that says nothing of itself stands for any.
      case "Err" ->
          isNamed(expected, "Err")
              && (own.equals(new Wrapped("an error", List.of()))
                  || same(own, inside(name, expected)));
      case "byte" -> text(expected).isPresent() ? byLetter(own, expected) : same(own, expected);
      case "letter" -> same(own, expected);
      case "f32" ->
          own instanceof Value.Fraction(var text)
              && fraction(Double.parseDouble(text), expected, SINGLE_TOLERANCE);
      default -> false;
    };
  }

  private static boolean isNamed(Value value, String name) {
    return value instanceof Wrapped(var own, _) && own.equals(name);
  }

  private static Value inside(String name, Value value) {
    return value instanceof Wrapped(var own, var inner) && own.equals(name) && inner.size() == 1
        ? inner.getFirst()
        : value;
  }

  private static boolean byLetter(Value code, Value expected) {
    String text = text(expected).orElse("");
    return text.codePointCount(0, text.length()) == 1
        && whole(BigInteger.valueOf(text.codePointAt(0)), code);
  }
}
