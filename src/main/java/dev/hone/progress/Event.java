package dev.hone.progress;

/// One thing that happened, for a person to see.
public sealed interface Event {
  /// A new stage of the work, or a fact worth a line.
  ///
  /// @param text one line, no full stop, such as `language: python (named in the text)`
  record Stage(String text) implements Event {}

  /// A download that starts, moves on or ends (`doneBytes == totalBytes`).
  ///
  /// @param name what is fetched, such as a file name
  /// @param source where from, in words a person can check
  /// @param doneBytes bytes that are here, resumed ones counted
  /// @param totalBytes bytes in all, or 0 where unknown
  record Download(String name, String source, long doneBytes, long totalBytes) implements Event {}

  /// A piece of text from the model, as it is generated.
  ///
  /// @param text the piece, never empty
  record ModelText(String text) implements Event {}
}
