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
/// @param looks what it looks for; any one of it makes a finding
/// @param objectionable examples that give a finding of this rule, at least one
/// @param harmless examples that look alike and give no finding of any rule, at least one
public record Rule(
    String id,
    LanguageId language,
    Finding.Severity severity,
    String why,
    Looks looks,
    List<Example> objectionable,
    List<Example> harmless) {
  /// Copies the lists.
  ///
  /// @throws IllegalArgumentException if there is nothing to look for or an example is missing
  public Rule {
    objectionable = List.copyOf(objectionable);
    harmless = List.copyOf(harmless);
    if (looks.isEmpty() || objectionable.isEmpty() || harmless.isEmpty()) {
      throw new IllegalArgumentException("rule " + id + " lacks what it looks for or an example");
    }
  }
}
