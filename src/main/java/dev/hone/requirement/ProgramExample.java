package dev.hone.requirement;

import java.util.List;

/// What a program reads, and what it prints then.
///
/// @param input all of its standard input; ends with a line break unless it is empty
/// @param output all of its standard output, without blanks at its ends
public record ProgramExample(String input, String output) {

  /// {@return the examples in a text, in its order; what may be no example is left out}
  ///
  /// @param text a requirement, or a reply that gives examples
  public static List<ProgramExample> in(String text) {
    return ProgramExamples.read(text);
  }
}
