package dev.hone.requirement;

import dev.hone.language.FileEnding;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// A requirement as a model reads it: its text, and the files that go with it. A text without files
/// stays as it is, to the letter.
public final class Shown {
  /// The most characters of one file to read that are shown.
  public static final int MOST_OF_A_FILE = 6_000;

  /// The most characters of all files to read that are shown.
  public static final int MOST_OF_ALL = 12_000;

  private static final String TICKS = "```";

  private Shown() {}

  /// {@return the text and the files to read}
  ///
  /// @param requirement what is asked
  public static String withContext(Requirement requirement) {
    if (requirement.context().isEmpty()) {
      return requirement.text();
    }
    return "%s\n\nThese files are there already and stay as they are:\n%s"
        .formatted(
            requirement.text().strip(),
            trimmed(requirement.context()).stream()
                .map(Shown::named)
                .collect(Collectors.joining("\n")));
  }

  /// {@return the text, the files to read and the code that is to be changed}
  ///
  /// @param requirement what is asked
  public static String withCode(Requirement requirement) {
    String text = withContext(requirement);
    return requirement.changesCode()
        ? "%s\n\nThe code before that change:\n%s".formatted(text.strip(), code(requirement))
        : text;
  }

  /// {@return the code that is to be changed, one fenced block a file; several each under their
  /// name}
  ///
  /// @param requirement what is asked
  public static String code(Requirement requirement) {
    List<SourceFile> files = requirement.existing();
    return files.size() == 1
        ? block(files.getFirst())
        : files.stream().map(Shown::named).collect(Collectors.joining("\n"));
  }

  /// {@return the files to read as they are shown, long ones with a line that says what is left
  /// out}
  ///
  /// @param context the files
  public static List<SourceFile> trimmed(List<SourceFile> context) {
    int share = context.isEmpty() ? 0 : Math.min(MOST_OF_A_FILE, MOST_OF_ALL / context.size());
    return beginnings(context, share);
  }

  /// {@return the beginnings of files, each with a line that says what is left out}
  ///
  /// @param files the files
  /// @param most the most characters of one file that are shown
  public static List<SourceFile> beginnings(List<SourceFile> files, int most) {
    return files.stream().map(file -> trimmed(file, most)).toList();
  }

  // The beginning says most: imports, types, and what is offered.
  private static SourceFile trimmed(SourceFile file, int most) {
    String content = file.content();
    if (content.length() <= most) {
      return file;
    }
    int end = Math.max(content.lastIndexOf('\n', most), 0) + 1;
    long left = content.substring(end).lines().count();
    return new SourceFile(
        file.path(), content.substring(0, end) + "[… %d more lines]\n".formatted(left));
  }

  private static String named(SourceFile file) {
    return "`%s`:\n%s".formatted(file.path(), block(file));
  }

  private static String block(SourceFile file) {
    String word = FileEnding.of(file.path()).map(LanguageId::id).orElse("");
    String ticks = file.content().contains(TICKS) ? TICKS + "`" : TICKS;
    return ticks + word + "\n" + file.content().stripTrailing() + "\n" + ticks;
  }
}
