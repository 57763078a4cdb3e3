package dev.hone.scan;

import java.util.List;

/// What a rule looks for, in three forms.
///
/// @param matches names that are followed through imports, aliases and constant texts
/// @param queries queries of tree-sitter, whose capture `call` is what a finding shows; for what
///   has a form but no name, such as inline assembly
/// @param files files by their names, such as build scripts
public record Looks(List<Match> matches, List<String> queries, List<FilePattern> files) {
  /// Copies the lists.
  public Looks {
    matches = List.copyOf(matches);
    queries = List.copyOf(queries);
    files = List.copyOf(files);
  }

  boolean isEmpty() {
    return matches.isEmpty() && queries.isEmpty() && files.isEmpty();
  }
}
