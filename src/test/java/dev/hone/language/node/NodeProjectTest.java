package dev.hone.language.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Project;
import dev.hone.language.Project.LeftOut;
import dev.hone.language.ProjectBrief;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import dev.hone.language.runner.Scripts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeProjectTest {
  private static final SourceFile CODE =
      new SourceFile("solution.js", "function f() {}\nmodule.exports = { f };\n");
  private static final SourceFile TEST =
      new SourceFile("solution.text.test.js", "const test = require('node:test');\n");
  private static final SourceFile MODULE =
      new SourceFile("solution.js", "export function f() {}\n");
  private static final SourceFile TYPED =
      new SourceFile("solution.ts", "export function f(): void {}\n");
  private static final SourceFile TYPED_TEST =
      new SourceFile("solution.text.test.ts", "import test from 'node:test';\n");

  @Test
  void testsStandBesideTheCodeThatTheyImport() {
    Project project =
        NodeProject.javaScript(ProjectTrees.brief("20.20.2", List.of(CODE), List.of(TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("src/solution.js", "src/solution.text.test.js", "package.json");
    assertThat(ProjectTrees.text(project, "package.json"))
        .isEqualTo(
            """
            {
              "name": "solution",
              "version": "0.1.0",
              "private": true,
              "type": "commonjs",
              "scripts": {
                "test": "node --test src/solution.text.test.js"
              },
              "dependencies": {}
            }
            """);
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "npm test", ""));
  }

  @Test
  void theKindOfModulesIsSaidWhereAllFilesAreOfOne() {
    SourceFile test = new SourceFile("a.test.js", "import test from 'node:test';\n");

    assertThat(packageFile(List.of(MODULE), List.of(test))).contains("\"type\": \"module\"");
    assertThat(packageFile(List.of(MODULE), List.of(TEST))).doesNotContain("\"type\"");
  }

  @Test
  void packagesAreDependencies() {
    Project project =
        NodeProject.javaScript(
            ProjectTrees.with(
                ProjectTrees.brief("20.20.2", List.of(CODE), List.of(TEST)),
                "lodash==4.17.21,@scope/b"));

    assertThat(ProjectTrees.text(project, "package.json"))
        .contains(
            """
              "dependencies": {
                "lodash": "4.17.21",
                "@scope/b": "*"
              }
            """);
    assertThat(project.commands().setUp()).isEqualTo("npm install");
  }

  @Test
  void testsOfOtherRunnersAreLeftOut() {
    SourceFile jest = new SourceFile("own.test.js", "test('f', () => { expect(1).toBe(1); });\n");

    Project project =
        NodeProject.javaScript(ProjectTrees.brief("20.20.2", List.of(CODE), List.of(jest)));

    assertThat(project.leftOut())
        .containsExactly(new LeftOut("src/own.test.js", "it is written for Jest, Vitest or Mocha"));
    assertThat(project.commands().test()).isEmpty();
  }

  @Test
  void typeScriptIsCompiledBeforeItIsTested() {
    Project project =
        NodeProject.typeScript(ProjectTrees.brief("5.9.3", List.of(TYPED), List.of(TYPED_TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly(
            "src/solution.ts", "src/solution.text.test.ts", "package.json", "tsconfig.json");
    assertThat(ProjectTrees.text(project, "package.json"))
        .contains("\"test\": \"tsc && node --test dist/solution.text.test.js\"");
    assertThat(ProjectTrees.text(project, "tsconfig.json")).contains("\"outDir\": \"dist\"");
    assertThat(project.commands()).isEqualTo(new Project.Commands("npm install", "npm test", ""));
  }

  @Test
  void filesAtTheirPlacesStayThere() {
    SourceFile code = new SourceFile("src/solution.ts", TYPED.content());
    SourceFile test = new SourceFile("tests/solution.test.ts", TYPED_TEST.content());

    Project project =
        NodeProject.typeScript(ProjectTrees.brief("5.9.3", List.of(code), List.of(test)));

    assertThat(project.code()).containsExactly(code);
    assertThat(project.tests()).containsExactly(test);
    assertThat(ProjectTrees.text(project, "tsconfig.json")).contains("\"rootDir\": \".\"");
    assertThat(ProjectTrees.text(project, "package.json"))
        .contains("node --test dist/tests/solution.test.js");
  }

  /// The compiler that judges the code is the one that the project asks for.
  @Test
  void theCompilerIsTheOneThatJudged() {
    String own = ProjectTrees.text(NodeProject.typeScript(typed()), "package.json");
    String runner =
        new String(Scripts.resource("typescript", "package.json"), StandardCharsets.UTF_8);

    for (String name : List.of("typescript", "@types/node")) {
      String line = "\"" + name + "\": \"";
      String version = runner.split(line, 2)[1].split("\"", 2)[0];
      assertThat(own).contains(line + "^" + version + "\"");
    }
  }

  @Test
  void aProgramIsStartedByItsFile() {
    assertThat(NodeProject.javaScript(ProjectTrees.program("20.20.2", CODE)).commands())
        .isEqualTo(new Project.Commands("", "", "node src/solution.js"));
    assertThat(NodeProject.typeScript(ProjectTrees.program("5.9.3", TYPED)).commands())
        .isEqualTo(new Project.Commands("npm install", "", "npx tsc && node dist/solution.js"));
  }

  private static ProjectBrief typed() {
    return ProjectTrees.brief("5.9.3", List.of(TYPED), List.of(TYPED_TEST));
  }

  private static String packageFile(List<SourceFile> code, List<SourceFile> tests) {
    return ProjectTrees.text(
        NodeProject.javaScript(ProjectTrees.brief("20.20.2", code, tests)), "package.json");
  }
}
