package dev.hone.sandbox.collect;

import java.nio.file.Path;
import java.util.List;

/// Files to take out of a job's work folder when all of its processes are gone.
///
/// @param paths which files, below the work folder, parts divided by `/`
/// @param into an existing folder outside that receives them under the same paths; what is there
///   already is never written over
/// @param caps what is taken at most
public record Wanted(List<String> paths, Path into, Caps caps) {
  /// Copies the list.
  public Wanted {
    paths = List.copyOf(paths);
  }

  /// {@return no files}
  public static Wanted nothing() {
    return new Wanted(List.of(), Path.of(""), Caps.usual());
  }

  /// {@return whether there is none}
  public boolean isEmpty() {
    return paths.isEmpty();
  }
}
