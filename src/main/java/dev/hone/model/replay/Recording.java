package dev.hone.model.replay;

import java.nio.file.Path;

/// Whether the replies of a run are kept, or were kept before.
public sealed interface Recording {
  /// Neither.
  record None() implements Recording {}

  /// Each reply is kept, and none is asked for twice.
  ///
  /// @param folder where they are kept
  record Into(Path folder) implements Recording {}

  /// Kept replies answer in place of a model.
  ///
  /// @param folder where they are kept
  record From(Path folder) implements Recording {}
}
