package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Project;
import dev.hone.language.Project.LeftOut;
import dev.hone.language.ProjectTrees;
import dev.hone.language.SourceFile;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Projects of C and C++.
class GccProjectTest {
  private static final C PLAIN = new C(Path.of("unused"), Progress.silent());
  private static final Cpp CPP = new Cpp(Path.of("unused"), Progress.silent());
  private static final SourceFile CODE =
      new SourceFile("solution.c", "int f(void) { return 1; }\n");
  private static final SourceFile TEST =
      new SourceFile(
          "test_solution_text.c",
          """
          #include "solution.h"

          #include "hone_test.h"

          static void test_example_1(void) { CHECK_EQ(f(), 1); }
          """);

  @Test
  void testsComeWithTheAssertionsThatTheyCall() {
    Project project = PLAIN.project(ProjectTrees.brief("14.2.0", List.of(CODE), List.of(TEST)));

    assertThat(ProjectTrees.paths(project))
        .containsExactly(
            "src/solution.c",
            "tests/test_solution_text.c",
            "tests/solution.h",
            "tests/hone/hone_test.h",
            "tests/hone/hone_check.c",
            "tests/hone/hone_main.c",
            "tests/hone/hone_report.h",
            "tests/hone/hone_run.c",
            "tests/hone/run_test_solution_text.c",
            "Makefile");
    assertThat(ProjectTrees.text(project, "tests/hone/run_test_solution_text.c"))
        .contains(
            "#include \"tests/test_solution_text.c\"", "{\"test_example_1\", test_example_1},");
    assertThat(ProjectTrees.text(project, "Makefile"))
        .isEqualTo(
            """
            # make test builds and runs the tests.
            CFLAGS ?= -std=c11 -D_GNU_SOURCE -O1 -g
            PLACES = -iquote src -iquote . -iquote tests -iquote tests/hone
            FILES = $(wildcard src/* src/*/* tests/* tests/hone/*)
            TESTS = build/test_solution_text

            all: $(TESTS)

            test: $(TESTS)
            	@failed=0; for one in $(TESTS); do echo "$$one:"; ./$$one || failed=1; done; exit $$failed

            build/test_solution_text: $(FILES)
            	@mkdir -p build
            	$(CC) $(CFLAGS) $(PLACES) -o $@ tests/hone/run_test_solution_text.c \
            tests/hone/hone_main.c tests/hone/hone_check.c -lm -lpthread

            clean:
            	rm -rf build

            .PHONY: all test clean
            """);
    assertThat(project.commands()).isEqualTo(new Project.Commands("", "make test", ""));
  }

  @Test
  void aHeaderThatNobodyWroteStandsForTheSource() {
    SourceFile main =
        new SourceFile("solution.c", "int f(void);\nint main(void) { return f(); }\n");

    Project project = PLAIN.project(ProjectTrees.brief("14.2.0", List.of(main), List.of(TEST)));

    assertThat(ProjectTrees.text(project, "tests/solution.h"))
        .isEqualTo(
            """
            /* src/solution.c has no header of its own. */
            #pragma once
            #define main hone_solution_main
            #include "solution.c"
            #undef main
            """);
  }

  @Test
  void aSourceWithAHeaderIsLinked() {
    SourceFile header = new SourceFile("solution.h", "int f(void);\n");

    Project project =
        PLAIN.project(ProjectTrees.brief("14.2.0", List.of(CODE, header), List.of(TEST)));

    assertThat(ProjectTrees.paths(project)).doesNotContain("tests/solution.h");
    assertThat(ProjectTrees.text(project, "Makefile"))
        .contains(
            "-o $@ tests/hone/run_test_solution_text.c src/solution.c tests/hone/hone_main.c");
  }

  @Test
  void aTestFileWithAMainProgramOfItsOwnIsBuiltAsItIs() {
    SourceFile own =
        new SourceFile("test_own.c", "#include \"solution.c\"\nint main(void) { return !f(); }\n");

    Project project = PLAIN.project(ProjectTrees.brief("14.2.0", List.of(CODE), List.of(own)));

    assertThat(ProjectTrees.text(project, "Makefile"))
        .contains("$(PLACES) -o $@ tests/test_own.c tests/hone/hone_main.c");
    assertThat(ProjectTrees.paths(project)).noneMatch(path -> path.contains("run_test"));
  }

  @Test
  void testsOfFrameworksAreLeftOut() {
    SourceFile google = new SourceFile("own_test.cpp", "#include <gtest/gtest.h>\nTEST(A, B) {}\n");

    Project project =
        CPP.project(
            ProjectTrees.brief(
                "14.2.0", List.of(new SourceFile("solution.cpp", "")), List.of(google)));

    assertThat(project.leftOut())
        .containsExactly(
            new LeftOut("tests/own_test.cpp", "it needs a test framework to be installed"));
    assertThat(project.commands().test()).isEmpty();
    assertThat(project.support()).isEmpty();
  }

  @Test
  void aProgramIsBuiltByMake() {
    Project project = PLAIN.project(ProjectTrees.program("14.2.0", CODE));

    assertThat(ProjectTrees.text(project, "Makefile"))
        .contains("all: build/solution\n")
        .contains("build/solution: $(FILES)\n\t@mkdir -p build\n\t$(CC) $(CFLAGS) -iquote src");
    assertThat(project.commands())
        .isEqualTo(new Project.Commands("", "", "make && build/solution"));
  }
}
