package dev.hone.cli;

import dev.hone.runlog.stats.Counted;
import dev.hone.runlog.stats.Counts;
import dev.hone.runlog.stats.Dimension;
import dev.hone.runlog.stats.Group;
import dev.hone.runlog.stats.LeftOut;
import dev.hone.runlog.stats.Statistics;
import dev.hone.runlog.stats.Tally;
import dev.hone.runlog.stats.TypeReport;
import dev.hone.runlog.stats.Week;
import dev.hone.runlog.stats.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Failure rates as a person reads them in a terminal.
final class StatsText {
  private static final int BAR = 10;
  private static final int WIDEST = 24;
  private static final int MOST_GROUPS = 20;
  private static final int MOST_WEEKS = 12;
  private static final int MOST_ERRORS = 3;

  private StatsText() {}

  static String of(Statistics statistics) {
    return head(statistics)
        + "\n"
        + groups(statistics)
        + types(statistics.types())
        + weeks(statistics.weeks());
  }

  private static String head(Statistics statistics) {
    Tally all = statistics.all();
    Counts counts = all.counts();
    LeftOut left = statistics.leftOut();
    String text =
        """
        %d runs, %d failed: %s, 95 %%: %s
        with the first candidate alone %s; to a pass, medians: rounds %s, tokens %s
        """
            .formatted(
                counts.runs(),
                counts.failed(),
                Words.percent(counts.rate()),
                Words.range(counts.interval()),
                Words.percent(counts.firstRate()),
                Words.median(all.medianRounds()),
                Words.median(all.medianTokens()));
    if (counts.labelled() > 0) {
      text +=
          "marked by a person: %d; passed but wrong %d, not passed but right %d\n"
              .formatted(counts.labelled(), counts.falsePasses(), counts.falseFailures());
    }
    if (left.cancelled() + left.unfinished() > 0) {
      text +=
          "not counted: %d cancelled, %d unfinished\n"
              .formatted(left.cancelled(), left.unfinished());
    }
    return text;
  }

  private static String groups(Statistics statistics) {
    List<Integer> shown =
        IntStream.range(0, statistics.by().size())
            .filter(place -> !isCommon(statistics, place))
            .boxed()
            .toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(
                shown.stream().map(place -> statistics.by().get(place).id()),
                Stream.of("rate", "", "95 %", "runs", "failed", "first", "rounds", "tokens"))
            .toList());
    statistics.groups().stream()
        .limit(MOST_GROUPS)
        .forEach(group -> rows.add(row(statistics.by(), shown, group)));
    int more = statistics.groups().size() - MOST_GROUPS;
    return common(statistics)
        + Grid.of(rows, shown.size())
        + (more > 0 ? "and %d more; --json lists all\n".formatted(more) : "");
  }

  /// {@return what all groups have in common, which is no column then}
  private static String common(Statistics statistics) {
    return IntStream.range(0, statistics.by().size())
        .filter(place -> isCommon(statistics, place))
        .mapToObj(
            place -> {
              Dimension dimension = statistics.by().get(place);
              String value = statistics.groups().getFirst().key().get(place);
              return "%s of all: %s\n".formatted(dimension.id(), Words.value(dimension, value));
            })
        .collect(Collectors.joining());
  }

  private static boolean isCommon(Statistics statistics, int place) {
    List<Group> groups = statistics.groups();
    return groups.size() > 1
        && groups.stream().map(group -> group.key().get(place)).distinct().count() == 1;
  }

  private static List<String> row(List<Dimension> by, List<Integer> shown, Group group) {
    Counts counts = group.tally().counts();
    List<String> row = new ArrayList<>();
    for (int place : shown) {
      String value = Words.value(by.get(place), group.key().get(place));
      row.add(by.get(place) == Dimension.PROMPTS ? value : cut(value));
    }
    row.addAll(
        List.of(
            Words.percent(counts.rate()),
            bar(counts.rate()),
            Words.range(counts.interval()),
            Integer.toString(counts.runs()),
            Integer.toString(counts.failed()),
            Words.percent(counts.firstRate()),
            Words.median(group.tally().medianRounds()),
            Words.median(group.tally().medianTokens())));
    return row;
  }

  private static String types(List<TypeReport> types) {
    List<TypeReport> failing =
        types.stream().filter(type -> type.tally().counts().failed() > 0).toList();
    return failing.isEmpty()
        ? ""
        : "\nwhat fails, by type\n"
            + failing.stream().map(StatsText::type).collect(Collectors.joining());
  }

  private static String type(TypeReport type) {
    Counts counts = type.tally().counts();
    StringBuilder text = new StringBuilder();
    text.append(
        "%s: %d of %d, %s\n"
            .formatted(
                Words.known(type.type()),
                counts.failed(),
                counts.runs(),
                type.verdicts().stream()
                    .map(one -> one.text() + " " + one.runs())
                    .collect(Collectors.joining(", "))));
    for (Counted error : type.errors().subList(0, Math.min(MOST_ERRORS, type.errors().size()))) {
      text.append("  %d x %s\n".formatted(error.runs(), error.text()));
    }
    type.examples().stream()
        .limit(1)
        .forEach(run -> text.append("  latest: hone show %s\n".formatted(run.runId())));
    return text.toString();
  }

  private static String weeks(List<Week> weeks) {
    if (weeks.size() < 2) {
      return "";
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("week of", "rate", "", "95 %", "runs", "failed"));
    weeks
        .subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size())
        .forEach(week -> rows.add(row(week)));
    return "\n" + Grid.of(rows, 1);
  }

  private static List<String> row(Week week) {
    return List.of(
        week.monday().toString(),
        Words.percent(week.rate()),
        bar(week.rate()),
        Words.range(week.interval()),
        Integer.toString(week.runs()),
        Integer.toString(week.failed()));
  }

  /// {@return a share as a bar of ten places}
  static String bar(double share) {
    int full = (int) Math.round(share * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }

  private static String cut(String value) {
    return value.length() > WIDEST ? value.substring(0, WIDEST - 1) + "…" : value;
  }
}
