package dev.hone.language.values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// An equality of values by their kinds, for languages whose values need no types to be compared.
///
/// @param truthsAreNumbers whether a truth value is the same as 0 or 1
/// @param loose whether rows of all kinds are alike, a set standing for any order, and a value of
///   another type for what it holds: the first text, row and mapping in {@link Value.Wrapped}
/// @param relative how far a number may be from an expected fraction, as a share of the larger one
/// @param absolute how far it may be in any case
public record Likeness(boolean truthsAreNumbers, boolean loose, double relative, double absolute)
    implements Equality {
  /// {@return whether a value is what was expected} Keys of mappings and items of sets must be
  /// exact.
  ///
  /// @param actual the value that was seen
  /// @param expected the value that was expected
  @Override
  public boolean same(Value actual, Value expected) {
    return same(actual, expected, false);
  }

  private boolean same(Value actual, Value expected, boolean exact) {
    return switch (expected) {
      case Value.Whole _, Value.Fraction _ -> number(actual, expected, exact);
      case Value.Truth(var truth) ->
          actual instanceof Value.Truth(var own)
              ? own == truth
              : truthsAreNumbers && isNumber(actual) && number(actual, expected, true);
      case Value.Text(var text) -> text(held(actual, Value.Text.class), text);
      case Value.Letter(var text) -> text(held(actual, Value.Text.class), text);
      case Value.Nothing _ -> actual instanceof Value.Nothing;
      case Value.Sequence wanted ->
          held(actual, Value.Sequence.class) instanceof Value.Sequence own
              && sequence(own, wanted, exact);
      case Value.Mapping(var wanted) ->
          held(actual, Value.Mapping.class) instanceof Value.Mapping(var own)
              ? mapping(own, wanted, exact)
              : wanted.isEmpty() && isEmptyRow(actual);
      case Value.Wrapped(var name, var wanted) ->
          actual instanceof Value.Wrapped(var own, var arguments)
              && own.equals(name)
              && row(arguments, wanted, exact);
    };
  }

  /// {@return the first value of a kind that a value of another type holds, or that value} One of
  /// each kind, so that nobody can hand over several answers at once.
  private Value held(Value actual, Class<? extends Value> kind) {
    return loose && actual instanceof Value.Wrapped(_, var inner)
        ? inner.stream().filter(kind::isInstance).findFirst().orElse(actual)
        : actual;
  }

  private boolean isEmptyRow(Value actual) {
    return loose
        && held(actual, Value.Sequence.class) instanceof Value.Sequence(_, var items)
        && items.isEmpty();
  }

  private static boolean text(Value actual, String expected) {
    return switch (actual) {
      case Value.Text(var text) -> text.equals(expected);
      case Value.Letter(var text) -> text.equals(expected);
      case Value _ -> false;
    };
  }

  private boolean sequence(Value.Sequence actual, Value.Sequence expected, boolean exact) {
    boolean sets = actual.kind() == Value.Kind.SET || expected.kind() == Value.Kind.SET;
    if (actual.kind() != expected.kind() && !loose) {
      return false;
    }
    return sets
        ? set(actual.items(), expected.items(), !loose)
        : row(actual.items(), expected.items(), exact);
  }

  private boolean row(List<Value> actual, List<Value> expected, boolean exact) {
    if (actual.size() != expected.size()) {
      return false;
    }
    Iterator<Value> own = actual.iterator();
    return expected.stream().allMatch(wanted -> same(own.next(), wanted, exact));
  }

  private boolean set(List<Value> actual, List<Value> expected, boolean exact) {
    List<Value> rest = new ArrayList<>(actual);
    return actual.size() == expected.size()
        && expected.stream().allMatch(wanted -> takeFrom(rest, wanted, exact));
  }

  private boolean takeFrom(List<Value> rest, Value wanted, boolean exact) {
    for (int i = 0; i < rest.size(); i++) {
      if (same(rest.get(i), wanted, exact)) {
        rest.remove(i);
        return true;
      }
    }
    return false;
  }

  private boolean mapping(List<Value.Entry> actual, List<Value.Entry> expected, boolean exact) {
    return actual.size() == expected.size()
        && expected.stream()
            .allMatch(
                wanted ->
                    actual.stream()
                        .filter(own -> same(own.key(), wanted.key(), !loose))
                        .findFirst()
                        .filter(own -> same(own.value(), wanted.value(), exact))
                        .isPresent());
  }

  private boolean isNumber(Value value) {
    return value instanceof Value.Whole
        || value instanceof Value.Fraction
        || (truthsAreNumbers && value instanceof Value.Truth);
  }

  private boolean number(Value actual, Value expected, boolean exact) {
    if (!isNumber(actual)) {
      return false;
    }
    Optional<BigDecimal> own = exact(actual);
    Optional<BigDecimal> wanted = exact(expected);
    double a = approximate(actual);
    double e = approximate(expected);
    if (own.isEmpty() || wanted.isEmpty()) {
      return own.isEmpty() && wanted.isEmpty() && Double.compare(a, e) == 0;
    }
    double room = Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(e)));
    return own.get().compareTo(wanted.get()) == 0
        || (!exact && expected instanceof Value.Fraction && Math.abs(a - e) <= room);
  }

  /// {@return the number itself, or empty where it is none that is finite}
  private static Optional<BigDecimal> exact(Value value) {
    if (value instanceof Value.Whole(var number)) {
      return Optional.of(new BigDecimal(number));
    }
    double number = approximate(value);
    return Double.isFinite(number) ? Optional.of(new BigDecimal(number)) : Optional.empty();
  }

  private static double approximate(Value value) {
    return switch (value) {
      case Value.Whole(var number) -> number.doubleValue();
      case Value.Fraction(var text) -> Double.parseDouble(text);
      case Value.Truth(var truth) -> truth ? 1 : 0;
      case Value _ -> Double.NaN;
    };
  }
}
