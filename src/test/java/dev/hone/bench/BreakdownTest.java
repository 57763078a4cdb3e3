package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class BreakdownTest {
  @Test
  void choosingCountsOnlyProblemsWithARightCandidate() {
    assertThat(
            Breakdown.choosing(
                List.of(
                    item(true, OptionalInt.of(2)),
                    item(false, OptionalInt.of(1)),
                    item(false, OptionalInt.of(0)),
                    item(false, OptionalInt.empty()))))
        .isEqualTo(new Breakdown.Choosing(2, 1));
  }

  @Test
  void keptTestsCountWhereTheyWereHeldAgainstARightSolution() {
    assertThat(
            Breakdown.kept(
                List.of(
                    kept(Optional.of(new Item.HeldTests(5, 4, 1, 1))),
                    kept(Optional.of(new Item.HeldTests(0, 0, 0, 0))),
                    kept(Optional.empty()))))
        .isEqualTo(new Breakdown.Kept(2, 5, 4));
  }

  @Test
  void anAnswerStandsAloneWhereOthersWereComparedAndNoneDidAsItDoes() {
    assertThat(
            Breakdown.alone(
                List.of(
                    compared(true, new Evidence.Consensus(2, 1)),
                    compared(false, new Evidence.Consensus(3, 1)),
                    compared(true, new Evidence.Consensus(3, 2)),
                    compared(true, new Evidence.Consensus(1, 1)),
                    compared(true, Evidence.Consensus.NONE))))
        .isEqualTo(new Breakdown.Alone(2, 1));
  }

  private static Item compared(boolean solved, Evidence.Consensus consensus) {
    return item(solved, OptionalInt.empty(), Optional.empty(), consensus);
  }

  private static Item kept(Optional<Item.HeldTests> tests) {
    return item(true, OptionalInt.empty(), tests);
  }

  private static Item item(boolean solved, OptionalInt right) {
    return item(solved, right, Optional.empty());
  }

  private static Item item(boolean solved, OptionalInt right, Optional<Item.HeldTests> kept) {
    return item(solved, right, kept, Evidence.Consensus.NONE);
  }

  private static Item item(
      boolean solved,
      OptionalInt right,
      Optional<Item.HeldTests> kept,
      Evidence.Consensus consensus) {
    return new Item(
        "some",
        0,
        "python",
        "",
        solved,
        true,
        "Passed",
        "Solved",
        solved ? "Passed" : "TestsFailed",
        solved ? Failure.NONE : Failure.WEAK_TESTS,
        1,
        1,
        Duration.ofSeconds(1),
        Optional.of(
            new Item.Grounds(0, 0, 3, Evidence.Basis.GIVEN, List.of(), 0, consensus, right, kept)));
  }
}
