package dev.hone.plan;

/// Parts of patterns for brackets. All are bounded and give nothing back: a pattern that repeats a
/// choice of one character runs out of stack on long texts.
final class Shapes {
  private static final String IN_TWO = "[^()]{0,500}+(?:\\([^()]{0,500}+\\)[^()]{0,500}+){0,40}+";

  /// What stands in round brackets, with two more levels inside.
  static final String IN_BRACKETS = "[^()]{0,3000}+(?:\\(" + IN_TWO + "\\)[^()]{0,1000}+){0,60}+";

  /// Round brackets.
  static final String BRACKETS = "\\(" + IN_BRACKETS + "\\)";

  /// Arguments of a type in angle brackets, on one line.
  static final String TYPE_ARGUMENTS =
      "<[^<>\\n]{0,300}+(?:<[^<>\\n]{0,300}+(?:<[^<>\\n]{0,300}+>[^<>\\n]{0,300}+){0,20}+>[^<>\\n]{0,300}+){0,20}+>";

  private Shapes() {}
}
