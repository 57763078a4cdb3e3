package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PythonProjectTest {
  private static final SourceFile CODE = new SourceFile("solution.py", "def f():\n    return 1\n");
  private static final SourceFile TEST =
      new SourceFile("test_solution_text.py", "import solution\n");

  @Test
  void codeTestsAndBuildFileAreWherePytestLooks() {
    Project project = project(ProjectTrees.brief("3.11.7", List.of(CODE), List.of(TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("src/solution.py", "tests/test_solution_text.py", "pyproject.toml");
    assertThat(ProjectTrees.text(project, "pyproject.toml"))
        .isEqualTo(
            """
            [project]
            name = "solution"
            version = "0.1.0"
            requires-python = ">=3.11"
            dependencies = []

            [dependency-groups]
            dev = ["pytest"]

            [tool.pytest.ini_options]
            pythonpath = ["src"]
            testpaths = ["tests"]
            """);
    assertThat(project.commands())
        .isEqualTo(new Project.Commands("python3 -m pip install pytest", "python3 -m pytest", ""));
  }

  @Test
  void packagesAreDependencies() {
    Project project =
        project(
            ProjectTrees.with(
                ProjectTrees.brief("3.11.7", List.of(CODE), List.of(TEST)),
                "numpy==2.1.0,requests"));

    assertThat(ProjectTrees.text(project, "pyproject.toml"))
        .contains("dependencies = [\"numpy==2.1.0\", \"requests\"]\n");
    assertThat(project.commands().setUp())
        .isEqualTo("python3 -m pip install pytest numpy==2.1.0 requests");
  }

  @Test
  void aTestFileOfAnyNameIsCollected() {
    SourceFile checks = new SourceFile("checks.py", "def test_f():\n    pass\n");

    Project project = project(ProjectTrees.brief("3.11.7", List.of(CODE), List.of(checks)));

    assertThat(ProjectTrees.text(project, "pyproject.toml"))
        .endsWith("testpaths = [\"tests\"]\npython_files = [\"*.py\"]\n");
  }

  @Test
  void filesAtTheirPlacesStayThere() {
    Project project =
        project(
            ProjectTrees.brief(
                "3.11.7",
                List.of(
                    new SourceFile("src/shop/prices.py", ""),
                    new SourceFile("pyproject.toml", "[project]\n")),
                List.of(new SourceFile("tests/test_prices.py", ""))));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("src/shop/prices.py", "pyproject.toml", "tests/test_prices.py");
  }

  @Test
  void aProgramIsStartedByItsFile() {
    Project project = project(ProjectTrees.program("3.11.7", CODE));

    assertThat(project.commands())
        .isEqualTo(new Project.Commands("", "", "python3 src/solution.py"));
  }

  private static Project project(ProjectBrief brief) {
    return new PythonProject(brief).project();
  }
}
