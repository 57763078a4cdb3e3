package dev.hone.language.values;

import java.math.BigInteger;
import java.util.List;

/// A value that an example writes out.
public sealed interface Value {
  /// A whole number.
  ///
  /// @param number the number
  record Whole(BigInteger number) implements Value {}

  /// A number with a fraction or an exponent.
  ///
  /// @param text the number as written, without suffix and underscores, such as `0.5` or `1e-6`
  record Fraction(String text) implements Value {}

  /// A text.
  ///
  /// @param text its characters, escapes resolved
  record Text(String text) implements Value {}

  /// One character in single quotes, which is a text in some languages and a letter in others.
  ///
  /// @param text the character, escapes resolved
  record Letter(String text) implements Value {}

  /// A truth value.
  ///
  /// @param value which one
  record Truth(boolean value) implements Value {}

  /// The absence of a value: `None`, `null`, `nil`, `undefined`, `nullptr`.
  record Nothing() implements Value {}

  /// Values in a row.
  ///
  /// @param kind how they were written
  /// @param items the values in order
  record Sequence(Kind kind, List<Value> items) implements Value {
    /// Copies the list.
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /// Values by key.
  ///
  /// @param entries the entries in order
  record Mapping(List<Entry> entries) implements Value {
    /// Copies the list.
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /// A value inside a wrapper with a name: `Some(3)`, `Ok("a")`, `Optional.of(1)`, `Point(1, 2)`.
  ///
  /// @param name the name as written
  /// @param arguments what is inside
  record Wrapped(String name, List<Value> arguments) implements Value {
    /// Copies the list.
    public Wrapped {
      arguments = List.copyOf(arguments);
    }
  }

  /// How a sequence was written.
  enum Kind {
    /// `[1, 2]`, `{1, 2}` in C-like languages, `vec![1, 2]`, `List.of(1, 2)`, `[]int{1, 2}`.
    LIST,
    /// `(1, 2)`.
    TUPLE,
    /// `{1, 2}` in Python, `set([1, 2])`, `Set.of(1, 2)`.
    SET
  }

  /// One entry of a mapping.
  ///
  /// @param key its key
  /// @param value its value
  record Entry(Value key, Value value) {}
}
