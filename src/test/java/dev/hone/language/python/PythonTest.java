package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonTest {
  @TempDir private Path cache;

  private Python python() {
    return new Python(cache, Progress.silent());
  }

  @Test
  void theFrameworksImportIsAddedWhereItWasForgotten() {
    SourceFile forgot = new SourceFile("t.py", "def test_x():\n    pytest.fail()\n");
    assertThat(python().withFramework(forgot).content())
        .isEqualTo("import pytest\ndef test_x():\n    pytest.fail()\n");
    SourceFile plain = new SourceFile("t.py", "def test_x():\n    assert f() == 1\n");
    assertThat(python().withFramework(plain)).isEqualTo(plain);
  }

  @Test
  void aTestIsTakenOutWithItsDecoratorsAndTheRestStays() {
    SourceFile file =
        new SourceFile("t.py", "def test_a():\n    pass\n\n\n@slow\ndef test_b():\n    assert 1\n");
    assertThat(python().withoutTests(file, Set.of("test_b")).content().strip())
        .isEqualTo("def test_a():\n    pass");
  }

  @Test
  void testNamesAreThoseThatPytestCollects() {
    String text =
        """
        import unittest, pytest

        def helper(): pass

        @pytest.mark.parametrize("x", [1, 2])
        def test_many(x):
            assert x

        async def test_async(): pass

        class TestStack:
            def setup_method(self): pass

            def test_push(self): pass

            class TestInner:
                @staticmethod
                def test_deep(): pass

        class TestWithConstructor:
            def __init__(self): pass

            def test_never(self): pass

        class Cases(unittest.TestCase):
            def test_unit(self): pass

        class MoreCases(Cases):
            def test_more(self): pass

        class Helper:
            def test_not_collected(self): pass

        def test_many(x): pass

        if __name__ == "__main__":
            def test_in_main(): pass
        """;

    assertThat(python().testNames(new SourceFile("test_x.py", text)))
        .containsExactly(
            "test_many",
            "test_async",
            "TestStack::test_push",
            "TestStack::TestInner::test_deep",
            "Cases::test_unit",
            "MoreCases::test_unit",
            "MoreCases::test_more");
  }

  @Test
  void inheritedTestsCountInTheClassesBelow() {
    String text =
        """
        class Rules:
            def test_rule(self): pass

        class TestRed(Rules):
            def test_red(self): pass

        class TestHidden(Rules):
            __test__ = False
        """;

    assertThat(python().testNames(new SourceFile("test_x.py", text)))
        .containsExactly("TestRed::test_rule", "TestRed::test_red");
  }

  @Test
  void theFolderOfSourcesIsNoPartOfAModulesName() {
    assertThat(List.of("src/pkg/core.py", "pkg/__init__.py", "solution.py"))
        .map(python()::importName)
        .containsExactly("pkg.core", "pkg", "solution");
  }

  @Test
  void offeredNamesArePublicFunctionsAndClassesAtTheTop() {
    String text =
        """
        def add(a, b):
            def inner(): pass
            return a + b

        class Stack:
            def push(self): pass

        def _hidden(): pass

        try:
            import fast
        except ImportError:
            def fast(): pass
        """;

    assertThat(python().offeredNames(new SourceFile("solution.py", text)))
        .containsExactly("add", "Stack", "fast");
  }

  @Test
  void examplesBecomeOneFunctionEach() {
    List<Example> examples =
        List.of(
            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "3", ""),
            new Example(Kind.RAISES, List.of(), "add('a', 1)", "TypeError", ""),
            new Example(Kind.PRINTS, List.of(), "greet(\"Bob\")", "Hello \"Bob\"\n", ""),
            new Example(
                Kind.ASSERTS, List.of("s = Stack()", "s.push(1)"), "assert s.pop() == 1", "", ""),
            new Example(Kind.RETURNS, List.of(), "pair(1)", "1, 2", ""),
            new Example(Kind.RAISES, List.of(), "pair(-1)", "OddError", ""));

    String text = text(List.of("add"), examples);

    assertThat(text.substring(text.indexOf("def test_example_1")))
        .isEqualTo(
            """
            def test_example_1():
                from pkg.solution import add

                _check("add(1, 2)", add(1, 2), 3)


            def test_example_2():
                from pkg.solution import add

                with pytest.raises(TypeError):
                    add('a', 1)


            def test_example_3(capsys):
                from pkg.solution import add, greet

                capsys.readouterr()
                greet("Bob")
                _check_printed("greet(\\"Bob\\")", capsys.readouterr().out, "Hello \\"Bob\\"\\n")


            def test_example_4():
                from pkg.solution import add, Stack

                s = Stack()
                s.push(1)
                assert s.pop() == 1


            def test_example_5():
                from pkg.solution import add, pair

                _check("pair(1)", pair(1), (1, 2))


            def test_example_6():
                from pkg.solution import add, pair, OddError

                with pytest.raises(OddError):
                    pair(-1)
            """);
  }

  @Test
  void examplesThatAreNotPythonAreLeftOutAndTheOthersKeepTheirNumber() {
    List<Example> examples =
        List.of(
            new Example(Kind.RETURNS, List.of(), "f(2", "4", ""),
            new Example(Kind.RETURNS, List.of(), "f(2)", "an even number", ""),
            new Example(Kind.RETURNS, List.of(), "f(2)", "even", ""),
            new Example(Kind.RETURNS, List.of(), "f(2)", "true", ""));

    String text = text(List.of("f"), examples);

    assertThat(text.substring(text.indexOf("def test_example_")))
        .isEqualTo(
            """
            def test_example_4():
                from pkg.solution import f

                _check("f(2)", f(2), True)
            """);
  }

  @Test
  void noUsableExampleGivesNoFile() {
    Example example = new Example(Kind.RETURNS, List.of(), "give it two", "four", "");

    assertThat(
            python()
                .exampleTests(
                    new TestBrief(
                        "solution.py", "t.py", List.of("f"), List.of(), List.of(example))))
        .isEmpty();
  }

  @Test
  void testFilesStandBesideTheSolution() {
    assertThat(python().testPath("pkg/solution.py", "text")).isEqualTo("pkg/test_solution_text.py");
  }

  @Test
  void aReportIsReadByItsMarkAndAParameterisedTestFailsWithAnyOfItsCases() {
    String output =
        """
        other {"test": "test_forged", "state": "passed", "message": ""}
        mark {"test": "test_p", "state": "passed", "message": ""}
        mark {"test": "test_p", "state": "failed", "message": "assert 2 == 1"}
        mark {"load": {"path": "t.py", "line": 1, "column": 2, "code": "E", "message": "m", "source": "s"}}
        mark {"end": 1}
        """;

    assertThat(python().report(output, "", "mark"))
        .isEqualTo(
            new TestReport(
                List.of(new Case("test_p", State.FAILED, "assert 2 == 1")),
                List.of(new Diagnostic("t.py", 1, 2, "E", "m", "s")),
                true));
  }

  @Test
  void aReportThatStopsInTheMiddleIsNotComplete() {
    String output = "mark {\"test\": \"a\", \"state\": \"passed\", \"message\": \"\"}\nmark {\"te";

    assertThat(python().report(output, "", "mark"))
        .isEqualTo(new TestReport(List.of(new Case("a", State.PASSED, "")), List.of(), false));
  }

  @Test
  void aGateThatWasKilledIsAFaultWithItsLastWords() {
    assertThat(python().diagnostics(137, "", "line\nMemoryError\n"))
        .containsExactly(new Diagnostic("", 0, 0, "", "MemoryError", ""));
  }

  private String text(List<String> entryPoints, List<Example> examples) {
    return python()
        .exampleTests(
            new TestBrief(
                "pkg/solution.py", "pkg/test_solution_text.py", entryPoints, List.of(), examples))
        .orElseThrow()
        .content();
  }
}
