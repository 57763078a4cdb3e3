package dev.hone.bench;

import java.util.List;

/// The problems of one file.
///
/// @param name the file's name without its ending
/// @param hash the first 16 hexadecimal digits of the file's SHA-256
/// @param problems in the order of the file
record ProblemSet(String name, String hash, List<Problem> problems) {
  ProblemSet {
    problems = List.copyOf(problems);
  }

  /// {@return this file with some of its problems}
  ProblemSet with(List<Problem> some) {
    return new ProblemSet(name, hash, some);
  }
}
