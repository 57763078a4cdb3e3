package dev.hone.agent;

import java.util.Arrays;
import java.util.Optional;

/// A piece of the strategy that can be left out, to measure what it brings.
public enum Piece {
  /// Examples of the requirement are run as tests.
  EXAMPLES("examples"),
  /// The model is asked for further tests.
  TESTS("tests"),
  /// Rules correct code where they are certain.
  RULES("rules"),
  /// A reply begins with the code that the requirement gives.
  BEGUN("begun"),
  /// Further candidates are asked for in other words.
  WORDINGS("wordings"),
  /// Further candidates are told where the best one failed.
  FAILURES("failures"),
  /// Code that does not build, load or end is shown to the model again.
  REPAIR("repair"),
  /// A round of a small model holds more candidates than the one before.
  GROWTH("growth"),
  /// A doubtful pass is held against further readings, and candidates against each other.
  READINGS("readings");

  private final String id;

  Piece(String id) {
    this.id = id;
  }

  /// {@return the name used in options and data}
  public String id() {
    return id;
  }

  /// {@return the piece of this name, or empty where there is none}
  ///
  /// @param id a name such as `repair`
  public static Optional<Piece> of(String id) {
    return Arrays.stream(values()).filter(piece -> piece.id.equals(id)).findFirst();
  }
}
