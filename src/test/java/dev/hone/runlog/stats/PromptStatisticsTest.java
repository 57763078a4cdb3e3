package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.stats.PromptReport.Contrast;
import dev.hone.runlog.stats.PromptReport.Finding;
import dev.hone.runlog.stats.PromptReport.Version;
import dev.hone.runlog.stats.PromptReport.WeakType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptStatisticsTest {
  private static final String NAME = "candidate/write";
  private static final String OLD = "000000000000";
  private static final String NEW = "111111111111";

  @Test
  void theLatestVersionIsBetterWhereItFailsMoreRarelyAndNotByChance() {
    Contrast contrast = contrast(use(OLD, "parsing", 40, 30), use(NEW, "parsing", 40, 10));

    assertThat(contrast.finding()).isEqualTo(Finding.BETTER);
    assertThat(contrast.chance()).isLessThan(0.001);
    assertThat(contrast.hash()).isEqualTo(NEW);
    assertThat(contrast(use(OLD, "parsing", 40, 10), use(NEW, "parsing", 40, 30)).finding())
        .isEqualTo(Finding.WORSE);
  }

  @Test
  void aSmallDifferenceShowsNothing() {
    assertThat(contrast(use(OLD, "parsing", 40, 12), use(NEW, "parsing", 40, 10)).finding())
        .isEqualTo(Finding.NO_DIFFERENCE);
  }

  @Test
  void manyComparisonsNeedAGreaterDifference() {
    PromptUse[] two = {use(OLD, "parsing", 40, 20), use(NEW, "parsing", 40, 10)};
    PromptUse third = use("222222222222", "parsing", 40, 20);

    assertThat(contrast(two).chance()).isBetween(0.025, 0.05);
    assertThat(contrast(two).finding()).isEqualTo(Finding.BETTER);
    assertThat(contrast(two[0], two[1], third).finding()).isEqualTo(Finding.NO_DIFFERENCE);
  }

  @Test
  void fewRunsTellNothing() {
    assertThat(contrast(use(OLD, "parsing", 400, 300), use(NEW, "parsing", 9, 0)).finding())
        .isEqualTo(Finding.TOO_FEW);
  }

  @Test
  void runsThatOnlyOneVersionHadAreNotCompared() {
    Contrast contrast =
        contrast(
            use(OLD, "parsing", 400, 300),
            use(NEW, "strings", 400, 10),
            use(OLD, "numeric", 12, 5),
            use(NEW, "numeric", 11, 4));

    assertThat(contrast.finding()).isEqualTo(Finding.NO_DIFFERENCE);
    assertThat(List.of(contrast.runs(), contrast.failed())).containsExactly(11, 4);
    assertThat(List.of(contrast.otherRuns(), contrast.otherFailed())).containsExactly(12, 5);
  }

  @Test
  void aTypeIsWeakWhereItFailsOftenerThanTheOthersAndNotByChance() {
    PromptFacts facts =
        new PromptFacts(
            List.of(
                use(NEW, "parsing", 20, 15),
                use(NEW, "strings", 30, 3),
                use(NEW, "numeric", 30, 6)),
            List.of(
                new PromptFacts.Failure(NAME, NEW, "parsing", "3"),
                new PromptFacts.Failure(NAME, NEW, "strings", "2"),
                new PromptFacts.Failure(NAME, NEW, "parsing", "1")));

    Version version = PromptStatistics.of(facts).getFirst().versions().getFirst();

    assertThat(version.rate()).isEqualTo(0.3);
    assertThat(version.weak())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("chance")
        .containsExactly(new WeakType("parsing", 20, 15, 60, 9, 0, List.of("3", "1")));
    assertThat(version.weak().getFirst().chance()).isLessThan(0.001);
  }

  @Test
  void aHarderLanguageMakesNoTypeWeak() {
    PromptUse parsingInGo =
        new PromptUse(NAME, NEW, "parsing", "go", "small", 40, 36, LocalDate.EPOCH);
    PromptUse stringsInGo =
        new PromptUse(NAME, NEW, "strings", "go", "small", 10, 9, LocalDate.EPOCH);
    PromptFacts facts =
        new PromptFacts(
            List.of(
                parsingInGo, stringsInGo, use(NEW, "parsing", 10, 1), use(NEW, "strings", 40, 4)),
            List.of());

    assertThat(PromptStatistics.of(facts).getFirst().versions().getFirst().weak()).isEmpty();
  }

  @Test
  void promptsAreSortedByNameAndTheirVersionsByTheirLastUse() {
    PromptUse other = new PromptUse("a", NEW, "parsing", "python", "small", 1, 0, LocalDate.EPOCH);

    List<PromptReport> prompts =
        PromptStatistics.of(
            new PromptFacts(
                List.of(use(OLD, "parsing", 1, 0), use(NEW, "parsing", 1, 0), other), List.of()));

    assertThat(prompts).extracting(PromptReport::name).containsExactly("a", NAME);
    assertThat(prompts.getLast().versions()).extracting(Version::hash).containsExactly(NEW, OLD);
    assertThat(prompts.getFirst().contrasts()).isEmpty();
  }

  private static Contrast contrast(PromptUse... uses) {
    return PromptStatistics.of(new PromptFacts(List.of(uses), List.of()))
        .getFirst()
        .contrasts()
        .getFirst();
  }

  private static PromptUse use(String hash, String type, int runs, int failed) {
    LocalDate last = LocalDate.parse(hash.equals(NEW) ? "2026-11-20" : "2026-11-01");
    return new PromptUse(NAME, hash, type, "python", "small", runs, failed, last);
  }
}
