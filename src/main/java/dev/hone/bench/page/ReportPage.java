package dev.hone.bench.page;

import dev.hone.bench.Figures;
import dev.hone.bench.Header;
import dev.hone.bench.Numbers;
import dev.hone.bench.Report;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bench runs side by side as an HTML page: text, tables and drawings in one file, light or dark as
/// the reader's system is.
public final class ReportPage {
  private final List<Report> reports;
  private final Html html = new Html();

  private ReportPage(List<Report> reports) {
    this.reports = List.copyOf(reports);
  }

  /// {@return the page}
  ///
  /// @param reports the runs, at least one; they are called A, B, …
  public static String of(List<Report> reports) {
    return new ReportPage(reports).text();
  }

  /// {@return what a run is called}
  ///
  /// @param index its position, from 0
  public static String letter(int index) {
    return index < 26 ? Character.toString('A' + index) : "R" + (index + 1);
  }

  private String text() {
    html.open("hone bench");
    conditions();
    html.heading("Solved, with the 95 % interval");
    html.raw(Bars.of("solved, share of problems", solved()));
    html.heading("Figures");
    figures();
    html.heading("Languages");
    languages();
    suites();
    misses();
    new Pairs(html).add(reports);
    return html.close();
  }

  private void conditions() {
    html.table(
        List.of("run", "strategy", "model", "suites", "seed", "rounds", "sandbox", "Hone"),
        IntStream.range(0, reports.size())
            .mapToObj(i -> conditions(letter(i), reports.get(i).header()))
            .toList());
    List<String> open =
        IntStream.range(0, reports.size())
            .filter(i -> !reports.get(i).isComplete())
            .mapToObj(ReportPage::letter)
            .toList();
    if (!open.isEmpty()) {
      html.paragraph("Not complete: " + String.join(", ", open) + ".");
    }
  }

  private static List<String> conditions(String letter, Header header) {
    return List.of(
        letter,
        header.contestant(),
        header.model().isEmpty() ? "-" : header.model(),
        header.suites().stream()
            .map(suite -> "%s (%d)".formatted(suite.name(), suite.chosen()))
            .collect(Collectors.joining(", ")),
        Long.toString(header.settings().seed()),
        Integer.toString(header.settings().rounds()),
        header.sandbox(),
        header.version());
  }

  private List<Bars.Bar> solved() {
    return IntStream.range(0, reports.size())
        .mapToObj(
            i -> {
              Report.Totals totals = reports.get(i).totals();
              String name = letter(i) + " " + reports.get(i).header().contestant();
              return Bars.Bar.of(name, totals.solved(), totals.problems());
            })
        .toList();
  }

  private void figures() {
    html.table(
        Stream.concat(Stream.of(""), letters()).toList(),
        Figures.all(reports).stream()
            .map(row -> Stream.concat(Stream.of(row.name()), row.cells().stream()).toList())
            .toList());
  }

  private void languages() {
    List<String> languages =
        reports.stream().flatMap(one -> one.languages().stream()).distinct().sorted().toList();
    html.table(
        partTitles("language"),
        languages.stream()
            .map(language -> part(language, report -> report.inLanguage(language)))
            .toList());
  }

  private void suites() {
    List<String> suites =
        reports.stream()
            .flatMap(one -> one.header().suites().stream())
            .map(Header.Suite::name)
            .distinct()
            .toList();
    if (suites.size() > 1) {
      html.heading("Suites");
      html.table(
          partTitles("suite"),
          suites.stream().map(suite -> part(suite, report -> report.totals(suite))).toList());
    }
  }

  private List<String> partTitles(String name) {
    return Stream.concat(
            Stream.of(name),
            letters().flatMap(l -> Stream.of(l + " solved", l + " claimed", l + " precision")))
        .toList();
  }

  private List<String> part(String name, Function<Report, Report.Totals> totals) {
    return Stream.concat(
            Stream.of(name), reports.stream().map(totals).flatMap(ReportPage::solvedAndClaimed))
        .toList();
  }

  private static Stream<String> solvedAndClaimed(Report.Totals totals) {
    return totals.problems() == 0
        ? Stream.of("-", "-", "-")
        : Stream.of(
            "%d of %d (%s)"
                .formatted(
                    totals.solved(),
                    totals.problems(),
                    Numbers.percent(totals.solved(), totals.problems())),
            Integer.toString(totals.claimed()),
            Numbers.percent(totals.claimedAndSolved(), totals.claimed()));
  }

  private void misses() {
    for (int i = 0; i < reports.size(); i++) {
      int problems = reports.get(i).totals().problems();
      List<Bars.Bar> bars = Bars.ofMisses(reports.get(i), problems);
      if (!bars.isEmpty()) {
        html.heading("Misses of " + letter(i));
        html.raw(Bars.of("misses of " + letter(i) + ", share of problems", bars));
      }
    }
  }

  private Stream<String> letters() {
    return IntStream.range(0, reports.size()).mapToObj(ReportPage::letter);
  }
}
