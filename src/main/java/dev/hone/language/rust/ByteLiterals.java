package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Marks characters that are compared with bytes as the byte literals that they have to be.
final class ByteLiterals {
  private static final Pattern HELP =
      Pattern.compile("expected `u8`, found `char`.*prefix with `b`: `b('(?:\\\\.|[^'])')`");

  private ByteLiterals() {}

  /// Returns the text with a mark before each literal that the compiler names.
  static String marked(SourceFile file, List<Diagnostic> faults) {
    List<String> lines = new ArrayList<>(file.content().lines().toList());
    boolean changed = false;
    for (Diagnostic fault : faults) {
      Matcher help = HELP.matcher(fault.message());
      int at = fault.column() - 1;
      if (fault.path().equals(file.path())
          && help.find()
          && fault.line() <= lines.size()
          && lines.get(fault.line() - 1).startsWith(help.group(1), at)) {
        String line = lines.get(fault.line() - 1);
        lines.set(fault.line() - 1, line.substring(0, at) + "b" + line.substring(at));
        changed = true;
      }
    }
    return changed ? String.join("\n", lines) + "\n" : file.content();
  }
}
