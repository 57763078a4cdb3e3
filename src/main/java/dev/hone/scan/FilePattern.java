package dev.hone.scan;

import dev.hone.language.SourceFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file that a rule objects to by its name, such as one that runs while code is built.
///
/// @param path fits the whole path of the file
/// @param text fits somewhere in its text, or the empty pattern where the name alone decides
public record FilePattern(Pattern path, Pattern text) {
  /// What of a file it objects to.
  ///
  /// @param line the line, from 1
  /// @param shown what stands there
  public record Place(int line, String shown) {}

  /// {@return where it objects to a file, or empty where it does not}
  ///
  /// @param file the file
  public Optional<Place> find(SourceFile file) {
    if (!path.matcher(file.path()).matches()) {
      return Optional.empty();
    }
    if (text.pattern().isEmpty()) {
      return Optional.of(new Place(1, file.path()));
    }
    Matcher found = text.matcher(file.content());
    return found.find()
        ? Optional.of(new Place(line(file.content(), found.start()), Shown.call(found.group())))
        : Optional.empty();
  }

  private static int line(String content, int offset) {
    return 1 + (int) content.substring(0, offset).chars().filter(c -> c == '\n').count();
  }
}
