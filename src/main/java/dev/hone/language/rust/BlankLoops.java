package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/// Names the variable of a loop that was written as `_` and is used in the loop.
final class BlankLoops {
  private static final String FAULT = "in expressions, `_` can only be used";
  private static final String LOOP = "for _ in ";

  private BlankLoops() {}

  /// Returns the text with a name in both places, for each fault that says so.
  static String named(SourceFile file, List<Diagnostic> faults) {
    List<String> lines = file.content().lines().toList();
    String name = unused(file.content());
    return Suggestions.edited(
        file.content(),
        faults.stream()
            .filter(fault -> fault.path().equals(file.path()) && fault.message().contains(FAULT))
            .flatMap(fault -> edits(lines, fault, name))
            .toList());
  }

  private static Stream<Edit> edits(List<String> lines, Diagnostic fault, String name) {
    int loop = loopAround(lines, fault.line() - 1);
    return loop < 0
        ? Stream.empty()
        : Stream.of(
            named(fault.line(), fault.column(), name),
            named(loop + 1, lines.get(loop).indexOf(LOOP) + LOOP.indexOf('_') + 1, name));
  }

  private static Edit named(int line, int column, String name) {
    return new Edit("", line, column, "_", "", name);
  }

  /// The nearest loop above that is indented less, or -1 where it has a variable already.
  private static int loopAround(List<String> lines, int index) {
    int indent = index >= 0 && index < lines.size() ? indent(lines.get(index)) : 0;
    for (int i = index - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (!line.isBlank() && indent(line) < indent) {
        String code = line.strip();
        if (code.matches("(?:'\\w+: )?for .*")) {
          return code.startsWith(LOOP) ? i : -1;
        }
        indent = indent(line);
      }
    }
    return -1;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String unused(String text) {
    return Stream.of("i", "k", "n", "index")
        .filter(name -> !text.matches("(?s).*\\b" + name + "\\b.*"))
        .findFirst()
        .orElse("loop_index");
  }
}
