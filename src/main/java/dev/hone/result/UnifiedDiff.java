package dev.hone.result;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What changed between texts, as `diff -u` writes it and `patch -p1` and `git apply` read it.
public final class UnifiedDiff {
  private static final int CONTEXT_LINES = 3;
  // The library counts the lines of an empty file from 1, which patch does not take.
  private static final Pattern EMPTY_SIDE = Pattern.compile("(?m)^(@@ -|@@ -[\\d,]+ \\+)1,0(?= )");
  private static final String NOWHERE = "/dev/null";

  private UnifiedDiff() {}

  /// {@return the diff of some files, in the order of the new ones; empty where nothing changed} A
  /// file that only the new ones have was added; one that only the old ones have counts as
  /// unchanged.
  ///
  /// @param before the old files
  /// @param after the new files
  public static String of(List<SourceFile> before, List<SourceFile> after) {
    Map<String, String> old = new LinkedHashMap<>();
    before.forEach(file -> old.put(file.path(), file.content()));
    StringBuilder diff = new StringBuilder();
    for (SourceFile file : after) {
      String content = old.get(file.path());
      diff.append(
          content == null
              ? diff(NOWHERE, "b/" + file.path(), "", file.content())
              : diff("a/" + file.path(), "b/" + file.path(), content, file.content()));
    }
    return diff.toString();
  }

  private static String diff(String from, String to, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    List<String> lines = lines(before);
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, lines, DiffUtils.diff(lines, lines(after)), CONTEXT_LINES);
    return EMPTY_SIDE.matcher(String.join("\n", diff)).replaceFirst("$10,0") + "\n";
  }

  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
