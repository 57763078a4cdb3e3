package dev.hone.scan;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Looks for calls that code should not make, without running it. It is advice: it follows imports,
/// aliases and constant texts, and no other flow of data, so code that hides what it does can pass.
/// The sandbox is the wall. Safe for use by several threads.
public final class Scanner {
  // Made when a language is first scanned: reading rules and parsing queries takes longer than
  // most scans.
  private final Map<LanguageId, List<Rule>> rules = new ConcurrentHashMap<>();
  private final Map<LanguageId, Reader> readers = new ConcurrentHashMap<>();
  private final Function<LanguageId, List<Rule>> source;

  /// Makes a scanner with the rules that come with Hone; none is read yet.
  public Scanner() {
    this(Rules::load);
  }

  Scanner(Function<LanguageId, List<Rule>> source) {
    this.source = source;
  }

  /// {@return all rules, in the order of the languages}
  public List<Rule> rules() {
    return Arrays.stream(LanguageId.values()).flatMap(id -> rules(id).stream()).toList();
  }

  private List<Rule> rules(LanguageId language) {
    return rules.computeIfAbsent(language, source);
  }

  /// {@return what the rules object to, in the order of the files and of their lines} Code that
  /// does not parse is scanned as far as it can be read.
  ///
  /// @param language the language of all files
  /// @param files the files of one candidate, which may import each other
  /// @param allowed identifiers of rules that are not asked
  /// @throws UsageException if no rule of any language has an allowed identifier
  public List<Finding> scan(LanguageId language, List<SourceFile> files, Set<String> allowed) {
    List<Rule> own = rules(language);
    allowed.stream()
        .filter(id -> own.stream().noneMatch(rule -> rule.id().equals(id)))
        .forEach(this::check);
    List<Rule> asked = own.stream().filter(rule -> !allowed.contains(rule.id())).toList();
    Reader reader = readers.computeIfAbsent(language, id -> new Reader(id, own));
    List<Finding> found = new ArrayList<>();
    for (Set<Finding> inFile : reader.findings(files, asked)) {
      inFile.stream().sorted(Comparator.comparingInt(Finding::line)).forEach(found::add);
    }
    return List.copyOf(found);
  }

  /// Refuses what no rule of any language is called.
  private void check(String id) {
    List<String> known = rules().stream().map(Rule::id).distinct().sorted().toList();
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
