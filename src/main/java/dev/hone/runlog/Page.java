package dev.hone.runlog;

/// A part of a list that begins with the newest run.
///
/// @param limit the most runs, from 1
/// @param offset how many are passed over first, from 0
/// @param before the whole identifier of the run that comes right before the list; empty for none
public record Page(int limit, int offset, String before) {
  /// Checks the ranges.
  public Page {
    if (limit < 1 || offset < 0) {
      throw new IllegalArgumentException("no page: limit %d, offset %d".formatted(limit, offset));
    }
  }

  /// {@return the newest runs}
  ///
  /// @param limit the most of them, from 1
  public static Page newest(int limit) {
    return new Page(limit, 0, "");
  }
}
