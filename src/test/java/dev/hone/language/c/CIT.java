package dev.hone.language.c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import dev.hone.verdict.ObservedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compiles and runs prepared files by the real compiler.
class CIT {
  private static final C LANGUAGE = new C(Path.of("target", "toolchains"), Progress.silent());
  private static final String ADD = "int add(int a, int b) { return a + b; }\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(LANGUAGE, folder);
  }

  @Test
  void everyOutcomeIsReportedByNameAndOneEndsNoOther() {
    bench
        .with("solution.c", ADD)
        .with(
            "test_solution.c",
            """
            #include "solution.h"
            #include "hone_test.h"

            static void test_right(void) { CHECK_EQ(add(1, 2), 3); }
            static void test_wrong(void) { CHECK_EQ(add(1, 2), 4); }
            void test_assert(void) { assert(add(1, 2) == 4); }
            void test_exit(void) { exit(0); }
            static int deeper(int *p) { int x[64] = {*p}; x[0]++; return deeper(x) + x[1]; }
            void test_overflow(void) { int one = 1; CHECK_EQ(deeper(&one), 1); }
            void test_undefined(void) { CHECK_EQ(add(2147483647, 1), 0); }
            void test_abort(void) { abort(); }
            void test_last(void) { CHECK(add(0, 0) == 0); }
            """);

    TestReport report = bench.report("test_solution.c");

    assertThat(report.cases())
        .containsExactly(
            new Case("test_right", State.PASSED, ""),
            new Case(
                "test_wrong", State.FAILED, "test_solution.c:5: add(1, 2) returned 3, expected 4"),
            new Case(
                "test_assert",
                State.FAILED,
                "test_solution.c:6: test_assert: Assertion `add(1, 2) == 4' failed."),
            new Case(
                "test_exit",
                State.ERROR,
                "the process ended with exit code 0 before the test came to its end"),
            new Case(
                "test_overflow",
                State.ERROR,
                "the stack overflowed: recursion without end, or a large local array"),
            new Case(
                "test_undefined",
                State.ERROR,
                "solution.c:1:34: runtime error: signed integer overflow: 2147483647 + 1 cannot be"
                    + " represented in type 'int'"),
            new Case("test_abort", State.ERROR, "it was ended by signal 6 (Aborted)"),
            new Case("test_last", State.PASSED, ""));
    assertThat(report.complete()).isTrue();
  }

  @Test
  void whatTheCodePrintsDoesNotReachTheReport() {
    bench
        .with(
            "solution.c",
            "#include <stdio.h>\nvoid speak(void) { printf(\"m4rk {\\\"end\\\":0}\"); }\n")
        .with("test_solution.c", "#include \"solution.h\"\nvoid test_speaks(void) { speak(); }\n");

    assertThat(bench.report("test_solution.c").cases())
        .containsExactly(new Case("test_speaks", State.PASSED, ""));
  }

  @Test
  void aForgottenHeaderIsAFaultThoughTheTestIncludesIt() {
    bench
        .with("solution.c", "int size(const char *s) {\n  return (int)strlen(s);\n}\n")
        .with(
            "test_solution.c",
            """
            #include <string.h>
            #include "solution.h"
            #include "hone_test.h"
            void test_size(void) { CHECK_EQ(size("ab"), 2); }
            """);

    TestReport report = bench.report("test_solution.c");

    assertThat(report.cases()).isEmpty();
    assertThat(report.buildErrors())
        .extracting(Diagnostic::path, Diagnostic::line, Diagnostic::sourceLine)
        .containsExactly(tuple("solution.c", 2, "return (int)strlen(s);"));
    assertThat(report.buildErrors().getFirst().message()).contains("strlen", "<string.h>");
  }

  @Test
  void aTestThatDoesNotCompileIsNamedByItsLine() {
    bench
        .with("solution.c", ADD)
        .with(
            "test_solution.c",
            """
            #include "solution.h"
            #include "hone_test.h"
            void test_right(void) { CHECK_EQ(add(1, 2), 3); }
            void test_more(void) { CHECK_EQ(add(1, 2, 3), 6); }
            """);

    assertThat(bench.report("test_solution.c").buildErrors())
        .extracting(Diagnostic::path, Diagnostic::line)
        .first()
        .isEqualTo(tuple("test_solution.c", 4));
  }

  @Test
  void aFunctionThatIsNotThereIsALinkersFault() {
    bench
        .with("solution.h", "int add(int a, int b);\n")
        .with("solution.c", "#include \"solution.h\"\n")
        .with(
            "test_solution.c",
            "#include \"solution.h\"\n#include \"hone_test.h\"\nvoid test_add(void) {"
                + " CHECK_EQ(add(1, 2), 3); }\n");

    assertThat(bench.report("test_solution.c").buildErrors())
        .containsExactly(new Diagnostic("", 0, 0, "link", "undefined reference to 'add'", ""));
  }

  @Test
  void aSourceWithItsHeaderAHeaderAloneAndAnIncludedSourceAreTestedAlike() {
    String test =
        "#include \"solution.%s\"\n#include <assert.h>\nvoid test_add(void) { assert(add(1, 2) == 3); }\n";
    Case passed = new Case("test_add", State.PASSED, "");

    bench
        .with("solution.h", "#ifndef S\n#define S\nint add(int a, int b);\n#endif\n")
        .with("solution.c", "#include \"solution.h\"\n" + ADD)
        .with("test_a.c", test.formatted("h"))
        .with("test_b.c", test.formatted("c"));
    assertThat(bench.report("test_a.c").cases()).containsExactly(passed);
    assertThat(bench.report("test_b.c").cases()).containsExactly(passed);
  }

  @Test
  void aSourceThatIncludesAHeaderOfItsOwnThatWasNotGivenIsTested() {
    bench
        .with("solution.c", "#include \"solution.h\"\n" + ADD)
        .with(
            "test_solution.c",
            """
            #include "solution.h"
            #include <assert.h>
            void test_add(void) { assert(add(1, 2) == 3); }
            """);

    assertThat(bench.report("test_solution.c").cases())
        .containsExactly(new Case("test_add", State.PASSED, ""));
  }

  @Test
  void aFrameworkThatIsNotInstalledSaysHowToGetIt() {
    assumeFalse(
        Files.exists(Path.of("/usr/local/include/unity"))
            || Files.exists(Path.of("/usr/local/include/unity.h")),
        "Unity is installed here");
    bench
        .with("solution.c", ADD)
        .with("test_solution.c", "#include <unity.h>\nint main(void) { return 0; }\n");

    assertThatThrownBy(() -> bench.report("test_solution.c"))
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("Unity");
  }

  @Test
  void aHeaderAloneStandsForTheSourceToo() {
    bench
        .with(
            "solution.h",
            "#ifndef S\n#define S\nstatic inline int add(int a, int b) { return a + b; }\n#endif\n")
        .with("test_a.c", "#include \"solution.h\"\nint main(void) { return add(1, 2) != 3; }\n")
        .with("test_b.c", "#include \"solution.c\"\nint main(void) { return add(1, 2) == 3; }\n");

    assertThat(bench.report("test_a.c").cases())
        .containsExactly(new Case("main", State.PASSED, ""));
    assertThat(bench.report("test_b.c").cases())
        .containsExactly(
            new Case(
                "main",
                State.FAILED,
                "the process ended with exit code 1 before the test came to its end"));
  }

  @Test
  void aSolutionWithADemoProgramIsStillTested() {
    bench
        .with(
            "solution.c",
            "#include <stdio.h>\n"
                + ADD
                + "int main(void) { printf(\"%d\", add(1, 2)); return 0; }\n")
        .with(
            "test_solution.c",
            "int add(int a, int b);\n#include <assert.h>\nint main(void) { assert(add(1, 2) == 3); }\n");

    assertThat(bench.report("test_solution.c").cases())
        .containsExactly(new Case("main", State.PASSED, ""));
  }

  @Test
  void theGateNamesTheFirstFaultAndPassesRightCode() {
    bench.with("solution.c", ADD + "int half(int a) {\n  return a / 2\n}\n").with("right.c", ADD);

    assertThat(bench.gate("right.c")).isEmpty();
    assertThat(bench.gate("solution.c"))
        .containsExactly(
            new Diagnostic(
                "solution.c", 3, 15, "", "expected ';' before '}' token", "return a / 2"));
  }

  @Test
  void examplesOfEveryKindOfValueRun() {
    bench.with(
        "solution.c",
        """
        #include <ctype.h>
        #include <stdbool.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>

        int add(int a, int b) { return a + b; }
        double half(double a) { return a / 2; }
        bool even(int a) { return a % 2 == 0; }
        char first(const char *s) { return s[0]; }
        char *twice(const char *s) {
          char *r = malloc(2 * strlen(s) + 1);
          strcpy(r, s);
          return strcat(r, s);
        }
        void shout(char *s) { for (; *s; s++) *s = (char)toupper((unsigned char)*s); }
        long long total(const int *items, size_t count) {
          long long sum = 0;
          for (size_t i = 0; i < count; i++) sum += items[i];
          return sum;
        }
        void negate(int items[], int n) { for (int i = 0; i < n; i++) items[i] = -items[i]; }
        int *evens(const int *items, int n, int *returnSize) {
          int *r = malloc(sizeof(int) * (size_t)(n + 1));
          *returnSize = 0;
          for (int i = 0; i < n; i++) if (items[i] % 2 == 0) r[(*returnSize)++] = items[i];
          return r;
        }
        const char *longest(const char **words, int count) {
          const char *best = NULL;
          for (int i = 0; i < count; i++) if (!best || strlen(words[i]) > strlen(best)) best = words[i];
          return best;
        }
        void greet(const char *name) { printf("Hello, %s\\n", name); }
        """);
    List<Example> examples =
        List.of(
            returns("add(1, 2)", "3"),
            returns("half(1)", "0.5"),
            returns("even(4)", "True"),
            returns("first(\"abc\")", "'a'"),
            returns("twice('ab')", "'abab'"),
            returns("shout('ab')", "\"AB\""),
            returns("total([1, 2, 3])", "6"),
            returns("total({}, 0)", "0"),
            returns("negate([1, -2])", "[-1, 2]"),
            returns("evens([1, 2, 4])", "[2, 4]"),
            returns("longest([\"a\", \"bcd\"])", "\"bcd\""),
            returns("longest([])", "None"),
            new Example(Kind.PRINTS, List.of(), "greet(\"Ada\")", "Hello, Ada", ""),
            new Example(Kind.ASSERTS, List.of("int x = add(1, 1);"), "x == 2", "", ""),
            returns("total([1, \"a\"])", "1"),
            returns("add(1, 2)", "4"),
            returns("twice(\"\u00e9\")", "\"\u00e9\u00e9\\n\""),
            returns("evens([1, 3])", "[]"),
            returns("evens([1, 2, 4])", "[2]"),
            returns("negate([1, -2])", "[1, 2]"),
            returns("longest([])", "\"a\""),
            returns("even(3)", "1"),
            returns("first(\"'\")", "'\"'"),
            returns("half(1)", "0.4"));
    TestBrief brief =
        new TestBrief(
            "solution.c",
            "test_solution_text.c",
            List.of("add"),
            List.of(
                "int add(int a, int b)",
                "double half(double a);",
                "bool even(int a)",
                "char first(const char *s)",
                "char *twice(const char *s)",
                "void shout(char *s)",
                "long long total(const int *items, size_t count)",
                "void negate(int items[], int n)",
                "int *evens(const int *items, int n, int *returnSize)",
                "const char *longest(const char **words, int count)",
                "void greet(const char *name)"),
            examples);

    SourceFile tests = LANGUAGE.exampleTests(brief).orElseThrow();
    TestReport report = bench.with(tests).report("test_solution_text.c");

    // Values that are compared outside are the same ones.
    TestReport observed = new ObservedRun(LANGUAGE, bench).report(tests);
    assertThat(ObservedRun.states(observed)).isEqualTo(ObservedRun.states(report));
    assertThat(observed.cases().get(14).message()).isEqualTo(report.cases().get(14).message());

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .filteredOn(one -> one.state() != State.PASSED)
        .extracting(Case::name, Case::state)
        .containsExactly(
            tuple("test_example_16", State.FAILED),
            tuple("test_example_17", State.FAILED),
            tuple("test_example_19", State.FAILED),
            tuple("test_example_20", State.FAILED),
            tuple("test_example_21", State.FAILED),
            tuple("test_example_22", State.FAILED),
            tuple("test_example_23", State.FAILED),
            tuple("test_example_24", State.FAILED));
    assertThat(report.cases().get(14).message())
        .endsWith(".c:82: add(1, 2) returned 3, expected 4");
    assertThat(report.cases()).hasSize(23);
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, call + " == " + expected);
  }
}
