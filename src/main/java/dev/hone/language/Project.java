package dev.hone.language;

import java.util.List;

/// Code and tests as a project of their language, which is built and tested without Hone.
///
/// @param code the source files at their places, in the order of the brief
/// @param tests the test files at their places, in the order of the brief
/// @param support files that the tests or the build need and that Hone wrote
/// @param build build files, which a person may have of their own
/// @param commands what a person types in the project's folder
/// @param leftOut test files that the command does not run
public record Project(
    List<SourceFile> code,
    List<SourceFile> tests,
    List<SourceFile> support,
    List<SourceFile> build,
    Commands commands,
    List<LeftOut> leftOut) {
  /// Copies the lists.
  public Project {
    code = List.copyOf(code);
    tests = List.copyOf(tests);
    support = List.copyOf(support);
    build = List.copyOf(build);
    leftOut = List.copyOf(leftOut);
  }

  /// What a person types.
  ///
  /// @param setUp what is done once before the rest; empty for nothing
  /// @param test what runs the tests; empty where there are none to run
  /// @param run what starts the program; empty where the code is none
  public record Commands(String setUp, String test, String run) {}

  /// A test file that the command of the project does not run.
  ///
  /// @param path where it stands in the project
  /// @param why the reason, as half a sentence
  public record LeftOut(String path, String why) {}
}
