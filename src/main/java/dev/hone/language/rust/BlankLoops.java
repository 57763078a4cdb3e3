package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Names the variable of a loop that was written as `_` and is used in the loop.
final class BlankLoops {
  private static final String FAULT = "in expressions, `_` can only be used";
  private static final String LOOP = "for _ in ";

  private BlankLoops() {}

  /// Returns the text with a name in both places, for each fault that says so.
  static String named(SourceFile file, List<Diagnostic> faults) {
    List<String> lines = new ArrayList<>(file.content().lines().toList());
    List<Diagnostic> own =
        faults.stream()
            .filter(fault -> fault.path().equals(file.path()) && fault.message().contains(FAULT))
            .toList();
    String name = unused(file.content());
    boolean changed = false;
    for (Diagnostic fault : own) {
      int loop = loopAround(lines, fault.line() - 1, name);
      if (loop >= 0 && isBlank(lines.get(fault.line() - 1), fault.column() - 1)) {
        String line = lines.get(fault.line() - 1);
        int at = fault.column() - 1;
        lines.set(fault.line() - 1, line.substring(0, at) + name + line.substring(at + 1));
        lines.set(loop, lines.get(loop).replace(LOOP, "for " + name + " in "));
        changed = true;
      }
    }
    return changed ? String.join("\n", lines) + "\n" : file.content();
  }

  /// The nearest loop above that is indented less, or -1.
  private static int loopAround(List<String> lines, int index, String name) {
    int indent = index < lines.size() ? indent(lines.get(index)) : 0;
    for (int i = index - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (!line.isBlank() && indent(line) < indent) {
        String code = line.strip();
        if (code.matches("(?:'\\w+: )?for .*")) {
          return code.startsWith(LOOP) || code.startsWith("for " + name + " in ") ? i : -1;
        }
        indent = indent(line);
      }
    }
    return -1;
  }

  private static boolean isBlank(String line, int at) {
    return at >= 0 && at < line.length() && line.charAt(at) == '_';
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
