package dev.hone.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a terminal shows of what is printed on it: as much of one as a view needs that is drawn in
/// place. What it does not know fails the test. Safe for use by several threads.
public final class ScreenModel {
  private static final char ESCAPE = '\u001b';

  private int columns;
  private int rows;
  private final List<int[]> cells = new ArrayList<>();
  private final StringBuilder pending = new StringBuilder();
  private final StringBuilder colours = new StringBuilder();
  private int row;
  private int column;
  private boolean cursor = true;
  private boolean wraps = true;
  private int scrolled;

  public ScreenModel(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    for (int i = 0; i < rows; i++) {
      cells.add(blank());
    }
  }

  private int[] blank() {
    int[] line = new int[columns];
    Arrays.fill(line, ' ');
    return line;
  }

  /// Takes what is printed, in pieces that may end anywhere but inside a character.
  public synchronized void print(String text) {
    pending.append(text);
    int at = 0;
    while (at < pending.length()) {
      int next = pending.charAt(at) == ESCAPE ? sequence(at) : plain(at);
      if (next < 0) {
        break;
      }
      at = next;
    }
    pending.delete(0, at);
  }

  private int plain(int at) {
    int character = pending.codePointAt(at);
    switch (character) {
      case '\r' -> column = 0;
      case '\n' -> lineFeed();
      default -> {
        if (character < ' ') {
          throw new AssertionError("control character " + character + " on the screen");
        }
        put(character);
      }
    }
    return at + Character.charCount(character);
  }

  private void put(int character) {
    int width = Cells.width(character);
    if (width == 0) {
      return;
    }
    if (column + width > columns) {
      if (!wraps) {
        column = columns - width;
      } else {
        column = 0;
        lineFeed();
      }
    }
    cells.get(row)[column] = character;
    for (int i = 1; i < width; i++) {
      cells.get(row)[column + i] = 0;
    }
    column += width;
  }

  private void lineFeed() {
    if (row < rows - 1) {
      row++;
    } else {
      cells.removeFirst();
      cells.add(blank());
      scrolled++;
    }
  }

  private int sequence(int at) {
    int end = at + 2;
    while (end < pending.length() && "0123456789;?".indexOf(pending.charAt(end)) >= 0) {
      end++;
    }
    if (end >= pending.length()) {
      return -1;
    }
    act(pending.substring(at + 1, end + 1));
    return end + 1;
  }

  private void act(String sequence) {
    switch (sequence) {
      case "[K" -> erase(row, column);
      case "[J" -> {
        erase(row, column);
        for (int below = row + 1; below < rows; below++) {
          erase(below, 0);
        }
      }
      case "[?25l" -> cursor = false;
      case "[?25h" -> cursor = true;
      case "[?7l" -> wraps = false;
      case "[?7h" -> wraps = true;
      default -> {
        if (sequence.matches("\\[\\d+A")) {
          row = Math.max(0, row - Integer.parseInt(sequence.substring(1, sequence.length() - 1)));
        } else if (sequence.matches("\\[[\\d;]*m")) {
          colours.append(sequence);
        } else {
          throw new AssertionError("the screen model does not know ESC " + sequence);
        }
      }
    }
  }

  private void erase(int line, int from) {
    Arrays.fill(cells.get(line), Math.min(from, columns), columns, ' ');
  }

  /// Changes the size as a terminal does that moves no lines: what is outside is lost.
  public synchronized void resize(int newColumns, int newRows) {
    columns = newColumns;
    while (cells.size() > newRows) {
      // the rows below the cursor go first
      cells.remove(row < cells.size() - 1 ? cells.size() - 1 : 0);
      row = Math.min(row, cells.size() - 1);
    }
    rows = newRows;
    cells.replaceAll(
        line -> {
          int[] other = Arrays.copyOf(line, newColumns);
          if (newColumns > line.length) {
            Arrays.fill(other, line.length, newColumns, ' ');
          }
          return other;
        });
    while (cells.size() < rows) {
      cells.add(blank());
    }
    column = Math.min(column, columns - 1);
  }

  /// {@return the rows from the first to the last that is not empty, without spaces at their ends}
  public synchronized List<String> lines() {
    List<String> lines =
        cells.stream()
            .map(
                line ->
                    Arrays.stream(line)
                        .filter(c -> c != 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining())
                        .stripTrailing())
            .collect(Collectors.toCollection(ArrayList::new));
    while (!lines.isEmpty() && lines.getLast().isEmpty()) {
      lines.removeLast();
    }
    return lines;
  }

  /// {@return the rows as one text}
  public String text() {
    return String.join("\n", lines());
  }

  /// {@return whether the cursor can be seen}
  public synchronized boolean cursor() {
    return cursor;
  }

  /// {@return every colour that was turned on or off, in order}
  public synchronized String colours() {
    return colours.toString();
  }

  /// {@return how many rows have left the screen at its top}
  public synchronized int scrolled() {
    return scrolled;
  }
}
