package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Marks characters that are compared with bytes as the byte literals that they have to be.
final class ByteLiterals {
  private static final Pattern HELP =
      Pattern.compile("expected `u8`, found `char`.*prefix with `b`: `b('(?:\\\\.|[^'])')`");

  private ByteLiterals() {}

  /// Returns the text with a mark before each literal that the compiler names.
  static String marked(SourceFile file, List<Diagnostic> faults) {
    return Suggestions.edited(
        file.content(),
        faults.stream()
            .filter(fault -> fault.path().equals(file.path()))
            .flatMap(
                fault -> HELP.matcher(fault.message()).results().map(help -> edit(fault, help)))
            .toList());
  }

  private static Edit edit(Diagnostic fault, MatchResult help) {
    String literal = help.group(1);
    return new Edit("", fault.line(), fault.column(), literal, "", "b" + literal);
  }
}
