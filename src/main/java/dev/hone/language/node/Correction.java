package dev.hone.language.node;

/// One correction by rule that is certain: where it changes nothing, it gives back what it was
/// given.
interface Correction {
  /// Returns the name by which a report tells it.
  String name();

  /// Returns the file with the correction made.
  ModuleText corrected(ModuleText module);
}
