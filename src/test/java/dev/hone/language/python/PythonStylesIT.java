package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;

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

/// Runs test files in the styles that people write, and code of several files.
class PythonStylesIT {
  private static final Python PYTHON =
      new Python(Path.of("target", "toolchains"), Progress.silent());

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(PYTHON, folder);
  }

  @Test
  void testCasesOfUnittestRunUnchanged() {
    String tests =
        """
        import unittest
        from ledger import Ledger

        def setUpModule():
            Ledger.currency = "EUR"

        class LedgerTest(unittest.TestCase):
            @classmethod
            def setUpClass(cls):
                cls.rate = 2

            def setUp(self):
                self.ledger = Ledger()
                self.addCleanup(self.ledger.close)

            def tearDown(self):
                self.assertFalse(self.ledger.closed)

            def test_adds(self):
                for amount in (1, 2):
                    with self.subTest(amount=amount):
                        self.ledger.add(amount * self.rate)
                self.assertEqual(self.ledger.total, 6)

            def test_each_amount(self):
                for amount in (1, 5):
                    with self.subTest(amount=amount):
                        self.assertLess(amount, 3)

            @unittest.expectedFailure
            def test_known_fault(self):
                self.assertEqual(self.ledger.total, 1)

            @unittest.skip("later")
            def test_later(self):
                pass

        class LateTest(LedgerTest):
            def test_currency(self):
                self.assertEqual(self.ledger.currency, "EUR")

        class WaitingTest(unittest.IsolatedAsyncioTestCase):
            async def asyncSetUp(self):
                self.ledger = Ledger()

            async def test_waits(self):
                self.assertEqual(self.ledger.total, 0)

        if __name__ == "__main__":
            unittest.main()
        """;
    bench
        .with(
            "ledger.py",
            """
            class Ledger:
                def __init__(self):
                    self.total, self.closed = 0, False

                def add(self, amount):
                    self.total += amount

                def close(self):
                    self.closed = True
            """)
        .with("test_ledger.py", tests);

    assertThat(states("test_ledger.py", tests))
        .isEqualTo(
            """
            LedgerTest::test_adds PASSED
            LedgerTest::test_each_amount FAILED
            LedgerTest::test_known_fault PASSED
            LedgerTest::test_later SKIPPED
            LateTest::test_adds PASSED
            LateTest::test_currency PASSED
            LateTest::test_each_amount FAILED
            LateTest::test_known_fault PASSED
            LateTest::test_later SKIPPED
            WaitingTest::test_waits PASSED
            """);
  }

  @Test
  void fixturesParametersAndClassesOfPytestRunUnchanged() {
    String tests =
        """
        import logging, warnings
        import pytest
        from shop.cart import Cart

        @pytest.fixture(params=[1, 2])
        def cart(request):
            cart = Cart()
            cart.add(request.param)
            yield cart
            cart.items.clear()

        @pytest.fixture(scope="module", autouse=True)
        def settings():
            return {"vat": 20}

        class TestCart:
            limit = 3

            def setup_method(self):
                self.other = Cart()

            def test_holds(self, cart, settings):
                assert cart.items and self.other.items == [] and settings["vat"] == 20

        class TestOuter:
            class TestInner:
                def test_deep(self, tmp_path, monkeypatch):
                    monkeypatch.setenv("SHOP", str(tmp_path))

        @pytest.mark.parametrize("items, total", [([1, 2], 3), ([], 0), pytest.param([5], 6, id="x")])
        def test_total(items, total):
            assert sum(items) == total

        @pytest.mark.parametrize("a", [1, 2])
        @pytest.mark.parametrize("b", [3, 4])
        def test_pairs(a, b):
            assert a < b

        def test_old_folder(tmpdir):
            assert tmpdir.join("a").strpath.endswith("a")

        def test_messages(caplog, capsys, recwarn):
            logging.getLogger().warning("careful")
            warnings.warn("old")
            print("out")
            assert "careful" in caplog.text and len(recwarn) == 1
            assert capsys.readouterr().out == "out\\n"

        def test_near():
            assert 0.1 + 0.2 == pytest.approx(0.3)
            with pytest.raises(ValueError, match="no.*items"), pytest.warns(UserWarning):
                warnings.warn("soon")
                Cart().sell()

        @pytest.mark.xfail(reason="known")
        def test_known_fault():
            assert False

        @pytest.fixture
        def broken():
            raise OSError("no disk")

        def test_with_a_broken_fixture(broken):
            pass
        """;
    bench
        .with("shop/__init__.py", "")
        .with(
            "shop/cart.py",
            """
            from .errors import Empty

            class Cart:
                def __init__(self):
                    self.items = []

                def add(self, item):
                    self.items.append(item)

                def sell(self):
                    raise Empty("no more items")
            """)
        .with("shop/errors.py", "class Empty(ValueError):\n    pass\n")
        .with("shop/test_cart.py", tests);

    assertThat(states("shop/test_cart.py", tests))
        .isEqualTo(
            """
            TestCart::test_holds PASSED
            TestOuter::TestInner::test_deep PASSED
            test_total FAILED
            test_pairs PASSED
            test_old_folder PASSED
            test_messages PASSED
            test_near PASSED
            test_known_fault PASSED
            test_with_a_broken_fixture ERROR
            """);
  }

  @Test
  void packagesBelowSrcAreImportedByTheirOwnName() {
    bench
        .with("src/geo/__init__.py", "from .shapes import area\n")
        .with("src/geo/shapes.py", "from geo.units import SCALE\ndef area(a): return a * SCALE\n")
        .with("src/geo/units.py", "from . import deep\nSCALE = deep.two.TWO\n")
        .with("src/geo/deep/__init__.py", "from . import two\n")
        .with("src/geo/deep/two.py", "from ..units_of_old import TWO\n")
        .with("src/geo/units_of_old.py", "TWO = 2\n")
        .with(
            "src/geo/test_shapes.py",
            """
            from geo.shapes import area
            from geo import area as same
            def test_area(): assert area(2) == 4 and area is same
            """);

    assertThat(
            bench.gate(
                "src/geo/__init__.py",
                "src/geo/shapes.py",
                "src/geo/units.py",
                "src/geo/deep/two.py"))
        .isEmpty();
    assertThat(bench.report("src/geo/test_shapes.py"))
        .isEqualTo(
            new TestReport(List.of(new Case("test_area", State.PASSED, "")), List.of(), true));
  }

  @Test
  void aFileMayBeCalledAsAModuleOfTheStandardLibrary() {
    bench
        .with("calendar.py", "def weeks(days): return -(-days // 7)\n")
        .with(
            "test_calendar_user.py",
            "from calendar import weeks\ndef test_weeks(): assert weeks(8) == 2\n");

    assertThat(bench.report("test_calendar_user.py").cases())
        .containsExactly(new Case("test_weeks", State.PASSED, ""));
  }

  /// One line for each test, after a check that the runner's names are those read from the text.
  private String states(String path, String text) {
    TestReport report = bench.report(path);
    assertThat(report.cases().stream().map(Case::name))
        .containsExactlyInAnyOrderElementsOf(PYTHON.testNames(new SourceFile(path, text)));
    StringBuilder lines = new StringBuilder();
    report.cases().forEach(one -> lines.append(one.name() + " " + one.state() + "\n"));
    return lines.toString();
  }
}
