package dev.hone.language;

import java.util.List;
import java.util.stream.Stream;

/// Briefs and trees for tests of projects.
public final class ProjectTrees {
  private ProjectTrees() {}

  /// {@return a brief without packages}
  ///
  /// @param version the toolchain's version
  /// @param code the code
  /// @param tests the test files
  public static ProjectBrief brief(String version, List<SourceFile> code, List<SourceFile> tests) {
    return new ProjectBrief(code, tests, List.of(), version, false);
  }

  /// {@return the same brief with packages}
  ///
  /// @param brief the brief
  /// @param packages as after `--with`
  public static ProjectBrief with(ProjectBrief brief, String packages) {
    return new ProjectBrief(
        brief.code(), brief.tests(), PackageName.list(packages), brief.version(), brief.program());
  }

  /// {@return the brief of a program without tests}
  ///
  /// @param version the toolchain's version
  /// @param code the program
  public static ProjectBrief program(String version, SourceFile code) {
    return new ProjectBrief(List.of(code), List.of(), List.of(), version, true);
  }

  /// {@return the paths of all files of a project}
  ///
  /// @param project the project
  public static List<String> paths(Project project) {
    return Stream.of(project.code(), project.tests(), project.support(), project.build())
        .flatMap(List::stream)
        .map(SourceFile::path)
        .toList();
  }

  /// {@return the text of a file of a project}
  ///
  /// @param project the project
  /// @param path the file
  public static String text(Project project, String path) {
    return Stream.of(project.code(), project.tests(), project.support(), project.build())
        .flatMap(List::stream)
        .filter(file -> file.path().equals(path))
        .map(SourceFile::content)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + path + " in " + paths(project)));
  }
}
