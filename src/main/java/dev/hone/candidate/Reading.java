package dev.hone.candidate;

/// What a reply turned out to hold.
public sealed interface Reading {
  /// Whole code.
  ///
  /// @param candidate the code
  record Code(Candidate candidate) implements Reading {}

  /// No whole code.
  ///
  /// @param why what is missing, one line, for the person and the model
  record Nothing(String why) implements Reading {}
}
