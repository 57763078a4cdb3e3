package dev.hone.bench;

import java.util.Arrays;
import java.util.Optional;

/// Where the solutions of a bench run come from.
public enum Approach {
  /// One answer of the model alone, never run before the hidden check.
  SINGLE("single"),
  /// The same answer after all corrections by rule that are certain; no model is asked again.
  MENDED("mended"),
  /// The plain loop: code, tests, run, correct.
  LOOP("loop"),
  /// Hone as it is.
  HONE("hone"),
  /// The tests that Hone has a model write, without code; the right answers of the file are judged
  /// by them.
  TESTS("tests"),
  /// The right answers of the file; no model is used.
  CANONICAL("canonical"),
  /// The starter files, or empty files; no model is used.
  STUB("stub");

  private final String id;

  Approach(String id) {
    this.id = id;
  }

  /// {@return the name used in options and data}
  public String id() {
    return id;
  }

  /// {@return whether a model is asked}
  public boolean asksAModel() {
    return this != CANONICAL && this != STUB;
  }

  /// {@return whether only problems count of which a right answer is known}
  boolean needsRightSolutions() {
    return this == CANONICAL || this == TESTS;
  }

  /// {@return the approach of this name, or empty where there is none}
  ///
  /// @param id a name such as `loop`
  public static Optional<Approach> of(String id) {
    return Arrays.stream(values()).filter(approach -> approach.id.equals(id)).findFirst();
  }
}
