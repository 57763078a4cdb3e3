package dev.hone.language.rust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Project;
import dev.hone.language.ProjectBrief;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class RustProjectTest {
  private static final SourceFile CODE = new SourceFile("solution.rs", "pub fn f() -> i32 { 1 }\n");
  private static final SourceFile TEST =
      new SourceFile(
          "solution_text_test.rs",
          "use super::solution::*;\n\n#[test]\nfn one() { assert_eq!(f(), 1); }\n");

  @Test
  void theFileIsTheRootOfACrateAndItsTestsAreOutside() {
    Project project = project(ProjectTrees.brief("1.95.0", List.of(CODE), List.of(TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("src/lib.rs", "tests/solution_text_test.rs", "Cargo.toml");
    assertThat(ProjectTrees.text(project, "tests/solution_text_test.rs"))
        .startsWith("use solution::*;\n");
    assertThat(ProjectTrees.text(project, "Cargo.toml"))
        .isEqualTo(
            """
            [package]
            name = "solution"
            version = "0.1.0"
            edition = "2021"

            [lib]
            doctest = false

            [dependencies]
            """);
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "cargo test", ""));
  }

  @Test
  void pathsToTheCodeLeadThroughItsCrate() {
    SourceFile test =
        new SourceFile(
            "solution_own_test.rs",
            """
            mod solution;
            use crate::solution::f;
            use super::*;
            mod inner {
                use super::super::solution::g;
                use super::f;
            }
            """);

    Project project = project(ProjectTrees.brief("1.95.0", List.of(CODE), List.of(test)));

    assertThat(project.tests().getFirst().content())
        .isEqualTo(
            """
            use solution::f;
            use solution::*;
            mod inner {
                use solution::g;
                use super::f;
            }
            """);
  }

  @Test
  void filesThatDoNotNameEachOtherGetARoot() {
    SourceFile other = new SourceFile("shapes.rs", "pub fn g() {}\n");

    Project project = project(ProjectTrees.brief("1.95.0", List.of(CODE, other), List.of(TEST)));

    assertThat(ProjectTrees.text(project, "src/lib.rs"))
        .isEqualTo("pub mod solution;\npub mod shapes;\npub use solution::*;\n");
    assertThat(project.code())
        .extracting(SourceFile::path)
        .containsExactly("src/solution.rs", "src/shapes.rs");
  }

  @Test
  void aCrateThatIsThereKeepsItsNameAndPlaces() {
    SourceFile manifest = new SourceFile("Cargo.toml", "[package]\nname = \"my-shop\"\n");
    SourceFile root = new SourceFile("src/lib.rs", "pub fn f() {}\n");
    SourceFile test = new SourceFile("tests/lib_text_test.rs", "use super::*;\n");

    Project project = project(ProjectTrees.brief("1.95.0", List.of(root, manifest), List.of(test)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly("src/lib.rs", "Cargo.toml", "tests/lib_text_test.rs");
    assertThat(project.tests().getFirst().content()).isEqualTo("use my_shop::*;\n");
  }

  @Test
  void packagesAreDependencies() {
    Project project =
        project(
            ProjectTrees.with(
                ProjectTrees.brief("1.95.0", List.of(CODE), List.of()), "regex==1.10.2,serde"));

    assertThat(ProjectTrees.text(project, "Cargo.toml"))
        .endsWith(
            """
            [dependencies]
            regex = "1.10.2"
            serde = { version = "*", features = ["derive"] }
            """);
  }

  @Test
  void aProgramIsMain() {
    Project project = project(ProjectTrees.program("1.95.0", CODE));

    assertThat(ProjectTrees.paths(project)).containsExactly("src/main.rs", "Cargo.toml");
    assertThat(ProjectTrees.text(project, "Cargo.toml")).doesNotContain("[lib]");
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "", "cargo run"));
  }

  private static Project project(ProjectBrief brief) {
    return new RustProject(brief).project();
  }
}
