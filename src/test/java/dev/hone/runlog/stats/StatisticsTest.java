package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void theKindWithMostFailedRunsComesFirst() {
    Statistics statistics =
        of(
            List.of(Dimension.TYPE),
            cell("strings", "Solved", 30, 3),
            cell("parsing", "Solved", 10, 4),
            cell("parsing", "RoundsUsed", 2, 2),
            cell("numeric", "RoundsUsed", 3, 3));

    assertThat(statistics.groups())
        .extracting(group -> group.key().getFirst() + " " + group.tally().counts().failed())
        .containsExactly("parsing 6", "numeric 3", "strings 3");
    assertThat(statistics.types()).extracting(TypeReport::type).startsWith("parsing");
    assertThat(statistics.all().counts()).isEqualTo(new Counts(45, 12, 12, 0, 0, 0));
    assertThat(statistics.groups().getFirst().tally().endings())
        .hasToString("{RoundsUsed=2, Solved=10}");
  }

  @Test
  void groupsHaveWhatWasAskedFor() {
    Statistics statistics =
        of(
            List.of(Dimension.ENDED, Dimension.LANGUAGE),
            cell("strings", "Solved", 2, 0),
            cell("parsing", "Solved", 2, 0),
            cell("parsing", "RoundsUsed", 2, 2));

    assertThat(statistics.groups())
        .extracting(Group::key)
        .containsExactly(List.of("RoundsUsed", "go"), List.of("Solved", "go"));
  }

  @Test
  void daysAreCountedByTheMondayOfTheirWeek() {
    LocalDate monday = LocalDate.parse("2026-11-23");
    List<Day> days =
        List.of(
            new Day(monday.minusDays(1), 4, 1),
            new Day(monday, 2, 1),
            new Day(monday.plusDays(6), 3, 1));

    assertThat(Week.of(days))
        .containsExactly(new Week(monday.minusWeeks(1), 4, 1), new Week(monday, 5, 2));
  }

  @Test
  void mediansAreThoseOfAllRunsTogether() {
    assertThat(tally(List.of(3L, 1L), List.of(5L)).medianRounds()).hasValue(3);
    assertThat(tally(List.of(3L, 1L), List.of()).medianRounds()).hasValue(2);
    assertThat(tally(List.of(), List.of()).medianRounds()).isEqualTo(OptionalDouble.empty());
  }

  @Test
  void errorsOfTheSameKindAreCountedTogether() {
    Facts facts =
        new Facts(
            List.of(cell("strings", "RoundsUsed", 3, 3)),
            List.of(),
            List.of(new Note("strings", "CompileError", 1), new Note("strings", "TestsFailed", 2)),
            List.of(
                new Note("strings", "a.py:1: undefined name 'x'", 1),
                new Note("strings", "test_a failed: assert 1 == 2", 1),
                new Note("strings", "b.py:7: undefined name 'y'", 1),
                new Note("parsing", "b.py:7: undefined name 'y'", 1)),
            List.of(new FailedRun("parsing", "1", ""), new FailedRun("strings", "2", "a\n  b")),
            new LeftOut(0, 0));

    TypeReport report = Statistics.of(facts, Dimension.USUAL).types().getFirst();

    assertThat(report.verdicts())
        .containsExactly(new Counted("TestsFailed", 2), new Counted("CompileError", 1));
    assertThat(report.errors())
        .containsExactly(
            new Counted("undefined name '…'", 2), new Counted("test failed: assert N == N", 1));
    assertThat(report.examples()).containsExactly(new FailedRun("strings", "2", "a b"));
  }

  @Test
  void aListOfDimensionsIsReadByName() {
    assertThat(Dimension.list("type, ended,type")).containsExactly(Dimension.TYPE, Dimension.ENDED);
    assertThatThrownBy(() -> Dimension.list("type,colour"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--by takes a list of type, language, model, prompts, ended, such as type,model; not 'colour'");
  }

  private static Statistics of(List<Dimension> by, Cell... cells) {
    return Statistics.of(
        new Facts(List.of(cells), List.of(), List.of(), List.of(), List.of(), new LeftOut(0, 0)),
        by);
  }

  private static Cell cell(String type, String ended, int runs, int failed) {
    return new Cell(
        type,
        "go",
        "small",
        "candidate/write@aaaaaaaaaaaa",
        ended,
        new Counts(runs, failed, failed, 0, 0, 0),
        List.of(),
        List.of());
  }

  private static Tally tally(List<Long> some, List<Long> others) {
    return Tally.of(List.of(passed(some), passed(others)));
  }

  private static Cell passed(List<Long> rounds) {
    return new Cell("", "", "", "", "Solved", Counts.NONE, rounds, rounds);
  }
}
