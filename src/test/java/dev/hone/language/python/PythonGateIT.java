package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the gate calls a fault and what it does not.
class PythonGateIT {
  private static final Python PYTHON =
      new Python(Path.of("target", "toolchains"), Progress.silent());

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(PYTHON, folder);
  }

  @Test
  void whatCertainlyBreaksIsAFault() {
    String text =
        """
        import numpy as np
        import helper.gone
        from .near import x
        total = 0
        class Account:
            def deposit(amount):
                self.balance += amount
            def show(self):
                return lambda: balances + 1
        def bump():
            print(total)
            total = 1
        def tell(name):
            try:
                return "{} {}".format(name)
            except ValueError as error:
                pass
            return "%s %s" % (name,), error
        __all__ = ["tell", "gone"]
        """;
    bench.with("solution.py", text).with("helper/__init__.py", "");

    assertThat(bench.gate("solution.py"))
        .extracting(fault -> fault.line() + " " + fault.code() + " " + fault.message())
        .containsExactly(
            "1 ModuleNotFoundError no module named 'numpy': there is no such file and no"
                + " third-party packages here; use the standard library",
            "2 ModuleNotFoundError no module named 'helper.gone' among the files",
            "3 ImportError a relative import needs a package, and this file is in none",
            "7 NameError name 'self' is not defined",
            "9 NameError name 'balances' is not defined",
            "11 UnboundLocalError local variable 'total' defined in enclosing scope on line 4"
                + " referenced before assignment",
            "15 IndexError '...'.format(...) is missing argument(s) for placeholder(s): 1",
            "18 TypeError '...' % ... has 2 placeholder(s) but 1 substitution(s)",
            "18 NameError name 'error' is not defined",
            "19 AttributeError undefined name 'gone' in __all__");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return 1\n",
        "def f():\n    await g()\n",
        "def f(a, a): pass\n",
        "class A:\n    def f(self): nonlocal x\n",
        "print(f'{1 +}')\n",
        "for i in (1, 2):\n\tpass\n        pass\n",
        "def f():\n    from os import *\n",
        "x = 1\ndef f(x):\n    global x\n"
      })
  void whatDoesNotCompileIsASyntaxError(String text) {
    bench.with("solution.py", text);

    assertThat(bench.gate("solution.py"))
        .extracting(Diagnostic::code)
        .singleElement()
        .isIn("SyntaxError", "IndentationError", "TabError");
  }

  @Test
  void whatIsUnusedUnusualOrNeverEvaluatedIsNoFault() {
    bench.with(
        "solution.py",
        """
        from __future__ import annotations
        import os, sys
        from typing import TYPE_CHECKING
        if TYPE_CHECKING:
            import pandas as pd
            from elsewhere import Frame
        try:
            import numpy as np
        except ImportError:
            np = None
        try:
            unicode
        except NameError:
            unicode = str
        total = 0
        made: Later
        def f(x: pd.DataFrame, y: "Missing") -> Frame:
            unused = 1
            local: Unknown = 2
            return f"plain", x is "literal", "{} ".format(1, 2)
        def counts():
            global late
            late = [outer for outer in range(3) for _ in range(outer)]
            return late
        def loop():
            for i in range(3):
                if i:
                    print(total)
                total = i
        class Node:
            kind = 1
            def m(self):
                return __class__, __name__, exit
        print(late, __file__, __doc__)
        match total:
            case {"a": found, **rest}: print(found, rest)
            case [first, *others]: print(first, others)
        print((half := 3), half)
        """);

    assertThat(bench.gate("solution.py")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from math import *\nprint(sqrt(2), floor(2))\n",
        "globals()['x'] = 1\nprint(x)\n",
        "exec('y = 1')\nprint(y)\n",
        "__all__ = ['A']\nglobals().update({'A': 1})\n",
        "import sys\nsetattr(sys.modules[__name__], 'z', 1)\nprint(z)\n",
        "def made(): return step()\ndef step(): return 1\nONE = made()\ndel step\n"
      })
  void namesThatComeIntoBeingInOtherWaysAreNotGuessed(String text) {
    bench.with("solution.py", text);

    assertThat(bench.gate("solution.py")).isEmpty();
  }
}
