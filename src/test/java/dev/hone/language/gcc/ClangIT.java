package dev.hone.language.gcc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hone.language.Diagnostic;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds the runner by clang, as on a machine without gcc, and judges a small file with it.
class ClangIT {
  private static final String MARK = "m4rk";

  @TempDir private Path folder;

  @Test
  void testsOfCAreBuiltAndToldApart() throws IOException, InterruptedException {
    TestReport report = report(Dialect.C, "clang", "solution.h", "hone_test.h");

    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("test_right", State.PASSED),
            tuple("test_wrong", State.FAILED),
            tuple("test_overflow", State.ERROR),
            tuple("test_last", State.PASSED));
    // Without clang's own library a check only ends the process.
    assertThat(report.cases().get(2).message())
        .containsAnyOf("signed integer overflow", "undefined behaviour");
  }

  @Test
  void testsOfCppAreBuiltAndToldApart() throws IOException, InterruptedException {
    TestReport report = report(Dialect.CPP, "clang++", "solution.hpp", "hone_test.hpp");

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("test_right", State.PASSED),
            tuple("test_wrong", State.FAILED),
            tuple("test_overflow", State.ERROR),
            tuple("test_last", State.PASSED));
  }

  @Test
  void aFaultHasItsPlaceAndItsLine() throws IOException, InterruptedException {
    Path built = built(Dialect.C, "clang");
    write("solution.c", "int half(int a) {\n  return a / 2\n}\n");

    Programs.Answer answer = run(built, "check", "solution.c");

    assertThat(GccReports.check(answer.exit(), answer.output(), ""))
        .containsExactly(
            new Diagnostic(
                "solution.c", 2, 15, "", "expected ';' after return statement", "return a / 2"));
  }

  private TestReport report(Dialect dialect, String program, String header, String checks)
      throws IOException, InterruptedException {
    Path built = built(dialect, program);
    write("solution" + dialect.extension(), "int add(int a, int b) { return a + b; }\n");
    write(
        "test_solution" + dialect.extension(),
        """
        #include "%s"
        #include "%s"
        void test_right(void) { CHECK_EQ(add(1, 2), 3); }
        void test_wrong(void) { CHECK_EQ(add(1, 2), 4); }
        void test_overflow(void) { CHECK_EQ(add(2147483647, 1), 0); }
        void test_last(void) { CHECK(add(0, 0) == 0); }
        """
            .formatted(header, checks));
    Programs.Answer answer = run(built, "tests", "test_solution" + dialect.extension());
    return GccReports.tests(answer.output(), MARK);
  }

  private Path built(Dialect dialect, String program) throws IOException, InterruptedException {
    assumeFalse(Programs.onPath(program).isEmpty(), program + " is not installed here");
    Compiler clang = Compiler.find(dialect, List.of(program));
    Path built = Files.createDirectory(folder.resolve("built"));
    new BuiltRunner(dialect, clang, FrameworkPlaces.of(List.of())).build(built, built);
    Files.createDirectory(folder.resolve("box"));
    return built;
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve("box").resolve(name), content);
  }

  private Programs.Answer run(Path built, String mode, String file)
      throws IOException, InterruptedException {
    String command =
        "cd '%s' && echo %s | '%s/runner' %s '%s/settings' %s 2>/dev/null"
            .formatted(folder.resolve("box"), MARK, built, mode, built, file);
    return Programs.run(List.of("/bin/sh", "-c", command));
  }
}
