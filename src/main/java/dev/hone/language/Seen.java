package dev.hone.language;

import dev.hone.language.values.Value;
import java.util.List;

/// What a test saw and handed over to be compared elsewhere. It comes from the process of the code
/// under test: it may be forged, but only by code that knows what is expected.
public sealed interface Seen {
  /// The test checked everything itself, or never came to hand anything over.
  record Nothing() implements Seen {}

  /// A call returned.
  ///
  /// @param value the value, told by its type and never by what it says of itself; what has no
  ///   counterpart is {@link Value.Wrapped} with the name of its type
  /// @param shown the value as the language shows it, shortened
  record Returned(Value value, String shown) implements Seen {}

  /// A call was made that was to end with an error.
  ///
  /// @param names the names of the error's class and of those above it; empty where there was none
  /// @param shown the error as the language shows it, or a word for none; may be empty
  record Raised(List<String> names, String shown) implements Seen {
    /// Copies the list.
    public Raised {
      names = List.copyOf(names);
    }
  }

  /// A call printed.
  ///
  /// @param text all that it printed, unless that was far too much
  /// @param shown the text as the language shows it, shortened
  record Printed(String text, String shown) implements Seen {}
}
