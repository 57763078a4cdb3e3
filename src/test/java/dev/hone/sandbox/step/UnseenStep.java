package dev.hone.sandbox.step;

import java.util.List;

/// A step that no scene can miss, with the reason for it to be there all the same.
///
/// @param file the name of its file
/// @param function what it is in
/// @param start how its text begins
/// @param reason the reason
record UnseenStep(String file, String function, String start, String reason) {
  /// {@return all of them}
  static List<UnseenStep> all() {
    return Scenes.text("unseen.tsv")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(parts -> new UnseenStep(parts[0], parts[1], parts[2], parts[3]))
        .toList();
  }

  /// {@return whether it is this step}
  ///
  /// @param step a step
  boolean is(Step step) {
    return file.equals(step.file())
        && function.equals(step.function())
        && step.text().startsWith(start);
  }
}
