package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes the corrections that the compiler calls certain.
final class Suggestions {
  private Suggestions() {}

  /// Returns the file's text with the edits that the faults name for it.
  static String made(SourceFile file, List<Diagnostic> faults) {
    return edited(
        file.content(),
        faults.stream()
            .flatMap(
                fault -> Edit.read(fault.message()).stream().filter(e -> isFor(e, fault, file)))
            .toList());
  }

  /// Returns a text with edits made, each where the line still is as the compiler saw it.
  static String edited(String text, List<Edit> edits) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    edits.stream()
        .distinct()
        // From the end of a line to its start, so that places before an edit stay as they were.
        .sorted(Comparator.comparingInt(Edit::column).reversed())
        .filter(edit -> edit.line() >= 1 && edit.line() <= lines.size())
        .forEach(
            edit ->
                edit.in(lines.get(edit.line() - 1))
                    .ifPresent(changed -> lines.set(edit.line() - 1, changed)));
    return edits.isEmpty() ? text : String.join("\n", lines) + "\n";
  }

  private static boolean isFor(Edit edit, Diagnostic fault, SourceFile file) {
    return (edit.path().isEmpty() ? fault.path() : edit.path()).equals(file.path());
  }
}
