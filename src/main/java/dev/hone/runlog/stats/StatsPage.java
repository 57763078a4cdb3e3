package dev.hone.runlog.stats;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The failure rates as one HTML page that needs nothing else: no script, no file, no connection.
public final class StatsPage {
  /// What stands in a page of this kind and in no other, so that it can be told from another file.
  public static final String MARK = "<meta name=\"generator\" content=\"hone stats\">";

  private static final int MOST_GROUPS = 200;
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private StatsPage() {}

  /// {@return the page}
  ///
  /// @param statistics the rates
  /// @param prompts every prompt with its versions
  /// @param chosen which runs they are of, as a sentence without its end
  /// @param at when they were read
  public static String of(
      Statistics statistics, List<PromptReport> prompts, String chosen, Instant at) {
    Map<String, String> pieces =
        Map.of(
            "about", Html.text(chosen + ", read " + at.truncatedTo(ChronoUnit.SECONDS) + "."),
            "totals", totals(statistics),
            "groups", groups(statistics),
            "trend", trend(statistics.weeks()),
            "types", Html.each(statistics.types(), StatsPage::type),
            "prompts", Html.each(prompts, StatsPage::prompt));
    return PLACE
        .matcher(template())
        .replaceAll(place -> Matcher.quoteReplacement(pieces.getOrDefault(place.group(1), "")));
  }

  private static String totals(Statistics statistics) {
    Counts all = statistics.all().counts();
    List<String> cards =
        List.of(
            card(Integer.toString(all.runs()), "runs that ended"),
            card(Words.percent(all.rate()), "failed (" + Words.range(all.interval()) + ")"),
            card(Words.percent(all.firstRate()), "failed with the first candidate"),
            card(Words.median(statistics.all().medianRounds()), "rounds to a pass, median"),
            card(Words.median(statistics.all().medianTokens()), "tokens to a pass, median"),
            all.labelled() == 0
                ? card("-", "nothing marked by hone label")
                : card(
                    Integer.toString(all.falsePasses()),
                    "false passes of %d marked".formatted(all.labelled())));
    LeftOut left = statistics.leftOut();
    return "<ul class=\"totals\">\n"
        + String.join("", cards)
        + "</ul>\n<p class=\"soft\">Not counted: %d cancelled, %d unfinished.</p>"
            .formatted(left.cancelled(), left.unfinished());
  }

  private static String card(String number, String words) {
    return "<li><b>" + Html.text(number) + "</b>" + Html.text(words) + "</li>\n";
  }

  private static String groups(Statistics statistics) {
    if (statistics.groups().isEmpty()) {
      return "<p>No run is counted yet.</p>";
    }
    List<String> titles =
        Stream.concat(
                statistics.by().stream().map(Dimension::id),
                Stream.of("runs#", "failed#", "rate#", "", "95 %#", "first#", "rounds#", "tokens#"))
            .toList();
    List<List<String>> rows =
        statistics.groups().stream()
            .limit(MOST_GROUPS)
            .map(group -> row(statistics.by(), group))
            .toList();
    int more = statistics.groups().size() - rows.size();
    return Html.table(titles, rows)
        + (more > 0 ? "<p class=\"soft\">And %d more groups.</p>".formatted(more) : "");
  }

  private static List<String> row(List<Dimension> by, Group group) {
    Counts counts = group.tally().counts();
    List<String> row = new ArrayList<>();
    for (int i = 0; i < by.size(); i++) {
      String value = Words.value(by.get(i), group.key().get(i));
      row.add(by.get(i) == Dimension.PROMPTS ? Html.code(value) : Html.text(value));
    }
    row.add(Integer.toString(counts.runs()));
    row.add(Integer.toString(counts.failed()));
    row.add(Words.percent(counts.rate()));
    row.add(Drawing.bar(counts.runs(), counts.failed()));
    row.add(Words.range(counts.interval()));
    row.add(Words.percent(counts.firstRate()));
    row.add(Words.median(group.tally().medianRounds()));
    row.add(Words.median(group.tally().medianTokens()));
    return row;
  }

  private static String trend(List<Week> weeks) {
    return weeks.size() < 2
        ? "<p>There are runs of fewer than two weeks.</p>"
        : "<figure>\n"
            + Drawing.trend(weeks)
            + "<figcaption>Share of failed runs by the Monday of the week (UTC); the band is the 95 % interval.</figcaption>\n</figure>";
  }

  private static String type(TypeReport type) {
    Counts counts = type.tally().counts();
    if (counts.failed() == 0) {
      return "";
    }
    String verdicts =
        Html.each(type.verdicts(), one -> ", %s %d".formatted(Html.text(one.text()), one.runs()));
    List<String> errors =
        type.errors().stream()
            .map(one -> "%d × %s".formatted(one.runs(), Html.code(one.text())))
            .toList();
    List<String> examples =
        type.examples().stream()
            .map(
                one ->
                    Html.code("hone show " + one.runId())
                        + " <span class=\"soft\">"
                        + Html.text(one.requirement())
                        + "</span>")
            .toList();
    return "<h3>%s</h3>\n<p>%d of %d runs failed%s.</p>\n"
            .formatted(
                Html.text(Words.known(type.type())), counts.failed(), counts.runs(), verdicts)
        + Html.list(errors)
        + (examples.isEmpty() ? "" : "<p class=\"soft\">The latest:</p>\n")
        + Html.list(examples);
  }

  private static String prompt(PromptReport prompt) {
    List<List<String>> rows = prompt.versions().stream().map(StatsPage::version).toList();
    List<String> weak =
        prompt.versions().stream()
            .flatMap(version -> version.weak().stream().map(type -> weak(version, type)))
            .toList();
    List<String> contrasts =
        prompt.contrasts().stream().map(one -> Html.text(Words.contrast(one))).toList();
    return "<h3>"
        + Html.text(prompt.name())
        + "</h3>\n"
        + Html.table(
            List.of("version", "last used", "runs#", "failed#", "rate#", "", "95 %#"), rows)
        + Html.list(contrasts)
        + Html.list(weak);
  }

  private static List<String> version(PromptReport.Version version) {
    return List.of(
        Html.code(version.hash()),
        version.last().toString(),
        Integer.toString(version.runs()),
        Integer.toString(version.failed()),
        Words.percent(version.rate()),
        Drawing.bar(version.runs(), version.failed()),
        Words.range(version.interval()));
  }

  private static String weak(PromptReport.Version version, PromptReport.WeakType type) {
    String examples =
        type.examples().stream()
            .map(id -> Html.code("hone show " + id))
            .collect(Collectors.joining(", "));
    return Html.code(version.hash())
        + " is "
        + Html.text(Words.weak(type))
        + (examples.isEmpty() ? "" : ": " + examples);
  }

  private static String template() {
    try (InputStream in = StatsPage.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("the page of the failure rates is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
