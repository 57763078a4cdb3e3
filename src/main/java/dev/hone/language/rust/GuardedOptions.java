package dev.hone.language.rust;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes the value out of an `Option` that the same condition has just found to hold one, as in
/// `best.is_none() || n > best`: languages without such a type compare them directly, and only the
/// guard lets the code come that far.
final class GuardedOptions {
  private static final Pattern GUARD =
      Pattern.compile("\\b(\\w+)\\.is_(?:none\\(\\)\\s*\\|\\||some\\(\\)\\s*&&)\\s*");
  private static final Pattern NEXT = Pattern.compile("\\|\\||&&|\\{|$");

  private GuardedOptions() {}

  /// Returns the text with the values taken out on the lines where the compiler objects to an
  /// `Option`.
  static String opened(SourceFile file, List<Diagnostic> faults) {
    List<String> lines = new ArrayList<>(List.of(file.content().split("\n", -1)));
    for (Diagnostic fault : faults) {
      int at = fault.line() - 1;
      boolean concerned =
          fault.path().equals(file.path())
              && fault.message().contains("mismatched types")
              && fault.message().contains("`Option<");
      if (concerned && at >= 0 && at < lines.size()) {
        lines.set(at, opened(lines.get(at)));
      }
    }
    return String.join("\n", lines);
  }

  private static String opened(String line) {
    Matcher guard = GUARD.matcher(line);
    if (!guard.find()) {
      return line;
    }
    Matcher next = NEXT.matcher(line).region(guard.end(), line.length());
    int end = next.find() ? next.start() : line.length();
    String name = Pattern.quote(guard.group(1));
    String guarded =
        line.substring(guard.end(), end)
            .replaceAll("(?<![\\w.])" + name + "(?![\\w.(])", "$0.unwrap()");
    return line.substring(0, guard.end()) + guarded + line.substring(end);
  }
}
