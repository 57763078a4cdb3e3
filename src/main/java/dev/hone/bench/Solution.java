package dev.hone.bench;

import dev.hone.language.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Files that are to be checked.
///
/// @param files the solution
/// @param insteadOfChecks files that replace checks; only a trusted solution has some
record Solution(List<SourceFile> files, List<SourceFile> insteadOfChecks) {
  Solution {
    files = List.copyOf(files);
    insteadOfChecks = List.copyOf(insteadOfChecks);
  }

  /// {@return the files where the checks look for them} A strategy does not know the paths: a file
  /// of the same name is moved to its place, and else the first one that has none.
  List<SourceFile> placed(List<String> paths) {
    List<SourceFile> placed = new ArrayList<>(files);
    for (String path : paths) {
      if (placed.stream().noneMatch(file -> file.path().equals(path))) {
        List<SourceFile> strangers =
            placed.stream().filter(file -> !paths.contains(file.path())).toList();
        strangers.stream()
            .filter(file -> Path.of(file.path()).endsWith(Path.of(path).getFileName()))
            .findFirst()
            .or(() -> paths.size() == 1 ? strangers.stream().findFirst() : Optional.empty())
            .ifPresent(
                file -> placed.set(placed.indexOf(file), new SourceFile(path, file.content())));
      }
    }
    return placed;
  }

  /// {@return a solution that the file of problems holds: the right one, or the start; empty where
  /// the right one is not known}
  static Optional<Solution> ofFile(Problem problem, Approach approach) {
    Problem.Hidden hidden = problem.hidden();
    if (approach == Approach.CANONICAL) {
      return hidden.canonical().isEmpty()
          ? Optional.empty()
          : Optional.of(new Solution(hidden.canonical(), hidden.canonicalOnly()));
    }
    List<SourceFile> starter = problem.asked().starter();
    return Optional.of(
        new Solution(
            starter.isEmpty()
                ? hidden.solutionPaths().stream().map(path -> new SourceFile(path, "")).toList()
                : starter,
            List.of()));
  }
}
