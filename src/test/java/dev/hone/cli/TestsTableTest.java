package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.bench.Item.HeldTests;
import dev.hone.bench.Report;
import org.junit.jupiter.api.Test;

class TestsTableTest {
  @Test
  void testsAreCountedForEachLanguage() {
    Report report =
        MendingTableTest.report(
            MendingTableTest.item(0, "go", false, new HeldTests(6, 5, 1, 0)),
            MendingTableTest.item(1, "go", false, new HeldTests(0, 0, 0, 0)),
            MendingTableTest.item(2, "c", true, new HeldTests(8, 8, 0, 0)));

    assertThat(TestsTable.of(report))
        .isEqualTo(
            """

            language     problems no tests    tests a problem           right  right errors
            go                  2        1        6       3.0      5 (83.3 %)     0 (0.0 %)
            c                   1        0        8       8.0     8 (100.0 %)             -
            all                 3        1       14       4.7     13 (92.9 %)     0 (0.0 %)
            """);
  }

  @Test
  void thereIsNoTableWhereNoTestsWereMeasured() {
    assertThat(TestsTable.of(MendingTableTest.report(MendingTableTest.item(0, "go", true))))
        .isEmpty();
  }
}
