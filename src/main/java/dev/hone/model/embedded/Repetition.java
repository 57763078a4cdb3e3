package dev.hone.model.embedded;

/// Tells when a reply has begun to repeat itself without end, as small models do: the last part of
/// it is one piece of text over and over, numbers aside, since models often count on in it. Asked
/// after each token, it looks at the end of a line, and within one line every few words.
final class Repetition {
  private static final int LINES_LENGTH = 600;
  private static final int LINE_LENGTH = 1200;
  private static final int LONGEST_PERIOD = 300;
  private static final int TIMES = 4;
  private static final int STRIDE = 200;

  // The text with each number as one sign, so that counting on is repeating.
  private final StringBuilder shape = new StringBuilder();
  private int checked;

  /// Takes a piece of text.
  ///
  /// @return whether the text so far ends in a repetition
  boolean add(String piece) {
    piece.chars().forEach(this::take);
    boolean due = piece.indexOf('\n') >= 0 || shape.length() - checked >= STRIDE;
    if (!due || shape.length() < LINES_LENGTH) {
      return false;
    }
    checked = shape.length();
    return repeats();
  }

  private void take(int c) {
    int last = shape.length() - 1;
    if (c == '-' || (Character.isDigit(c) && last >= 0 && shape.charAt(last) == '#')) {
      return;
    }
    shape.append(Character.isDigit(c) ? '#' : (char) c);
  }

  private boolean repeats() {
    for (int period = 1; period <= LONGEST_PERIOD; period++) {
      int start = shape.length() - period;
      boolean lines = start >= 0 && shape.indexOf("\n", start) >= 0;
      int length = Math.max(lines ? LINES_LENGTH : LINE_LENGTH, TIMES * period);
      if (shape.length() >= length && hasPeriod(period, length)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasPeriod(int period, int length) {
    for (int i = shape.length() - 1; i >= shape.length() - length + period; i--) {
      if (shape.charAt(i) != shape.charAt(i - period)) {
        return false;
      }
    }
    return true;
  }
}
