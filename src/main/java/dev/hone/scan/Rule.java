package dev.hone.scan;

import dev.hone.language.LanguageId;
import java.util.List;

/// One thing that the scan objects to in one language. Rules of several languages share an
/// identifier where they mean the same.
///
/// @param id the identifier, as `--allow` takes it
/// @param language the language it reads
/// @param severity whether a finding keeps the code from running
/// @param why what could happen, one sentence
/// @param matches names and calls that it looks for; any one of them makes a finding
/// @param queries queries of tree-sitter, whose capture `call` is what a finding shows; any one of
///   them makes a finding. A language has either matches or queries
/// @param objectionable examples that give a finding of this rule, at least one
/// @param harmless examples that look alike and give no finding of any rule, at least one
public record Rule(
    String id,
    LanguageId language,
    Finding.Severity severity,
    String why,
    List<Match> matches,
    List<String> queries,
    List<String> objectionable,
    List<String> harmless) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is nothing to match or an example is missing
  public Rule {
    matches = List.copyOf(matches);
    queries = List.copyOf(queries);
    objectionable = List.copyOf(objectionable);
    harmless = List.copyOf(harmless);
    if (matches.isEmpty() == queries.isEmpty() || objectionable.isEmpty() || harmless.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + " lacks a match, a query or an example");
    }
  }
}
