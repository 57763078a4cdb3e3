package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What rules correct in Python code, and what they leave alone. Each correction is made twice: the
/// second time changes nothing.
class PythonFixTest {
  private static final Python PYTHON = new Python(Path.of("unused"), Progress.silent());
  private static final String AREA = "def area(r):\n    return 3 * r * r\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "math | x = math.floor(2.5) | import math",
        "List | def f(a: List[int]): pass | from typing import List",
        "defaultdict | d = defaultdict(list) | from collections import defaultdict",
        "dataclass | @dataclass\\nclass A:\\n    x: int | from dataclasses import dataclass",
        "datetime | x = datetime.now() | from datetime import datetime",
        "datetime | def f(x: datetime): pass | from datetime import datetime",
        "datetime | x = datetime.datetime.now() - datetime.timedelta(1) | import datetime",
        "date | x = date(2020, 1, 2) | from datetime import date",
        "os | x = os.path.join('a', 'b') | import os",
        "string | x = string.ascii_letters | import string",
        "Path | x = Path('a') | from pathlib import Path",
        "heappush | heappush([], 1) | from heapq import heappush",
        "collections | x = collections.Counter('a') | import collections"
      })
  void aNameOfTheStandardLibraryIsImported(String name, String line, String statement) {
    String code = line.replace("\\n", "\n") + "\n";
    assertThat(mended(code, List.of(), undefined(name)))
        .contains(new Fix(List.of("missing-import"), solution(statement + "\n" + code)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A variable that was misnamed.
        "string | x = string[0]",
        "string | x = string.lower()",
        "random | x = random + 1",
        "time | x = time(12, 30)",
        // One import cannot serve both.
        "datetime | x = datetime.now() - datetime.timedelta(1)",
        "helper | x = helper(1)",
        "product | x = product(1, 2)",
        "Stack | x = Stack()"
      })
  void aNameThatMayMeanSomethingElseIsLeft(String name, String line) {
    assertThat(mended(line + "\n", List.of(), undefined(name))).isEmpty();
  }

  @Test
  void whatTheSolutionMustOfferIsNotImported() {
    assertThat(mended("x = Counter()\n", List.of("Counter"), undefined("Counter"))).isEmpty();
  }

  @Test
  void importsStandBehindDocstringAndFuture() {
    String code = "\"\"\"Areas.\"\"\"\nfrom __future__ import annotations\n\nx = math.pi\n";
    assertThat(mended(code, List.of(), undefined("math")))
        .contains(
            new Fix(
                List.of("missing-import"),
                solution(
                    "\"\"\"Areas.\"\"\"\nfrom __future__ import annotations\nimport math\n\n"
                        + "x = math.pi\n")));
  }

  @Test
  void severalImportsComeAtOnce() {
    String code = "def f(a: List[int]) -> Dict[str, int]:\n    return Counter(a)\n";
    assertThat(mended(code, List.of(), undefined("List"), undefined("Dict"), undefined("Counter")))
        .contains(
            new Fix(
                List.of("missing-import"),
                solution(
                    "from collections import Counter\nfrom typing import Dict\n"
                        + "from typing import List\n"
                        + code)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Here is the code:\n\n```python\n" + AREA + "```\n\nIt works for all radii.\n",
        "```python\n" + AREA + "```\n",
        "```\n" + AREA + "\n```",
        AREA + "```\n",
        "```python\n" + AREA
      })
  void fencesAreTakenAway(String code) {
    assertThat(mended(code, List.of("area"))).contains(new Fix(List.of("fence"), solution(AREA)));
  }

  @Test
  void aFenceInAStringStays() {
    String code = "def fenced(text):\n    return \"\"\"\n```\n\"\"\" + text\n";
    assertThat(mended(code, List.of("fenced"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sure, here is the function you asked for:\n\n" + AREA,
        AREA + "\nThis function returns the area of a circle.\n",
        "The solution is below.\n" + AREA + "\nNote: r must not be negative.\nEnjoy it!\n"
      })
  void sentencesAroundTheCodeAreTakenAway(String code) {
    assertThat(mended(code, List.of("area"))).contains(new Fix(List.of("prose"), solution(AREA)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def area(r:\n    return r\n",
        "def area(r):\n    return (r\n\ndef other(r):\n    return r\n",
        "# The solution is below.\n" + AREA
      })
  void brokenCodeIsNotCutUntilItParses(String code) {
    assertThat(mended(code, List.of("area"))).isEmpty();
  }

  @Test
  void anIndentOfTheWholeIsTakenAway() {
    assertThat(mended("    def area(r):\n        return r\n\n    x = 1\n", List.of()))
        .contains(
            new Fix(List.of("indented-whole"), solution("def area(r):\n    return r\n\nx = 1\n")));
  }

  @Test
  void tabsBecomeSpacesOnceTheyAreAFault() {
    String code = "def area(r):\n\tif r:\n        return r\n\treturn \"\"\"\n\t\"\"\"\n";
    assertThat(mended(code, List.of())).isEmpty();
    assertThat(
            mended(
                code,
                List.of(),
                new Diagnostic("solution.py", 3, 0, "TabError", "inconsistent use", "")))
        .contains(
            new Fix(
                List.of("tabs"),
                solution(
                    "def area(r):\n    if r:\n        return r\n    return \"\"\"\n\t\"\"\"\n")));
  }

  @Test
  void hardSpacesBecomePlainOnes() {
    assertThat(mended("def area(r):\n\u00a0\u00a0\u00a0 return\u00a0r\n", List.of()))
        .contains(new Fix(List.of("odd-characters"), solution("def area(r):\n    return r\n")));
  }

  @Test
  void aMethodThatSpeaksOfSelfTakesIt() {
    String code =
        """
        class Stack:
            def __init__(self):
                self.items = []
            def push(item):
                self.items.append(item)
            def size() -> int:
                return len(self.items)
        """;
    assertThat(mended(code, List.of("Stack")))
        .contains(
            new Fix(
                List.of("missing-self"),
                solution(
                    code.replace("push(item)", "push(self, item)")
                        .replace("size()", "size(self)"))));
  }

  @Test
  void methodsWithoutUseOfSelfAndDecoratedOnesStay() {
    String code =
        """
        class Stack:
            @staticmethod
            def made():
                self = Stack()
                return self
            def make():
                return Stack()
            def nested(self):
                def inner(x):
                    return self, x
                return inner
            def clone(this):
                self = Stack()
                return self
        """;
    assertThat(mended(code, List.of("Stack"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n# Example usage\nprint(area(2))\n",
        "\nassert area(1) == 3\nassert area(2) == 12\nprint('all passed')\n",
        "\nr = float(input('radius: '))\nprint(area(r))\n",
        "\n# Test cases:\ncases = [(1, 3)]\nfor r, wanted in cases:\n    assert area(r) == wanted\n",
        "\nif __name__ == \"__main__\":\n    print(area(float(input())))\n",
        "\nresult = area(2)\nprint(result)\n",
        "\ntry:\n    print(area('a'))\nexcept TypeError as error:\n    print(error)\n"
      })
  void demonstrationsAtTheEndAreTakenAway(String demo) {
    assertThat(mended(AREA + demo, List.of("area")))
        .contains(new Fix(List.of("demo"), solution(AREA)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\nLIMIT = 3\n",
        "\nsurface = area\n",
        "\n_prepare_tables()\n",
        "\narea.unit = 'cm'\n",
        "\nregistry.add(area)\n",
        "\nif FAST:\n    area = quick\n",
        "\nif hasattr(os, 'fork'):\n    os.register_at_fork(after_in_child=area)\n",
        "\nassert sys.version_info > (3, 8)\n",
        "\nif __name__ == \"__main__\":\n    print(area(2))\n",
        "\nprint(area(2))\n\ndef volume(r):\n    return r\n"
      })
  void whatMayBePartOfTheSolutionStays(String end) {
    assertThat(mended(AREA + end, List.of("area"))).isEmpty();
  }

  @Test
  void aValueThatADefinitionNeedsStaysWithoutTheDemonstrationBehindIt() {
    String code = "def area(r):\n    return PI * r * r\n\n\nPI = 3\n";
    assertThat(mended(code + "print(area(PI))\n", List.of("area")))
        .contains(new Fix(List.of("demo"), solution(code)));
  }

  @Test
  void aScriptIsNoDemonstration() {
    assertThat(mended(AREA + "print(area(2))\n", List.of())).isEmpty();
    assertThat(mended("print(area(2))\n", List.of("area"))).isEmpty();
  }

  @Test
  void aRelativeImportOutsideOfAPackageBecomesAPlainOne() {
    SourceFile helper = new SourceFile("helper.py", AREA);
    SourceFile main = new SourceFile("main.py", "from .helper import area\nx = area(1)\n");
    SourceFile inner = new SourceFile("pkg/main.py", "from .helper import area\nx = area(1)\n");
    assertThat(PYTHON.fix(List.of(main, helper, inner), List.of(), List.of()))
        .contains(
            new Fix(
                List.of("relative-import"),
                List.of(
                    new SourceFile("main.py", "from helper import area\nx = area(1)\n"),
                    helper,
                    inner)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from your_module import area\n\ndef test_a():\n    assert area(1) == 3\n",
        "from main import area\n\ndef test_a():\n    assert area(1) == 3\n",
        "from .solution import area\n\ndef test_a():\n    assert area(1) == 3\n"
      })
  void aTestImportsFromTheSolution(String test) {
    assertThat(mendedTest(test))
        .isEqualTo("from solution import area\n\ndef test_a():\n    assert area(1) == 3\n");
  }

  @Test
  void aTestThatNamesAnotherModuleKeepsItsNameForTheSolution() {
    assertThat(mendedTest("import circle\n\ndef test_a():\n    assert circle.area(1) == 3\n"))
        .isEqualTo("import solution as circle\n\ndef test_a():\n    assert circle.area(1) == 3\n");
  }

  @Test
  void aTestThatForgotItsImportGetsIt() {
    assertThat(mendedTest("import pytest\n\ndef test_a():\n    assert area(1) == 3\n"))
        .isEqualTo(
            "from solution import area\nimport pytest\n\ndef test_a():\n    assert area(1) == 3\n");
  }

  @Test
  void aTestDoesNotBringTheTestedCodeAlong() {
    assertThat(
            mendedTest(
                "def area(r):\n    return 4 * r\n\n\ndef test_a():\n    assert area(1) == 4\n"))
        .isEqualTo("from solution import area\n\n\n\ndef test_a():\n    assert area(1) == 4\n");
  }

  @Test
  void aTestDoesNotStartTheRunner() {
    String test =
        """
        import unittest
        from solution import area


        class A(unittest.TestCase):
            def test_a(self):
                self.assertEqual(area(1), 3)
        """;
    assertThat(mendedTest(test + "\n\nunittest.main()\n")).isEqualTo(test);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from solution import area\n\ndef test_a():\n    assert area(1) == 3\n",
        "from solution import *\n\ndef test_a():\n    assert area(1) == 3\n",
        "import solution\n\ndef test_a():\n    assert solution.area(1) == 3\n",
        "import math\nimport solution as s\n\ndef test_a():\n    assert s.area(1) < math.pi\n",
        "def test_a():\n    from solution import area\n    assert area(1) == 3\n",
        "import solution\n\n@fixture\ndef area():\n    return solution.area\n\ndef test_a(area): area(1)\n"
      })
  void aTestThatImportsTheSolutionStays(String test) {
    assertThat(PYTHON.fix(List.of(test(test)), List.of("area"), List.of())).isEmpty();
  }

  private static SourceFile test(String text) {
    return new SourceFile("test_solution_generated.py", text);
  }

  private static String mendedTest(String text) {
    Fix fix = PYTHON.fix(List.of(test(text)), List.of("area"), List.of()).orElseThrow();
    assertThat(PYTHON.fix(fix.code(), List.of("area"), List.of())).isEmpty();
    Fix beside =
        PYTHON
            .fix(
                List.of(new SourceFile("solution.py", AREA), test(text)),
                List.of("area"),
                List.of())
            .orElseThrow();
    assertThat(beside.code().getLast()).isEqualTo(fix.code().getFirst());
    return fix.code().getFirst().content();
  }

  private static Optional<Fix> mended(String code, List<String> entryPoints, Diagnostic... faults) {
    Optional<Fix> fix = PYTHON.fix(solution(code), entryPoints, List.of(faults));
    fix.ifPresent(
        first -> assertThat(PYTHON.fix(first.code(), entryPoints, List.of(faults))).isEmpty());
    return fix;
  }

  private static List<SourceFile> solution(String code) {
    return List.of(new SourceFile("solution.py", code));
  }

  private static Diagnostic undefined(String name) {
    return new Diagnostic(
        "solution.py", 1, 1, "NameError", "name '%s' is not defined".formatted(name), "");
  }
}
