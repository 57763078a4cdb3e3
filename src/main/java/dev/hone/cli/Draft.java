package dev.hone.cli;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A requirement that a person writes in an editor. Its file stays where it is until the run log
/// has the text.
final class Draft {
  private static final List<String> EXPLANATION =
      List.of(
          "# Write above what the code shall do, save it and leave the editor.",
          "# Lines that begin with \"# \" are left out, except between lines of ```;",
          "# an empty text does nothing. Best with an example: median([3, 1, 2]) == 2");

  private final Path file;

  private Draft(Path file) {
    this.file = file;
  }

  /// {@return a draft that begins with a text}
  ///
  /// @param begin what a person typed already; often empty
  /// @throws UsageException if no file can be made for it
  static Draft beginning(String begin) {
    try {
      // readable by nobody else; the ending has editors know it for plain text
      Path file = Files.createTempFile("hone-requirement-", ".txt");
      Files.write(file, Stream.concat(Stream.of(begin, ""), EXPLANATION.stream()).toList());
      return new Draft(file);
    } catch (IOException e) {
      throw new UsageException(
          "no file could be made for the editor (%s); give the requirement as an argument"
              .formatted(e));
    }
  }

  /// Lets the person write.
  ///
  /// @param environment the variables that name the editor
  /// @throws UsageException if there is no editor, or it failed
  /// @throws InterruptedException if the calling thread was interrupted meanwhile
  void write(Map<String, String> environment) throws InterruptedException {
    Editor.of(environment).edit(file);
  }

  /// {@return what stands in the file, without comments; may be blank}
  ///
  /// @throws UsageException if it is no text, or gone
  String text() {
    try {
      return text(TextFiles.text(Files.readAllBytes(file), "what the editor saved"));
    } catch (IOException e) {
      throw new UsageException(
          "what the editor saved could not be read (%s); write it again".formatted(e));
    }
  }

  /// {@return a text without its comments}
  ///
  /// @param saved lines; code between fences keeps its comments
  static String text(String saved) {
    boolean fenced = false;
    StringBuilder kept = new StringBuilder();
    for (String line : saved.lines().toList()) {
      fenced ^= line.strip().startsWith("```");
      // a fence that was never closed reaches the explanation below it
      boolean comment = line.equals("#") || line.startsWith("# ");
      if (!EXPLANATION.contains(line) && (fenced || !comment)) {
        kept.append(line).append('\n');
      }
    }
    return kept.toString().strip();
  }

  /// {@return where the text is kept, and how to go on from there; empty where there is none} Its
  /// comments go, since standard input has none.
  String keep() {
    String where = "the text is kept in " + file;
    try {
      String text = text();
      if (text.isEmpty()) {
        return "";
      }
      Files.writeString(file, text + "\n");
      return where + "; go on from it by: hone - < " + file;
    } catch (UsageException | IOException _) {
      return where;
    }
  }

  /// Deletes the file. A second call does nothing.
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // what is left is a file of the person's own in the folder for such
    }
  }
}
