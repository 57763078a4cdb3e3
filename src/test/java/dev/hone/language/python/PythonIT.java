package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.TestBrief;
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

/// Runs prepared files by the real interpreter and the real pytest, which pip fetches once.
class PythonIT {
  private static final Python PYTHON =
      new Python(Path.of("target", "toolchains"), Progress.silent());
  private static final String ADD = "def add(a, b):\n    print('noise')\n    return a + b\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(PYTHON, folder);
  }

  @Test
  void everyOutcomeIsReportedByNameWithAShortMessage() {
    bench
        .with("solution.py", ADD + "\ndef first(items):\n    return items[0]\n")
        .with(
            "test_solution.py",
            """
            import pytest, unittest
            from solution import add, first

            def test_right():
                assert add(1, 2) == 3

            def test_wrong():
                assert add(1, 2) == 4

            def test_breaks():
                first([])

            def test_raises_nothing():
                with pytest.raises(TypeError):
                    add(1, 2)

            @pytest.mark.skip(reason="later")
            def test_skipped(): pass

            @pytest.mark.parametrize("x", [1, 2])
            def test_many(x):
                assert x == 1

            async def test_async():
                assert add(1, 1) == 2

            class TestGroup:
                def test_inner(self): pass

            class Cases(unittest.TestCase):
                def test_unit(self):
                    self.assertEqual(add(1, 2), 4)
            """);

    assertThat(bench.report("test_solution.py"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("test_right", State.PASSED, ""),
                    new Case(
                        "test_wrong",
                        State.FAILED,
                        "test_solution.py:8: assert add(1, 2) == 4\n"
                            + "assert 3 == 4\n +  where 3 = add(1, 2)"),
                    new Case(
                        "test_breaks",
                        State.ERROR,
                        "test_solution.py:11: first([])\nsolution.py:6: return items[0]\n"
                            + "IndexError: list index out of range"),
                    new Case(
                        "test_raises_nothing",
                        State.FAILED,
                        "test_solution.py:14: with pytest.raises(TypeError):\n"
                            + "DID NOT RAISE <class 'TypeError'>"),
                    new Case("test_skipped", State.SKIPPED, "Skipped: later"),
                    new Case(
                        "test_many",
                        State.FAILED,
                        "test_solution.py:22: assert x == 1\nassert 2 == 1"),
                    new Case("test_async", State.PASSED, ""),
                    new Case("TestGroup::test_inner", State.PASSED, ""),
                    new Case(
                        "Cases::test_unit",
                        State.FAILED,
                        "test_solution.py:32: self.assertEqual(add(1, 2), 4)\n3 != 4")),
                List.of(),
                true));
  }

  @Test
  void whatTheCodePrintsGoesToStandardErrorAndInputIsEmpty() {
    bench
        .with("solution.py", ADD)
        .with(
            "test_solution.py",
            """
            import os, sys, pytest
            from solution import add

            def test_streams():
                print("printed"); os.write(1, b"raw\\n")
                assert sys.stdin.read() == ""
                with pytest.raises(EOFError):
                    input()
            """);

    Workbench.Run run = bench.tests("test_solution.py");

    assertThat(run.output().lines()).hasSize(2).allMatch(line -> line.startsWith("m4rk {"));
    assertThat(run.errors()).contains("printed", "raw");
  }

  @Test
  void anExitWhileTheSolutionIsLoadedIsALoadError() {
    bench
        .with("solution.py", "import sys\nsys.exit(0)\n")
        .with("test_solution.py", "from solution import add\ndef test_a(): pass\n");

    assertThat(bench.report("test_solution.py"))
        .isEqualTo(
            new TestReport(
                List.of(),
                List.of(
                    new Diagnostic(
                        "solution.py",
                        2,
                        0,
                        "SystemExit",
                        "the file ends the program while it is loaded",
                        "sys.exit(0)")),
                true));
  }

  @Test
  void aHardExitNeverLooksLikeAnEnd() {
    bench
        .with("solution.py", "import os\nos._exit(0)\n")
        .with("test_solution.py", "from solution import add\ndef test_a(): pass\n");

    assertThat(bench.report("test_solution.py"))
        .isEqualTo(new TestReport(List.of(), List.of(), false));
  }

  @Test
  void exitsInATestAreNoPasses() {
    bench.with(
        "test_solution.py",
        """
        import os, sys

        def test_soft():
            sys.exit(0)

        def test_hard():
            os._exit(0)
        """);

    assertThat(bench.report("test_solution.py"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case(
                        "test_soft",
                        State.ERROR,
                        "test_solution.py:4: sys.exit(0)\nSystemExit: 0")),
                List.of(),
                false));
  }

  @Test
  void filesThatStandInForTheRunnerChangeNothing() {
    String pass = "def pytest_runtest_makereport(item, call):\n    return 1 / 0\n";
    bench
        .with("solution.py", ADD)
        .with("pytest.py", "raise SystemExit(0)\n")
        .with("sitecustomize.py", "raise SystemExit(0)\n")
        .with("json.py", "raise SystemExit(0)\n")
        .with("conftest.py", pass)
        .with("pytest.ini", "[pytest]\naddopts = --collect-only\n")
        .with(
            "test_solution.py",
            "from solution import add\ndef test_wrong():\n    assert add(1, 2) == 4\n");

    assertThat(bench.report("test_solution.py").cases())
        .extracting(Case::state)
        .containsExactly(State.FAILED);
  }

  @Test
  void aPatchedReportClassDoesNotTurnAFailureIntoAPass() {
    bench
        .with(
            "solution.py",
            """
            import _pytest.reports
            _pytest.reports.TestReport.outcome = property(lambda s: "passed", lambda s, v: None)
            def add(a, b): return 0
            """)
        .with(
            "test_solution.py",
            "from solution import add\ndef test_wrong():\n    assert add(1, 2) == 3\n");

    assertThat(bench.report("test_solution.py").cases())
        .extracting(Case::state)
        .containsExactly(State.FAILED);
  }

  @Test
  void oneFileThatCannotBeLoadedDoesNotStopTheOthers() {
    bench
        .with("solution.py", ADD)
        .with("test_a.py", "from solution import nothing\ndef test_a(): pass\n")
        .with("test_b.py", "def test_b(:\n")
        .with("test_c.py", "from solution import add\ndef test_c(): add(1, 2)\n");

    assertThat(bench.report("test_a.py", "test_b.py", "test_c.py"))
        .isEqualTo(
            new TestReport(
                List.of(new Case("test_c", State.PASSED, "")),
                List.of(
                    new Diagnostic(
                        "test_a.py",
                        1,
                        0,
                        "ImportError",
                        "cannot import name 'nothing' from 'solution' (solution.py)",
                        "from solution import nothing"),
                    new Diagnostic(
                        "test_b.py", 1, 12, "SyntaxError", "invalid syntax", "def test_b(:")),
                true));
  }

  @Test
  void examplesTellCallActualAndExpected() {
    bench
        .with("solution.py", ADD + "def half(x):\n    return x * 0.1 * 5\n")
        .with(
            PYTHON
                .exampleTests(
                    new TestBrief(
                        "solution.py",
                        "test_solution_text.py",
                        List.of("add"),
                        List.of(),
                        List.of(
                            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "4", ""),
                            new Example(Kind.RETURNS, List.of(), "half(3)", "1.5", ""),
                            new Example(Kind.RAISES, List.of(), "add('a', 1)", "TypeError", ""),
                            new Example(Kind.PRINTS, List.of(), "add(1, 2)", "noise", ""),
                            new Example(Kind.PRINTS, List.of(), "add(1, 2)", "silence", ""),
                            new Example(Kind.RETURNS, List.of(), "lost(1)", "1", ""))))
                .orElseThrow());

    assertThat(bench.report("test_solution_text.py"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("test_example_1", State.FAILED, "add(1, 2) returned 3, expected 4"),
                    new Case("test_example_2", State.PASSED, ""),
                    new Case("test_example_3", State.PASSED, ""),
                    new Case("test_example_4", State.PASSED, ""),
                    new Case(
                        "test_example_5",
                        State.FAILED,
                        "add(1, 2) printed 'noise\\n', expected 'silence'"),
                    new Case(
                        "test_example_6",
                        State.ERROR,
                        "test_solution_text.py:108: from solution import add, lost\n"
                            + "ImportError: cannot import name 'lost' from 'solution'"
                            + " (solution.py)")),
                List.of(),
                true));
  }

  @Test
  void theGateFindsSyntaxNamesAndModulesWithoutRunningAnything() {
    bench
        .with("broken.py", "def f(:\n    pass\n")
        .with(
            "solution.py",
            """
            import lodash
            import helper
            print("this would run")
            def f(x: List[int]) -> int:
                return math.floor(x[0])
            """)
        .with("helper.py", "def g(): return [y for y in (1, 2)]\n");

    assertThat(bench.gate("broken.py", "solution.py", "helper.py"))
        .containsExactly(
            new Diagnostic("broken.py", 1, 7, "SyntaxError", "invalid syntax", "def f(:"),
            new Diagnostic(
                "solution.py",
                1,
                1,
                "ModuleNotFoundError",
                "no module named 'lodash': there is no such file and no third-party packages here;"
                    + " use the standard library",
                "import lodash"),
            new Diagnostic(
                "solution.py",
                4,
                10,
                "NameError",
                "name 'List' is not defined",
                "def f(x: List[int]) -> int:"),
            new Diagnostic(
                "solution.py",
                5,
                12,
                "NameError",
                "name 'math' is not defined",
                "return math.floor(x[0])"));
  }

  @Test
  void soundCodePassesTheGate() {
    bench.with(
        "solution.py",
        """
        from __future__ import annotations
        import functools
        from dataclasses import dataclass, field
        try:
            import numpy
        except ImportError:
            numpy = None
        total = 0
        @dataclass
        class Node:
            value: int
            next: Node | Unknown = None
            def walk(self):
                node = self
                while node:
                    yield (last := node.value)
                    node = node.next
                return __class__, last
        def count():
            global total, fresh
            total += 1
            fresh = [i for i in range(total) if i]
            def deep():
                nonlocal_name = i if (i := 3) else total
                return lambda q=nonlocal_name: q + later()
            return deep
        def later():
            try:
                raise ValueError
            except ValueError as error:
                return fresh, error, functools.reduce
        """);

    assertThat(bench.gate("solution.py")).isEmpty();
  }
}
