package dev.hone.requirement;

import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// How much is left out of a prompt that is too long, from nothing on; each leaves out what the one
/// before does, and more. What is worth least goes first: what failed tests printed, then failures
/// beyond the first, which tell most, then files to read. The text of the requirement, signatures,
/// and code to change or to correct are never cut.
public enum Trim {
  /// All is there.
  NOTHING(""),
  /// Of each failure the first lines.
  LONG_OUTPUTS("what failures printed after %d lines".formatted(Bounds.LINES)),
  /// Few failures.
  FURTHER_FAILURES("failures after the first %d".formatted(Bounds.FAILURES)),
  /// The beginnings of files to read.
  LONG_FILES("files to read after %d characters".formatted(Bounds.FILE)),
  /// No files to read.
  FILES("files to read");

  /// In a class of their own, since the constants above are made first.
  private static final class Bounds {
    private static final int LINES = 8;
    private static final int LINE = 300;
    private static final int FAILURES = 3;
    private static final int FILE = 1_500;
  }

  private final String words;

  Trim(String words) {
    this.words = words;
  }

  /// {@return what is left out, for a person}
  public String words() {
    return words;
  }

  /// {@return a requirement as it is shown}
  ///
  /// @param requirement what is asked
  public Requirement of(Requirement requirement) {
    if (compareTo(LONG_FILES) < 0 || requirement.context().isEmpty()) {
      return requirement;
    }
    List<SourceFile> shown =
        this == FILES ? List.of() : Shown.beginnings(requirement.context(), Bounds.FILE);
    return new Requirement(
        requirement.text(),
        requirement.language(),
        requirement.ownTests(),
        requirement.existing(),
        shown);
  }

  /// {@return failures as they are shown}
  ///
  /// @param failures what went wrong, of some lines each, most telling first
  public List<String> of(List<String> failures) {
    if (this == NOTHING) {
      return failures;
    }
    int most = this == LONG_OUTPUTS ? failures.size() : Bounds.FAILURES;
    List<String> shown =
        new ArrayList<>(failures.stream().limit(most).map(Trim::beginning).toList());
    if (failures.size() > most) {
      shown.add("[… %d more failures]".formatted(failures.size() - most));
    }
    return shown;
  }

  private static String beginning(String failure) {
    List<String> lines = failure.lines().toList();
    List<String> shown =
        new ArrayList<>(lines.stream().limit(Bounds.LINES).map(Trim::shortened).toList());
    if (lines.size() > Bounds.LINES) {
      shown.add("[… %d more lines]".formatted(lines.size() - Bounds.LINES));
    }
    return String.join("\n", shown);
  }

  private static String shortened(String line) {
    return line.length() > Bounds.LINE ? line.substring(0, Bounds.LINE) + " …" : line;
  }
}
