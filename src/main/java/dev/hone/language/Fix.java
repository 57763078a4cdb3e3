package dev.hone.language;

import java.util.List;

/// Code after corrections by rule.
///
/// @param rules the names of the rules that changed something, such as `missing-import`, in the
///   order in which they did; never empty
/// @param code all files of the candidate, changed or not
public record Fix(List<String> rules, List<SourceFile> code) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if no rule changed anything
  public Fix {
    rules = List.copyOf(rules);
    code = List.copyOf(code);
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("a fix names the rules that made it");
    }
  }
}
