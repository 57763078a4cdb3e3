package dev.hone.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/// Lines on a terminal that are drawn again where they stand. Between two drawings the cursor
/// waits, hidden, at the start of the first line: wherever a terminal moves lines when its size
/// changes, that is where the view begins. Not safe for use by several threads.
public final class InPlace {
  private static final String HIDE = "\u001b[?25l";
  private static final String SHOW = "\u001b[?25h";
  // A character whose width was taken wrongly must not push the rest onto the next row.
  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";
  private static final String ERASE_BELOW = "\u001b[J";
  private static final String ERASE_REST_OF_LINE = "\u001b[K";

  private final PrintStream out;
  private Size drawn = Size.USUAL;
  private boolean shown;

  /// Makes a view that shows nothing yet.
  ///
  /// @param out the terminal
  public InPlace(PrintStream out) {
    this.out = out;
  }

  /// Draws lines in place of those drawn before. What does not fit is cut off: of a line its end,
  /// of the lines the last ones.
  ///
  /// @param lines the lines, at least one
  /// @param size the size of the terminal at this moment
  public void draw(List<Line> lines, Size size) {
    StringBuilder text = new StringBuilder(shown ? "" : HIDE).append(NO_WRAP).append('\r');
    if (shown && !size.equals(drawn)) {
      text.append(ERASE_BELOW);
    }
    int rows = Math.min(lines.size(), size.rows());
    // The last column stays free: on a full row the cursor stands on a cell that is in use.
    int columns = Math.max(1, size.columns() - 1);
    for (int row = 0; row < rows; row++) {
      text.append(lines.get(row).cut(columns).escaped())
          .append(row == rows - 1 ? ERASE_BELOW : ERASE_REST_OF_LINE + "\r\n");
    }
    text.append('\r').append(rows > 1 ? "\u001b[" + (rows - 1) + "A" : "").append(WRAP);
    out.print(text);
    out.flush();
    drawn = size;
    shown = true;
  }

  /// Prints a line that stays, above the view, which is erased until it is drawn again.
  ///
  /// @param line the line, without its end
  public void above(String line) {
    out.print((shown ? "\r" + ERASE_BELOW : "") + line + "\r\n");
    out.flush();
  }

  /// Erases the view and shows the cursor.
  public void erase() {
    if (shown) {
      out.print("\r" + ERASE_BELOW + SHOW);
      out.flush();
      shown = false;
    }
  }
}
