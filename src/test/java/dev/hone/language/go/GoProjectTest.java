package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Project;
import dev.hone.language.Project.LeftOut;
import dev.hone.language.ProjectBrief;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoProjectTest {
  private static final SourceFile CODE =
      new SourceFile("solution.go", "package solution\n\nfunc F(n int) int { return n }\n");

  @Test
  void everythingStaysInTheFolderOfThePackage() {
    Project project =
        project(ProjectTrees.brief("1.26.8", List.of(CODE), List.of(examples("text", "F(1)"))));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("solution.go", "solution_text_test.go", "go.mod");
    assertThat(ProjectTrees.text(project, "go.mod")).isEqualTo("module solution\n\ngo 1.26\n");
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "go test ./...", ""));
  }

  /// Each file of example tests brings the same checks along, and a package has them once.
  @Test
  void twoFilesOfExamplesShareTheirChecks() {
    SourceFile generated = examples("generated", "F(2)");
    SourceFile renamed =
        new SourceFile(
            generated.path(),
            generated.content().replace("func TestExample", "func TestGenerated"));

    Project project =
        project(
            ProjectTrees.brief(
                "1.26.8", List.of(CODE), List.of(examples("text", "F(1)"), renamed)));

    assertThat(project.leftOut()).isEmpty();
    assertThat(project.tests().getFirst()).isEqualTo(examples("text", "F(1)"));
    assertThat(project.tests().getLast().content())
        .contains("func TestGenerated1(", "\"testing\"")
        .doesNotContain("func HoneReturns", "\"reflect\"");
  }

  @Test
  void aFileThatDeclaresANameAgainIsKeptOutOfTheBuild() {
    SourceFile own = test("own_test.go", "func TestF(t *testing.T) {}\n");
    SourceFile generated = test("solution_generated_test.go", "func TestF(t *testing.T) {}\n");

    Project project = project(ProjectTrees.brief("1.26.8", List.of(CODE), List.of(own, generated)));

    assertThat(project.leftOut())
        .containsExactly(
            new LeftOut("solution_generated_test.go", "it declares TestF, as own_test.go does"));
    assertThat(project.tests().getLast().content()).startsWith("//go:build ignore\n\npackage");
  }

  @Test
  void theModuleIsCalledAsTestsCallIt() {
    SourceFile inside = new SourceFile("store/store.go", "package store\n");
    SourceFile outside =
        new SourceFile(
            "app_test.go",
            "package app_test\n\nimport (\n\t\"testing\"\n\n\t\"example.com/app/store\"\n)\n");

    Project project = project(ProjectTrees.brief("1.26.8", List.of(inside), List.of(outside)));

    assertThat(ProjectTrees.text(project, "go.mod")).startsWith("module example.com/app\n");
  }

  @Test
  void packagesWithAVersionAreRequired() {
    Project project =
        project(
            ProjectTrees.with(
                ProjectTrees.brief("1.26.8", List.of(CODE), List.of()),
                "golang.org/x/text@v0.14.0,github.com/google/uuid"));

    assertThat(ProjectTrees.text(project, "go.mod"))
        .isEqualTo("module solution\n\ngo 1.26\n\nrequire (\n\tgolang.org/x/text v0.14.0\n)\n");
    assertThat(project.commands().setUp()).isEqualTo("go mod tidy");
  }

  private static SourceFile test(String path, String text) {
    return new SourceFile(path, "package solution\n\nimport \"testing\"\n\n" + text);
  }

  private static SourceFile examples(String origin, String call) {
    Example example = new Example(Example.Kind.RETURNS, List.of(), call, "1", "");
    TestBrief brief =
        new TestBrief(
            "solution.go",
            "solution_" + origin + "_test.go",
            List.of("F"),
            List.of("func F(n int) int"),
            List.of(example));
    return new SourceFile(brief.testPath(), new GoExamples(brief, "solution").file().orElseThrow());
  }

  private static Project project(ProjectBrief brief) {
    return new GoProject(brief).project();
  }
}
