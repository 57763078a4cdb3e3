package dev.hone.bench;

import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// One problem. What may be shown to whoever solves it and what may not are separate values, so
/// that a strategy cannot be handed the wrong one.
///
/// @param index its position in the file, from 0
/// @param id its name in the file
/// @param language the language of the solution
/// @param type its class of work; empty where the file names none
/// @param asked what is shown
/// @param hidden what is not
record Problem(int index, String id, LanguageId language, String type, Asked asked, Hidden hidden) {

  /// What a strategy is given.
  ///
  /// @param requirement what is asked, in plain language
  /// @param starter files that the solution starts from; often empty
  record Asked(String requirement, List<SourceFile> starter) {
    Asked {
      starter = List.copyOf(starter);
    }

    /// {@return the requirement, with the starter files where there are some}
    String text() {
      return starter.isEmpty()
          ? requirement
          : starter.stream()
              .map(file -> "`%s`:\n```\n%s\n```".formatted(file.path(), file.content().strip()))
              .collect(
                  Collectors.joining(
                      "\n\n", requirement.strip() + "\n\nThese files are there already.\n\n", ""));
    }
  }

  /// What no strategy is given.
  ///
  /// @param entryPoint the function or class that the checks call; may be empty
  /// @param solutionPaths where the solution must stand; never empty
  /// @param checks files put beside the solution
  /// @param run the shell command that ends with 0 if and only if the problem is solved
  /// @param canonical a right answer; empty where none is known
  /// @param canonicalOnly files that replace checks for the canonical solution; often empty
  record Hidden(
      String entryPoint,
      List<String> solutionPaths,
      List<SourceFile> checks,
      String run,
      List<SourceFile> canonical,
      List<SourceFile> canonicalOnly) {
    Hidden {
      solutionPaths = List.copyOf(solutionPaths);
      checks = List.copyOf(checks);
      canonical = List.copyOf(canonical);
      canonicalOnly = List.copyOf(canonicalOnly);
    }
  }
}
