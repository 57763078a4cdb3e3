package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StatsPageTest {
  private static final String EVIL = "<script>alert(\"1\")</script>";
  private static final LocalDate WEEK = LocalDate.parse("2026-11-23");

  @Test
  void whatStandsInTheLogIsTextOnThePage() {
    String page = page();

    assertThat(page)
        .doesNotContainIgnoringCase("<script")
        .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; in a requirement")
        .contains("model &lt;script&gt;");
  }

  @Test
  void thePageNeedsNothingElse() {
    assertThat(page())
        .startsWith("<!doctype html>")
        .contains(StatsPage.MARK)
        .contains("Content-Security-Policy\" content=\"default-src 'none'")
        .doesNotContain("{{")
        .doesNotContainPattern(Pattern.compile("(?i)(src|href|action)\\s*="))
        .doesNotContainPattern(Pattern.compile("(?i)url\\(|@import|https?:"))
        .doesNotContainPattern(Pattern.compile("(?i)\\son[a-z]+\\s*="));
  }

  @Test
  void everyElementIsClosed() {
    String body = page().replaceFirst("(?s)<!doctype html>", "").replaceAll("<meta[^>]*>", "");
    ArrayDeque<String> open = new ArrayDeque<>();
    var tag = Pattern.compile("<(/?)([a-z0-9]+)[^>]*?(/?)>").matcher(body);
    while (tag.find()) {
      if (tag.group(1).isEmpty() && tag.group(3).isEmpty()) {
        open.push(tag.group(2));
      } else if (!tag.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tag.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void ratesComeWithBarsAndIntervals() {
    assertThat(page())
        .contains("aria-label=\"50 % failed, 95 % interval 24-76 %\"")
        .contains("<title>week of 2026-11-23: 5 of 10 failed</title>")
        .contains("hone show 261124-000000-aa");
  }

  @Test
  void anEmptyLogMakesAPageThatSaysSo() {
    Statistics none =
        Statistics.of(
            new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), new LeftOut(0, 0)),
            Dimension.USUAL);

    assertThat(StatsPage.of(none, List.of(), "Of runs", Instant.EPOCH))
        .contains("No run is counted yet.")
        .contains("Of runs, read 1970-01-01T00:00:00Z.");
  }

  private static String page() {
    Facts facts =
        new Facts(
            List.of(cell("parsing"), cell("strings")),
            List.of(new Day(WEEK, 10, 5), new Day(WEEK.minusWeeks(1), 10, 5)),
            List.of(new Note("parsing", "TestsFailed", 5)),
            List.of(new Note("parsing", "test_a failed: " + EVIL, 5)),
            List.of(new FailedRun("parsing", "261124-000000-aa", EVIL + " in a requirement")),
            new LeftOut(1, 2));
    PromptFacts prompts =
        new PromptFacts(
            List.of(
                new PromptUse("p<b>", "000000000000", "parsing", "go", "small", 20, 18, WEEK),
                new PromptUse("p<b>", "000000000000", "strings", "go", "small", 20, 1, WEEK)),
            List.of(new PromptFacts.Failure("p<b>", "000000000000", "parsing", "<i>")));
    return StatsPage.of(
        Statistics.of(facts, Dimension.USUAL),
        PromptStatistics.of(prompts),
        "Of runs " + EVIL,
        Instant.EPOCH);
  }

  private static Cell cell(String type) {
    return new Cell(
        type,
        "go",
        "model <script>",
        "candidate/write@aaaaaaaaaaaa",
        "Solved",
        new Counts(10, 5, 6, 1, 1, 0),
        List.of(1L, 2L),
        List.of(100L, 250L));
  }
}
