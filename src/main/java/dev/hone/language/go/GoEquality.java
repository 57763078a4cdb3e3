package dev.hone.language.go;

import dev.hone.language.values.Equality;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import dev.hone.language.values.Value.Sequence;
import dev.hone.language.values.Value.Wrapped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// What the checks of example tests call the same, told again for results as the observer writes
/// them down: a tuple of all that the function returned.
final class GoEquality implements Equality {
  private static final double TOLERANCE = 1e-6;

  @Override
  public boolean same(Value actual, Value expected) {
    return actual instanceof Sequence(var kind, var results)
        && kind == Kind.TUPLE
        && !results.isEmpty()
        && agree(results, GoValues.meant(expected));
  }

  /// All results are what was written, or the first ones where the last only says that nothing went
  /// wrong.
  private static boolean agree(List<Value> results, Value want) {
    if (results.size() == 1) {
      return one(results.getFirst(), want);
    }
    if (want instanceof Sequence(_, var items) && all(results, items)) {
      return true;
    }
    if (isAnyError(want)) {
      return isRefusal(results.getLast());
    }
    Value said = results.getLast();
    if (said instanceof Value.Truth(var fine)) {
      if (want instanceof Value.Nothing) {
        return !fine;
      }
      if (!fine) {
        return false;
      }
    } else if (!isNil(said)) {
      return false;
    }
    List<Value> rest = results.subList(0, results.size() - 1);
    return rest.size() == 1
        ? one(rest.getFirst(), want)
        : want instanceof Sequence(_, var items) && all(rest, items);
  }

  private static boolean isRefusal(Value last) {
    return last instanceof Value.Truth(var fine) ? !fine : isNamed(last, "error");
  }

  private static boolean isAnyError(Value want) {
    return isNamed(want, "error");
  }

  private static boolean isNil(Value value) {
    return value instanceof Value.Nothing || isNamed(value, "nil");
  }

  private static boolean isNamed(Value value, String name) {
    return value instanceof Wrapped(var own, _) && own.equals(name);
  }

  static boolean all(List<Value> results, List<Value> items) {
    return results.size() == items.size()
        && IntStream.range(0, items.size()).allMatch(i -> one(results.get(i), items.get(i)));
  }

  static boolean one(Value got, Value written) {
    Value want = GoValues.meant(written);
    return switch (got) {
      case Value.Nothing _ -> want instanceof Value.Nothing;
      case Value.Truth own -> own.equals(want);
      case Value.Text(var own) -> text(want).filter(own::equals).isPresent();
      case Value.Letter(var own) -> text(want).filter(own::equals).isPresent();
      case Value.Whole own -> whole(own, want);
      case Value.Fraction own -> fraction(own, want);
      case Sequence(_, var items) ->
          want instanceof Value.Nothing
              ? items.isEmpty()
              : want instanceof Sequence(_, var wanted) && all(items, wanted);
      case Value.Mapping(var entries) -> GoCompounds.map(entries, want);
      case Wrapped(var name, var inner) -> other(name, inner, want);
    };
  }

  static Optional<String> text(Value want) {
    return switch (want) {
      case Value.Text(var text) -> Optional.of(text);
      case Value.Letter(var text) -> Optional.of(text);
      case Value _ -> Optional.empty();
    };
  }

  private static OptionalDouble number(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> OptionalDouble.of(number.doubleValue());
      case Value.Fraction(var text) -> OptionalDouble.of(Double.parseDouble(text));
      case Value _ -> OptionalDouble.empty();
    };
  }

  /// A whole number may be written with a fraction of 0.
  private static boolean whole(Value.Whole own, Value want) {
    return want instanceof Value.Fraction
        ? number(want).stream()
            .anyMatch(n -> n == Math.rint(n) && n == own.number().doubleValue() && fits(n))
        : own.equals(want);
  }

  private static boolean fits(double number) {
    return Math.abs(number) < 0x1p53;
  }

  private static boolean fraction(Value.Fraction own, Value want) {
    double got = Double.parseDouble(own.text());
    return number(want).stream()
        .anyMatch(
            n ->
                got == n
                    || (want instanceof Value.Fraction
                        && Math.abs(got - n) <= TOLERANCE * Math.max(Math.abs(got), Math.abs(n))));
  }

  private static boolean other(String name, List<Value> inner, Value want) {
    if (inner.isEmpty()) {
      return false;
    }
    Value first = inner.getFirst();
    return switch (name) {
      case "error" ->
          isAnyError(want) || text(want).map(Value.Text::new).filter(first::equals).isPresent();
      case "nil" -> one(first, want);
      case "letter" -> text(want).isPresent() ? letter(first, text(want).get()) : one(first, want);
      case "letters" ->
          text(want).isPresent() ? inner.size() == 2 && one(inner.get(1), want) : one(first, want);
      case "complex" ->
          inner.size() == 2
              && number(inner.get(1)).orElse(1) == 0
              && number(want).stream().anyMatch(n -> n == number(first).orElse(Double.NaN));
      case "struct" -> GoCompounds.struct(first, inner, want);
      default -> false;
    };
  }

  private static boolean letter(Value code, String text) {
    return text.codePointCount(0, text.length()) == 1
        && number(code).stream().anyMatch(n -> n == text.codePointAt(0));
  }
}
