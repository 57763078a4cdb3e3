package dev.hone.candidate;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Code that a requirement changes, and what a reply makes of it.
public final class ExistingCode {
  private static final Pattern TAKES_AWAY =
      Pattern.compile(
          "(?i)\\b(?:remov|renam|delet|drop|replac|inlin|merg|mov|split|rewrit|simplif|refactor|convert|turn|instead)");
  // Where a model spares itself the lines that stay.
  private static final Pattern ELISION =
      Pattern.compile(
          "(?im)^\\s*(?:#|//|/\\*)\\s*(?:\\.\\.\\.|…|.{0,40}\\b(?:rest of|remaining|existing|other)\\b.{0,40}\\b(?:code|functions?|methods?|file|unchanged|same)\\b|.{0,40}\\b(?:remains?|stays?|is|are) unchanged\\b)");

  private final Language language;
  private final List<SourceFile> files;

  /// Makes the code.
  ///
  /// @param language its language
  /// @param files its files; empty where a requirement changes none
  public ExistingCode(Language language, List<SourceFile> files) {
    this.language = language;
    this.files = List.copyOf(files);
  }

  /// {@return whether a requirement changes no code}
  public boolean isEmpty() {
    return files.isEmpty();
  }

  /// {@return how many characters it has}
  public int characters() {
    return files.stream().mapToInt(file -> file.content().length()).sum();
  }

  /// {@return a reading with the files that the reply left as they are, or with what is wrong where
  /// the reply leaves out what nobody asked to take away} A file that loses a function in silence
  /// is worse than one that did not change, and tests of the change do not notice.
  ///
  /// @param reading what the reply holds
  /// @param text the requirement
  public Reading completed(Reading reading, String text) {
    return switch (reading) {
      case Reading.Code(Candidate candidate) when !isEmpty() -> checked(whole(candidate), text);
      case Reading.Code code -> code;
      case Reading.Nothing nothing -> nothing;
    };
  }

  private Candidate whole(Candidate candidate) {
    Map<String, SourceFile> all = new LinkedHashMap<>();
    files.forEach(file -> all.put(file.path(), file));
    candidate.files().forEach(file -> all.put(file.path(), file));
    return new Candidate(List.copyOf(all.values()));
  }

  private Reading checked(Candidate candidate, String text) {
    if (candidate.files().stream().anyMatch(this::spares)) {
      return new Reading.Nothing("a comment of the reply stands for code that it leaves out");
    }
    List<String> lost = new ArrayList<>(offered(files));
    lost.removeAll(offered(candidate.files()));
    return lost.isEmpty() || TAKES_AWAY.matcher(text).find()
        ? new Reading.Code(candidate)
        : new Reading.Nothing("the reply leaves out " + String.join(", ", lost));
  }

  private boolean spares(SourceFile file) {
    String before =
        files.stream()
            .filter(old -> old.path().equals(file.path()))
            .map(SourceFile::content)
            .findFirst()
            .orElse("");
    return ELISION
        .matcher(file.content())
        .results()
        .anyMatch(found -> !before.contains(found.group().strip()));
  }

  private List<String> offered(List<SourceFile> some) {
    return some.stream().flatMap(file -> language.offeredNames(file).stream()).distinct().toList();
  }
}
