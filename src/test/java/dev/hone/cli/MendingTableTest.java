package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.bench.Approach;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Header;
import dev.hone.bench.Item;
import dev.hone.bench.Item.RuleMending;
import dev.hone.bench.Report;
import dev.hone.result.Failure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MendingTableTest {
  @Test
  void repliesAreCountedForEachLanguage() {
    Item repaired =
        item(
            0,
            "go",
            true,
            new RuleMending("CompileError", "CompileError", "f", "", List.of("import")));
    Item stillBroken =
        item(1, "go", false, new RuleMending("CompileError", "CompileError", "f", "f", List.of()));
    Item wrong =
        item(2, "go", false, new RuleMending("TestsFailed", "TestsFailed", "", "", List.of()));
    Item right = item(3, "c", true, new RuleMending("Passed", "Passed", "", "", List.of()));
    Item spoiled =
        item(4, "c", false, new RuleMending("Passed", "Passed", "", "f", List.of("static")));

    assertThat(MendingTable.of(report(repaired, stillBroken, wrong, right, spoiled)))
        .isEqualTo(
            """

            language     replies  broken  faulty  repaired  solved  worse
            go                 3       3       2         1       1      0
            c                  2       0       0         0       0      1
            all                5       3       2         1       1      1
            """);
  }

  @Test
  void thereIsNoTableWhereNoRulesWereMeasured() {
    assertThat(MendingTable.of(report(item(0, "go", true)))).isEmpty();
  }

  static Item item(int index, String language, boolean solved, Item.Measured... measured) {
    return new Item(
        "words",
        index,
        language,
        "",
        solved,
        solved,
        "",
        "Solved",
        "",
        Failure.NONE,
        1,
        1,
        Duration.ZERO,
        List.of(measured).stream().findFirst());
  }

  static Report report(Item... items) {
    return new Report(
        new Header(
            Approach.MENDED,
            "scripted",
            "",
            new BenchRequest.Settings("", 3, 0, Duration.ofSeconds(30)),
            "bubblewrap-root",
            "0.1.0",
            List.of(),
            List.of(new Header.Suite("words", "", items.length))),
        List.of(items));
  }
}
