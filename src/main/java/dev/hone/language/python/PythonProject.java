package dev.hone.language.python;

import dev.hone.language.PackageName;
import dev.hone.language.Project;
import dev.hone.language.Project.Commands;
import dev.hone.language.ProjectBrief;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A project with `src`, `tests` and a `pyproject.toml`, tested by pytest.
final class PythonProject {
  private static final String SOURCES = "src/";
  private static final String TESTS = "tests/";
  private static final String BUILD = "pyproject.toml";

  private final ProjectBrief brief;
  private final List<SourceFile> code;
  private final List<SourceFile> tests;

  PythonProject(ProjectBrief brief) {
    this.brief = brief;
    this.code =
        brief.code().stream()
            .map(file -> file.path().equals(BUILD) ? file : file.within(SOURCES))
            .toList();
    this.tests = brief.tests().stream().map(file -> file.within(TESTS)).toList();
  }

  Project project() {
    return new Project(
        code,
        tests,
        List.of(),
        brief.hasCode(BUILD) ? List.of() : List.of(build()),
        new Commands(
            setUp(),
            tests.isEmpty() ? "" : "python3 -m pytest",
            brief.program() ? "python3 " + code.getFirst().path() : ""),
        List.of());
  }

  private SourceFile build() {
    boolean usual = tests.stream().allMatch(PythonProject::hasUsualName);
    String dependencies = names().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    return new SourceFile(
        BUILD,
        Template.filled(
            "python",
            "project/pyproject.toml",
            Map.of(
                "name",
                brief.name(),
                "version",
                brief.shortVersion(),
                "dependencies",
                dependencies,
                "names",
                usual ? "" : "python_files = [\"*.py\"]")));
  }

  /// Whether pytest takes the file for tests without being told.
  private static boolean hasUsualName(SourceFile file) {
    return file.path().matches("(?:.*/)?(?:test_[^/]*|[^/]*_test|conftest)\\.py");
  }

  private String setUp() {
    Stream<String> pytest = tests.isEmpty() ? Stream.of() : Stream.of("pytest");
    String all = Stream.concat(pytest, names()).collect(Collectors.joining(" "));
    return all.isEmpty() ? "" : "python3 -m pip install " + all;
  }

  private Stream<String> names() {
    return brief.packages().stream().map(PackageName::written);
  }
}
