package dev.hone.language;

import java.util.List;

/// One example that a requirement gives, in the syntax of its language.
///
/// @param kind how call and expected belong together
/// @param setup statements that come first, such as the earlier lines of a doctest; often empty
/// @param call the expression that is called; for {@link Kind#ASSERTS} the whole condition
/// @param expected the expected value as an expression, the error's class name for {@link
///   Kind#RAISES}, the printed text for {@link Kind#PRINTS}, empty for {@link Kind#ASSERTS}
/// @param source the words of the requirement that it was read from
public record Example(Kind kind, List<String> setup, String call, String expected, String source) {
  /// How an example is checked.
  public enum Kind {
    /// The call returns the expected value.
    RETURNS,
    /// The call ends with the expected error.
    RAISES,
    /// The call prints the expected text.
    PRINTS,
    /// The condition holds.
    ASSERTS
  }

  /// Copies the list.
  public Example {
    setup = List.copyOf(setup);
  }
}
