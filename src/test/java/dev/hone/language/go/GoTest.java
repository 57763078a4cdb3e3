package dev.hone.language.go;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoTest {
  private static final String TESTS =
      """
      package solution

      import (
      \t"strings"
      \t"testing"
      )

      // TestUp is the first.
      func TestUp(t *testing.T) {
      \tif Up("a") != strings.ToUpper("a") {
      \t\tt.Fail()
      \t}
      }

      func Test(t *testing.T) {}

      func TestMain(m *testing.M) {}

      func Testify(t *testing.T) {}

      func TestHelper(t *testing.T, n int) {}

      func FuzzUp(f *testing.F) {}

      func BenchmarkUp(b *testing.B) {}

      func ExampleUp() {
      \tUp("a")
      \t// Output: A
      }

      func ExampleSilent() {}
      """;

  private final Go go = new Go(Path.of("unused"), Progress.silent());

  private static SourceFile file(String text) {
    return new SourceFile("solution_test.go", text);
  }

  @Test
  void testNamesAreThoseThatGoTestRuns() {
    assertThat(go.testNames(file(TESTS))).containsExactly("TestUp", "Test", "FuzzUp", "ExampleUp");
  }

  @Test
  void aLineBelongsToTheTestAroundIt() {
    assertThat(go.testAt(file(TESTS), 10)).contains("TestUp");
    assertThat(go.testAt(file(TESTS), 4)).isEmpty();
    assertThat(go.testAt(file(TESTS), 17)).isEmpty();
  }

  @Test
  void aTestGoesWithItsCommentAndTheImportsThatOnlyItUsed() {
    String text =
        go.withoutTests(file(TESTS), Set.of("TestUp", "Test", "FuzzUp", "ExampleUp")).content();

    assertThat(text)
        .isEqualTo(
            """
            package solution

            import (
            \t"testing"
            )

            func TestMain(m *testing.M) {}

            func Testify(t *testing.T) {}

            func TestHelper(t *testing.T, n int) {}

            func BenchmarkUp(b *testing.B) {}

            func ExampleSilent() {}
            """);
    assertThat(go.withoutTests(file(TESTS), Set.of("TestOther")).content()).isEqualTo(TESTS);
  }

  @Test
  void offeredNamesAreFunctionsAndTypes() {
    assertThat(
            go.offeredNames(
                file(
                    """
                    package solution

                    type Stack struct{}

                    type (
                    \tA int
                    \tB = string
                    )

                    func (s *Stack) Push(n int) {}

                    func New() *Stack { return nil }

                    func init() {}
                    """)))
        .containsExactly("Stack", "A", "B", "New");
  }

  @Test
  void pathsAndPackageNamesFollowTheSolution() {
    assertThat(go.testPath("lib/math.go", "text")).isEqualTo("lib/math_text_test.go");
    assertThat(go.importName("solution.go")).isEqualTo("solution");
    assertThat(go.importName("lib/math.go")).isEqualTo("lib");
  }

  @Test
  void aFileThatDoesNotParseIsFaulty() {
    assertThat(go.syntaxFaults(file("package solution\n\nfunc F( {\n")))
        .extracting(Diagnostic::path)
        .containsExactly("solution_test.go");
    assertThat(go.syntaxFaults(file(TESTS))).isEmpty();
  }

  @Test
  void aTestFileGetsTheImportsThatItForgot() {
    assertThat(
            go.withFramework(file("package solution\n\nfunc TestF(t *testing.T) {}\n")).content())
        .isEqualTo(
            "package solution\n\nimport (\n\t\"testing\"\n)\n\nfunc TestF(t *testing.T) {}\n");
    assertThat(go.withFramework(file(TESTS)).content()).isEqualTo(TESTS);
  }

  @Test
  void examplesThatCannotBeExpressedAreLeftOut() {
    TestBrief brief =
        new TestBrief(
            "solution.go",
            "solution_text_test.go",
            List.of("Add"),
            List.of(),
            List.of(
                new Example(Kind.RETURNS, List.of(), "Add(1, 2)", "the sum", ""),
                new Example(Kind.RETURNS, List.of(), "Add(1, 2)", "3", ""),
                new Example(Kind.RETURNS, List.of(), "Add(1, two)", "3", ""),
                new Example(Kind.RETURNS, List.of(), "Other(1)", "3", ""),
                new Example(Kind.RETURNS, List.of("x := ("), "Add(x, 2)", "3", ""),
                new Example(Kind.RAISES, List.of(), "add(1)", "error", "")));

    SourceFile tests = go.exampleTests(brief).orElseThrow();

    assertThat(tests.content())
        .startsWith(
            """
            package solution

            import (
            \t"fmt"
            \t"io"
            \t"math"
            \t"os"
            \t"reflect"
            \t"strings"
            \t"testing"
            )

            func TestExample2(t *testing.T) {
            \tHoneReturns(t, "Add(1, 2)", "3", Add, HoneList{1, 2}, 3)
            }

            func TestExample6(t *testing.T) {
            \tHoneFails(t, "add(1)", func() []any { return HoneCalled(Add, HoneList{1}) })
            }
            """);
    assertThat(go.testNames(go.asGenerated(tests)))
        .containsExactly("TestGenerated2", "TestGenerated6");
  }
}
