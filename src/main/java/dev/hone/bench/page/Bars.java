package dev.hone.bench.page;

import dev.hone.bench.Breakdown;
import dev.hone.bench.Numbers;
import dev.hone.bench.Report;
import dev.hone.runlog.stats.Wilson;
import java.util.List;
import java.util.Locale;

/// Horizontal bars of shares, drawn as SVG with the colours of the page.
final class Bars {
  private static final int NAMES = 150;
  private static final int LENGTH = 360;
  private static final int WORDS = 130;
  private static final int HEIGHT = 26;

  private Bars() {}

  /// One bar.
  ///
  /// @param name what it stands for
  /// @param part how many
  /// @param all of how many
  /// @param interval whether its 95 % interval is drawn
  record Bar(String name, int part, int all, boolean interval) {
    static Bar of(String name, int part, int all) {
      return new Bar(name, part, all, true);
    }

    private double share() {
      return all == 0 ? 0 : (double) part / all;
    }
  }

  /// {@return the classes of misses of a run, most frequent first}
  static List<Bar> ofMisses(Report report, int problems) {
    return Breakdown.of(report).failures().stream()
        .map(count -> new Bar(count.of().title(), count.problems(), problems, false))
        .sorted((one, other) -> Integer.compare(other.part(), one.part()))
        .toList();
  }

  /// {@return the drawing}
  ///
  /// @param label what it shows, for those who cannot see it
  static String of(String label, List<Bar> bars) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">\n"
            .formatted(Html.text(label), NAMES + LENGTH + WORDS, bars.size() * HEIGHT));
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), i * HEIGHT);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, Bar bar, int top) {
    int base = top + 17;
    String form = "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"16\"/>\n";
    svg.append(text(0, base, bar.name()));
    svg.append(form.formatted("track", NAMES, top + 4, pixels(LENGTH)));
    svg.append(form.formatted("bar", NAMES, top + 4, pixels(LENGTH * bar.share())));
    if (bar.interval() && bar.all() > 0) {
      Wilson range = Wilson.of(bar.part(), bar.all());
      svg.append(
          "<line x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"/>\n"
              .formatted(
                  pixels(NAMES + LENGTH * range.low()),
                  pixels(NAMES + LENGTH * range.high()),
                  top + 12,
                  top + 12));
    }
    svg.append(text(NAMES + LENGTH + 8, base, Numbers.share(bar.part(), bar.all())));
  }

  private static String text(int left, int base, String words) {
    return "<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(left, base, Html.text(words));
  }

  private static String pixels(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
