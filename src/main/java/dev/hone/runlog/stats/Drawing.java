package dev.hone.runlog.stats;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Rates as SVG, drawn with the colours of the page.
final class Drawing {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 180;
  private static final int LEFT = 64;
  private static final int RIGHT = 690;
  private static final int TOP = 12;
  private static final int BOTTOM = 156;
  private static final int MOST_NAMES = 8;

  private Drawing() {}

  /// {@return a bar with its interval}
  static String bar(int runs, int failed) {
    Wilson interval = Wilson.of(failed, runs);
    double rate = runs == 0 ? 0 : (double) failed / runs;
    return """
        <svg width="140" height="14" viewBox="0 0 140 14" role="img" aria-label="%s failed, 95 %% interval %s">\
        <rect class="track" x="0" y="2" width="140" height="10" rx="2"/>\
        <rect class="bar" x="0" y="2" width="%s" height="10" rx="2"/>\
        <path class="reach" d="M%s 7H%s"/></svg>\
        """
        .formatted(
            Words.percent(rate),
            Words.range(interval),
            number(rate * 140),
            number(interval.low() * 140),
            number(interval.high() * 140));
  }

  /// {@return a line of the rates over the weeks, with the intervals as a band}
  ///
  /// @param weeks two or more
  static String trend(List<Week> weeks) {
    List<String> high = points(weeks, week -> week.interval().high());
    List<String> low = points(weeks, week -> week.interval().low());
    List<String> rate = points(weeks, week -> week.rate());
    String band =
        Stream.concat(high.stream(), low.reversed().stream()).collect(Collectors.joining("L"));
    return """
        <svg width="%d" viewBox="0 0 %d %d" style="max-width:100%%;height:auto" role="img" aria-label="failure rate of each week">
        %s<path class="band" d="M%sZ"/>
        <path class="line" d="M%s"/>
        %s</svg>
        """
        .formatted(WIDTH, WIDTH, HEIGHT, grid(), band, String.join("L", rate), weeks(weeks));
  }

  private static String grid() {
    return IntStream.rangeClosed(0, 4)
        .map(quarter -> quarter * 25)
        .mapToObj(
            percent ->
                "<path class=\"grid\" d=\"M%d %sH%d\"/><text x=\"0\" y=\"%s\">%d %%</text>\n"
                    .formatted(
                        LEFT - 20,
                        number(y(percent / 100.0)),
                        RIGHT + 20,
                        number(y(percent / 100.0) + 4),
                        percent))
        .collect(Collectors.joining());
  }

  private static String weeks(List<Week> weeks) {
    int step = (weeks.size() + MOST_NAMES - 1) / MOST_NAMES;
    return IntStream.range(0, weeks.size())
        .mapToObj(i -> week(weeks.get(i), x(i, weeks.size()), i % step == 0))
        .collect(Collectors.joining());
  }

  private static String week(Week week, double x, boolean named) {
    String name =
        named
            ? "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                .formatted(number(x), HEIGHT - 6, week.monday().toString().substring(5))
            : "";
    return "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3\"><title>week of %s: %d of %d failed</title></circle>\n"
            .formatted(number(x), number(y(week.rate())), week.monday(), week.failed(), week.runs())
        + name;
  }

  private static List<String> points(List<Week> weeks, ToDoubleFunction<Week> share) {
    return IntStream.range(0, weeks.size())
        .mapToObj(
            i -> number(x(i, weeks.size())) + " " + number(y(share.applyAsDouble(weeks.get(i)))))
        .toList();
  }

  private static double x(int place, int all) {
    return all == 1 ? LEFT : LEFT + (double) (RIGHT - LEFT) * place / (all - 1);
  }

  private static double y(double share) {
    return BOTTOM - share * (BOTTOM - TOP);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
