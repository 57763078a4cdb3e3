package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs prepared files by the real Go.
class GoIT {
  private static final Go GO = new Go(Path.of("target", "toolchains"), Progress.silent());
  private static final String CODE =
      """
      package solution

      import (
      \t"fmt"
      \t"os"
      )

      func Add(a, b int) int {
      \tfmt.Println("noise")
      \tfmt.Println("\\x16--- PASS: TestWrong (0.00s)")
      \treturn a + b
      }

      func At(items []int, i int) int { return items[i] }

      func Deep(n int) int { return Deep(n+1) + 1 }

      func Leave() { os.Exit(0) }
      """;
  private static final String HEAD = "package solution\n\nimport \"testing\"\n\n";
  private static final String PASSES = HEAD + "func TestAdd(t *testing.T) { Add(1, 2) }\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(GO, folder);
  }

  private static String lines(String... lines) {
    return String.join("\n", lines);
  }

  private static TestReport passed(String... names) {
    return new TestReport(
        List.of(names).stream().map(name -> new Case(name, State.PASSED, "")).toList(),
        List.of(),
        true);
  }

  private static TestReport refused(Diagnostic fault) {
    return new TestReport(List.of(), List.of(), List.of(fault), false);
  }

  @Test
  void everyOutcomeIsReportedByNameWithAShortMessage() {
    SourceFile tests =
        new SourceFile(
            "solution_test.go",
            """
            package solution

            import (
            \t"fmt"
            \t"testing"
            )

            func TestRight(t *testing.T) { Add(1, 2) }

            func TestWrong(t *testing.T) {
            \tif got := Add(1, 2); got != 4 {
            \t\tt.Errorf("Add(1, 2) = %d, want 4", got)
            \t}
            }

            func TestSkipped(t *testing.T) { t.Skip("later") }

            func TestParts(t *testing.T) {
            \tt.Run("good one", func(t *testing.T) {})
            \tt.Run("bad one", func(t *testing.T) { t.Fatal("no\\nmore") })
            }

            func TestSilent(t *testing.T) { t.Fail() }

            func FuzzAdd(f *testing.F) {
            \tf.Add(1)
            \tf.Fuzz(func(t *testing.T, n int) { Add(n, 1) })
            }

            func ExampleAt() {
            \tfmt.Println(At([]int{7}, 0))
            \t// Output: 8
            }
            """);

    TestReport report = bench.with("solution.go", CODE).with(tests).report("solution_test.go");

    assertThat(report)
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("TestRight", State.PASSED, ""),
                    new Case(
                        "TestWrong", State.FAILED, "solution_test.go:12: Add(1, 2) = 3, want 4"),
                    new Case("TestSkipped", State.SKIPPED, "solution_test.go:16: later"),
                    new Case(
                        "TestParts", State.FAILED, "bad_one: solution_test.go:20: no\n    more"),
                    new Case("TestSilent", State.FAILED, "the test failed without a message"),
                    new Case("ExampleAt", State.FAILED, "printed \"7\", want \"8\""),
                    new Case("FuzzAdd", State.PASSED, "")),
                List.of(),
                true));
    assertThat(GO.testNames(tests))
        .containsExactlyInAnyOrderElementsOf(report.cases().stream().map(Case::name).toList());
  }

  @Test
  void aTestThatEndsTheProcessTakesNoOtherWithIt() {
    TestReport report =
        bench
            .with("solution.go", CODE)
            .with(
                "solution_test.go",
                """
                package solution

                import (
                \t"testing"
                )

                func TestFirst(t *testing.T) {}

                func TestPanics(t *testing.T) {
                \tAt(nil, 3)
                }

                func TestDeep(t *testing.T) { Deep(0) }

                func TestLeaves(t *testing.T) { Leave() }

                func TestElsewhere(t *testing.T) {
                \tdone := make(chan bool)
                \tgo func() { At(nil, 4); done <- true }()
                \t<-done
                }

                func TestLocked(t *testing.T) { <-make(chan int) }

                func TestSide(t *testing.T) { t.Parallel() }

                func TestSidePanics(t *testing.T) { t.Parallel(); panic("side") }

                func TestLast(t *testing.T) {}
                """)
            .report("solution_test.go");

    assertThat(report.complete()).isTrue();
    assertThat(report.cases())
        .containsExactlyInAnyOrder(
            new Case("TestFirst", State.PASSED, ""),
            new Case(
                "TestPanics",
                State.ERROR,
                lines(
                    "solution_test.go:10: At(nil, 3)",
                    "solution.go:14: func At(items []int, i int) int { return items[i] }",
                    "panic: runtime error: index out of range [3] with length 0")),
            new Case(
                "TestDeep",
                State.ERROR,
                lines(
                    "solution_test.go:13: func TestDeep(t *testing.T) { Deep(0) }",
                    "solution.go:16: func Deep(n int) int { return Deep(n+1) + 1 }",
                    "fatal error: stack overflow")),
            new Case(
                "TestLeaves",
                State.ERROR,
                lines(
                    "solution_test.go:15: func TestLeaves(t *testing.T) { Leave() }",
                    "solution.go:18: func Leave() { os.Exit(0) }",
                    "panic: unexpected call to os.Exit(0) during test")),
            new Case(
                "TestElsewhere",
                State.ERROR,
                lines(
                    "solution_test.go:19: go func() { At(nil, 4); done <- true }()",
                    "solution.go:14: func At(items []int, i int) int { return items[i] }",
                    "panic: runtime error: index out of range [4] with length 0")),
            new Case(
                "TestLocked",
                State.ERROR,
                lines(
                    "solution_test.go:23: func TestLocked(t *testing.T) { <-make(chan int) }",
                    "fatal error: all goroutines are asleep - deadlock!")),
            new Case("TestSide", State.PASSED, ""),
            new Case(
                "TestSidePanics",
                State.ERROR,
                lines(
                    "solution_test.go:27: func TestSidePanics(t *testing.T) { t.Parallel(); panic(\"side\") }",
                    "panic: side")),
            new Case("TestLast", State.PASSED, ""));
  }

  @Test
  void whatTheCompilerRefusesIsReportedAsData() {
    String code = "package solution\n\nfunc Add(a, b int) int {\n\tx := 1\n\treturn a\n}\n";
    Diagnostic unused =
        new Diagnostic("solution.go", 4, 2, "UnusedVar", "declared and not used: x", "x := 1");
    bench.with("solution.go", code).with("solution_test.go", PASSES);

    assertThat(bench.report("solution_test.go")).isEqualTo(refused(unused));
    assertThat(bench.gate("solution.go")).containsExactly(unused);
  }

  @Test
  void aMissingPackageAndAWrongSignatureAreNamedWhereTheyStand() {
    bench
        .with("solution.go", CODE)
        .with(
            "a_test.go",
            """
            package solution

            import (
            \t"github.com/stretchr/testify/assert"
            )

            var _ = assert.Equal
            """)
        .with("b_test.go", HEAD + "func TestB(t testing.T) {}\n");

    assertThat(bench.report("a_test.go"))
        .isEqualTo(
            refused(
                new Diagnostic(
                    "a_test.go",
                    4,
                    2,
                    "MissingPackage",
                    "package github.com/stretchr/testify/assert is missing: only the standard"
                        + " library and the code's own packages are here",
                    "\"github.com/stretchr/testify/assert\"")));
    assertThat(bench.report("b_test.go"))
        .isEqualTo(
            refused(
                new Diagnostic(
                    "b_test.go",
                    5,
                    1,
                    "Signature",
                    "wrong signature for TestB, must be: func TestB(t *testing.T)",
                    "func TestB(t testing.T) {}")));
  }

  @Test
  void testsStandInThePackageOrBesideIt() {
    bench
        .with("solution.go", CODE)
        .with("more.go", "package solution\n\nfunc More() int { return Add(1, 1) }\n")
        .with("other_test.go", "no Go, and not asked for\n")
        .with("in_test.go", HEAD + "func TestIn(t *testing.T) { More() }\n")
        .with(
            "out_test.go",
            """
            package solution_test

            import (
            \t"testing"

            \t"example.com/somewhere/solution"
            )

            func TestOut(t *testing.T) { solution.More() }
            """);

    assertThat(bench.report("in_test.go")).isEqualTo(passed("TestIn"));
    assertThat(bench.report("out_test.go")).isEqualTo(passed("TestOut"));
  }

  @Test
  void aModuleMayHavePackagesInFolders() {
    bench
        .with("go.mod", "module example.com/shop\n\ngo 1.21\n")
        .with(
            "main.go",
            lines(
                "package main",
                "",
                "import \"example.com/shop/internal/cart\"",
                "",
                "func Total() int { return cart.Sum(1, 2) }",
                "",
                "func main() {}",
                ""))
        .with("internal/cart/cart.go", "package cart\n\nfunc Sum(a, b int) int { return a + b }\n")
        .with(
            "main_test.go",
            HEAD.replace("solution", "main") + "func TestTotal(t *testing.T) { Total() }\n")
        .with(
            "internal/cart/cart_test.go",
            HEAD.replace("solution", "cart") + "func TestSum(t *testing.T) { Sum(1, 2) }\n");

    assertThat(bench.report("main_test.go")).isEqualTo(passed("TestTotal"));
    assertThat(bench.report("internal/cart/cart_test.go")).isEqualTo(passed("TestSum"));
    assertThat(bench.gate("main.go", "internal/cart/cart.go")).isEmpty();
  }

  @Test
  void testsOfHonesOwnFollowThePackageOfTheCode() {
    bench
        .with("solution.go", CODE.replace("package solution", "package adding"))
        .with("solution_text_test.go", PASSES);

    assertThat(bench.report("solution_text_test.go")).isEqualTo(passed("TestAdd"));
  }

  @Test
  void codeThatCallsItselfAProgramIsNotFollowed() {
    bench
        .with("solution.go", CODE.replace("package solution", "package main"))
        .with("solution_text_test.go", PASSES);

    assertThat(bench.report("solution_text_test.go"))
        .isEqualTo(
            refused(
                new Diagnostic(
                    "solution.go",
                    1,
                    1,
                    "MultiplePackages",
                    "this file is in package main, but solution_text_test.go is in package"
                        + " solution",
                    "package main")));
  }

  @Test
  void codeThatEndsBeforeTheTestsIsALoadError() {
    bench
        .with("solution.go", CODE + "\nfunc init() { Leave() }\n")
        .with("solution_test.go", PASSES);

    assertThat(bench.report("solution_test.go"))
        .isEqualTo(
            new TestReport(
                List.of(),
                List.of(
                    new Diagnostic(
                        "",
                        0,
                        0,
                        "panic",
                        "the program ended with exit code 0 before its first test",
                        "")),
                false));
  }

  @Test
  void theTestsOwnMainIsCalled() {
    bench
        .with("solution.go", CODE)
        .with(
            "solution_test.go",
            """
            package solution

            import (
            \t"os"
            \t"testing"
            )

            var ready bool

            func TestMain(m *testing.M) {
            \tready = true
            \tos.Exit(m.Run())
            }

            func TestReady(t *testing.T) {
            \tif !ready {
            \t\tt.Fatal("not ready")
            \t}
            }
            """);

    assertThat(bench.report("solution_test.go")).isEqualTo(passed("TestReady"));
  }
}
