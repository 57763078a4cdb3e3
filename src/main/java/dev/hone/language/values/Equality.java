package dev.hone.language.values;

/// Which values count as the same in a language: a value that code returned, and one that an
/// example expects. No code of anybody takes part.
@FunctionalInterface
public interface Equality {
  /// {@return whether a value is what was expected}
  ///
  /// @param actual the value that was seen
  /// @param expected the value that was expected
  boolean same(Value actual, Value expected);
}
