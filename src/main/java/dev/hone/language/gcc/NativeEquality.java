package dev.hone.language.gcc;

import dev.hone.language.values.Equality;
import dev.hone.language.values.Value;
import dev.hone.language.values.Value.Kind;
import dev.hone.language.values.Value.Sequence;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the checks of example tests in C and C++ call the same, told again for values that were
/// handed over.
///
/// @param nullIsZero whether no value and the number 0 are alike
public record NativeEquality(boolean nullIsZero) implements Equality {
  private static final double TOLERANCE = 1e-6;

  @Override
  public boolean same(Value actual, Value expected) {
    if (isNumber(actual) && isNumber(expected)) {
      return numbers(actual, expected);
    }
    if (isMany(actual) && isMany(expected)) {
      return items(actual, expected);
    }
    return switch (expected) {
      case Value.Nothing _ -> actual instanceof Value.Nothing || (nullIsZero && isZero(actual));
      case Value.Text(var text) -> actual instanceof Value.Text(var own) && own.equals(text);
      case Value.Whole _ -> nullIsZero && actual instanceof Value.Nothing && isZero(expected);
      case Value _ -> false;
    };
  }

  private static boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Fraction
        || value instanceof Value.Truth;
  }

  private static boolean isZero(Value value) {
    return value instanceof Value.Whole(var number) && number.signum() == 0;
  }

  /// Truth as a number is usual in both languages.
  private static boolean numbers(Value actual, Value expected) {
    Value own = plain(actual);
    Value wanted = plain(expected);
    if (own instanceof Value.Whole && wanted instanceof Value.Whole) {
      return own.equals(wanted);
    }
    double a = real(own);
    double b = real(wanted);
    return a == b
        || (Double.isNaN(a) && Double.isNaN(b))
        || Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
  }

  private static Value plain(Value value) {
    return value instanceof Value.Truth(var truth)
        ? new Value.Whole(truth ? BigInteger.ONE : BigInteger.ZERO)
        : value;
  }

  private static double real(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> number.doubleValue();
      case Value.Fraction(var text) -> Double.parseDouble(text);
      case Value _ -> Double.NaN;
    };
  }

  private static boolean isMany(Value value) {
    return value instanceof Sequence || value instanceof Value.Mapping;
  }

  /// A map is a list of pairs; what was no list has no order.
  private boolean items(Value actual, Value expected) {
    List<Value> own = pairs(actual);
    List<Value> wanted = pairs(expected);
    if (own.size() != wanted.size()) {
      return false;
    }
    if (actual instanceof Sequence(var kind, _) && kind == Kind.LIST) {
      return IntStream.range(0, own.size()).allMatch(i -> same(own.get(i), wanted.get(i)));
    }
    List<Value> rest = new ArrayList<>(wanted);
    return own.stream().allMatch(one -> takeFrom(rest, one));
  }

  private boolean takeFrom(List<Value> rest, Value own) {
    for (int i = 0; i < rest.size(); i++) {
      if (same(own, rest.get(i))) {
        rest.remove(i);
        return true;
      }
    }
    return false;
  }

  private static List<Value> pairs(Value value) {
    return switch (value) {
      case Sequence(_, var items) -> items;
      case Value.Mapping(var entries) ->
          entries.stream()
              .<Value>map(one -> new Sequence(Kind.LIST, List.of(one.key(), one.value())))
              .toList();
      case Value _ -> List.of();
    };
  }
}
