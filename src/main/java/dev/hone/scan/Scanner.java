package dev.hone.scan;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for calls that code should not make, without running it. It is advice: it follows imports,
/// aliases and constant texts, and no other flow of data, so code that hides what it does can pass.
/// The sandbox is the wall. Safe for use by several threads.
public final class Scanner {
  private final Map<LanguageId, Dialect> dialects;
  private final List<Rule> rules;

  /// Makes a scanner with the rules that come with Hone, for Python and JavaScript.
  public Scanner() {
    this.dialects =
        Map.of(LanguageId.PYTHON, new Python(), LanguageId.JAVASCRIPT, new JavaScript());
    List<Rule> all = new ArrayList<>(Rules.load(LanguageId.PYTHON));
    all.addAll(Rules.load(LanguageId.JAVASCRIPT));
    this.rules = List.copyOf(all);
  }

  /// {@return whether there are rules for a language; where there are none, a scan finds nothing}
  ///
  /// @param language the language
  public boolean covers(LanguageId language) {
    return dialects.containsKey(language);
  }

  /// {@return all rules, those of Python first}
  public List<Rule> rules() {
    return rules;
  }

  /// {@return what the rules object to, in the order of the files and of their lines} Code that
  /// does not parse is scanned as far as it can be read.
  ///
  /// @param language the language of all files
  /// @param files the files
  /// @param allowed identifiers of rules that are not asked
  /// @throws UsageException if no rule of any language has an allowed identifier
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    allowed.forEach(this::check);
    Dialect dialect = dialects.get(language);
    if (dialect == null) {
      return List.of();
    }
    List<Rule> asked =
        rules.stream()
            .filter(rule -> rule.language() == language && !allowed.contains(rule.id()))
            .toList();
    List<Finding> found = new ArrayList<>();
    for (SourceFile file : files) {
      List<Finding> inFile = new ArrayList<>(new Examiner(dialect, asked, file).findings());
      inFile.sort(Comparator.comparingInt(Finding::line));
      found.addAll(inFile);
    }
    return List.copyOf(found);
  }

  private void check(String id) {
    List<String> known = rules.stream().map(Rule::id).distinct().sorted().toList();
    if (!known.contains(id)) {
      String nearest =
          known.stream()
              .min(Comparator.comparingInt(each -> distance(each, id)))
              .orElseThrow(() -> new IllegalStateException("there are no rules"));
      throw new UsageException(
          "no rule is called '%s'; did you mean --allow %s? Rules: %s"
              .formatted(id, nearest, String.join(" ", known)));
    }
  }

  /// The fewest letters to insert, delete or change.
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
