package dev.hone.cli.terminal;

/// Characters as a terminal shows them.
public final class Cells {
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}
  };

  private Cells() {}

  /// {@return a text that cannot steer a terminal} Tabs are four spaces; of other control
  /// characters all but line ends are shown as `�`; marks that change the direction of writing are
  /// left out.
  ///
  /// @param text any text, such as what a model wrote
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(character -> append(clean, character));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int character) {
    if (character == '\t') {
      clean.append("    ");
    } else if (character == '\n') {
      clean.append('\n');
    } else {
      switch (Character.getType(character)) {
        case Character.FORMAT -> {}
        case Character.CONTROL,
            Character.SURROGATE,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR ->
            clean.append('\uFFFD');
        default -> clean.appendCodePoint(character);
      }
    }
  }

  /// {@return how many cells a character takes: 0, 1 or 2}
  ///
  /// @param character a code point of a text that is clean
  public static int width(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    for (int[] range : WIDE) {
      if (character >= range[0] && character <= range[1]) {
        return 2;
      }
    }
    return 1;
  }

  /// {@return how many cells a text takes}
  ///
  /// @param text one line that is clean
  public static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }
}
