package dev.hone.result;

import dev.hone.candidate.CodeDiff;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// What changed in the files that a result holds, as {@link CodeDiff} writes it.
public final class UnifiedDiff {
  private UnifiedDiff() {}

  /// {@return the diff of some files, in the order of the new ones; empty where nothing changed} A
  /// file that only the new ones have was added; one that only the old ones have counts as
  /// unchanged.
  ///
  /// @param before the old files
  /// @param after the new files
  public static String of(List<SourceFile> before, List<SourceFile> after) {
    return after.stream()
        .map(file -> CodeDiff.of(named(before, file.path()), List.of(file)))
        .collect(Collectors.joining());
  }

  private static List<SourceFile> named(List<SourceFile> files, String path) {
    return files.stream().filter(file -> file.path().equals(path)).toList();
  }
}
