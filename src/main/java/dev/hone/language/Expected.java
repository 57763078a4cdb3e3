package dev.hone.language;

import dev.hone.language.values.Equality;
import dev.hone.language.values.Value;

/// What an example test expects. It is compared outside of the process of the code under test,
/// which is never shown it.
public sealed interface Expected {
  /// The call returns a value.
  ///
  /// @param call the call, for messages
  /// @param value the value
  /// @param shown the value as a message names it
  /// @param equality which values count as the same in the language
  record Returns(String call, Value value, String shown, Equality equality) implements Expected {}

  /// The call ends with an error.
  ///
  /// @param error the name of its class, or of one above it
  /// @param before the message where something else came instead, up to the words for that
  /// @param after the rest of the message
  record Raises(String error, String before, String after) implements Expected {}

  /// The call prints a text; blanks at the ends of lines, and around all of it, do not count.
  ///
  /// @param call the call, for messages
  /// @param text the text
  /// @param shown the text as a message names it
  record Prints(String call, String text, String shown) implements Expected {}
}
