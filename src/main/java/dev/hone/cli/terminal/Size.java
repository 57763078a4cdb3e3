package dev.hone.cli.terminal;

/// The size of a terminal.
///
/// @param columns cells in a row, at least 1
/// @param rows rows, at least 1
public record Size(int columns, int rows) {
  /// The size of a terminal that does not tell.
  public static final Size USUAL = new Size(80, 24);

  /// Checks the range.
  ///
  /// @throws IllegalArgumentException if one of them is below 1
  public Size {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("a terminal has at least one cell");
    }
  }
}
