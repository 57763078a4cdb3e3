package dev.hone.candidate;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.hone.language.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What changed from one piece of code to another, as a unified diff with three lines of context,
/// which `patch -p1` and `git apply` read.
public final class CodeDiff {
  private static final int CONTEXT = 3;
  private static final String NOWHERE = "/dev/null";
  private static final String NO_LINE_END = "\n\\ No newline at end of file";

  private CodeDiff() {}

  /// {@return the diff, files in the order of their paths; empty where nothing changed}
  ///
  /// @param before the files of the earlier code
  /// @param after the files of the later code
  public static String of(List<SourceFile> before, List<SourceFile> after) {
    return Stream.concat(before.stream(), after.stream())
        .map(SourceFile::path)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(path -> file(path, content(before, path), content(after, path)))
        .collect(Collectors.joining());
  }

  private static Optional<String> content(List<SourceFile> files, String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .map(SourceFile::content)
        .findFirst();
  }

  private static String file(String path, Optional<String> before, Optional<String> after) {
    List<String> old = lines(before.orElse(""));
    List<String> fresh = lines(after.orElse(""));
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            before.isPresent() ? "a/" + path : NOWHERE,
            after.isPresent() ? "b/" + path : NOWHERE,
            old,
            DiffUtils.diff(old, fresh),
            CONTEXT);
    String diff = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    // The library counts lines from 1 where there is none, and git takes that for damage.
    return old.isEmpty()
        ? diff.replaceFirst("(?m)^@@ -1,0 ", "@@ -0,0 ")
        : fresh.isEmpty() ? diff.replaceFirst("(?m)^(@@ .*)\\+1,0 @@$", "$1+0,0 @@") : diff;
  }

  // The mark belongs to the last line: with and without a line end are two different lines.
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    String last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + NO_LINE_END);
    }
    return lines;
  }
}
