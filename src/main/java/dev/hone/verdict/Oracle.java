package dev.hone.verdict;

import dev.hone.language.Expected;
import dev.hone.language.Seen;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;

/// Compares what a test saw with what was expected of it, in this process, where no code of a
/// candidate can change how.
final class Oracle {
  private static final int MOST_CHARS = 1000;

  private Oracle() {}

  /// {@return how the test went} A test that did not come to its end stays as it was reported.
  ///
  /// @param reported what the runner said of the test, and what the test handed over
  /// @param expected what it must have seen
  static Case judged(Case reported, Expected expected) {
    return switch (expected) {
      case Expected.Returns returns ->
          reported.state() == State.PASSED ? of(reported, returns) : reported;
      case Expected.Prints prints ->
          reported.state() == State.PASSED ? of(reported, prints) : reported;
      case Expected.Raises raises -> of(reported, raises);
    };
  }

  private static Case of(Case reported, Expected.Returns expected) {
    if (!(reported.seen() instanceof Seen.Returned(var value, var shown))) {
      return unseen(reported);
    }
    return expected.equality().same(value, expected.value())
        ? reported
        : failed(
            reported,
            "%s returned %s, expected %s".formatted(expected.call(), shown, expected.shown()));
  }

  private static Case of(Case reported, Expected.Prints expected) {
    if (!(reported.seen() instanceof Seen.Printed(var text, var shown))) {
      return unseen(reported);
    }
    return samePrinted(text, expected.text())
        ? reported
        : failed(
            reported,
            "%s printed %s, expected %s".formatted(expected.call(), shown, expected.shown()));
  }

  private static Case of(Case reported, Expected.Raises expected) {
    if (!(reported.seen() instanceof Seen.Raised(var names, var shown))) {
      return reported.state() == State.PASSED ? unseen(reported) : reported;
    }
    if (names.contains(expected.error())) {
      return new Case(reported.name(), State.PASSED, "", reported.seen());
    }
    return reported.state() == State.PASSED
        ? failed(reported, expected.before() + shown + expected.after())
        : reported;
  }

  /// What was reported as passed without a value is forged, or the run was cut.
  private static Case unseen(Case reported) {
    return failed(reported, "the test never handed over what it saw");
  }

  private static Case failed(Case reported, String message) {
    String cut =
        message.length() <= MOST_CHARS ? message : message.substring(0, MOST_CHARS - 3) + "...";
    return new Case(reported.name(), State.FAILED, cut, reported.seen());
  }

  /// {@return whether two printed texts are the same but for blanks at the ends of lines}
  static boolean samePrinted(String text, String other) {
    return plain(text).equals(plain(other));
  }

  private static String plain(String text) {
    return text.strip().lines().map(String::stripTrailing).reduce("", (a, b) -> a + "\n" + b);
  }
}
