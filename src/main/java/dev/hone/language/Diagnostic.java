package dev.hone.language;

import java.util.List;

/// One message of a compiler, checker or loader.
///
/// @param path the file, relative to the work folder; empty where unknown
/// @param line the line, from 1; 0 where unknown
/// @param column the column, from 1; 0 where unknown
/// @param code the tool's name for the kind of fault, such as `SyntaxError`; may be empty
/// @param message what is wrong, one line
/// @param sourceLine the line of code it is about; empty where unknown
public record Diagnostic(
    String path, int line, int column, String code, String message, String sourceLine) {

  /// {@return whether its line of code still stands where it says} A text may have changed since
  /// the tool saw it.
  ///
  /// @param lines the lines of the file as they are now
  public boolean standsIn(List<String> lines) {
    return line > 0
        && line <= lines.size()
        && lines.get(line - 1).strip().equals(sourceLine.strip());
  }
}
