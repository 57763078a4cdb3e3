package dev.hone.runlog.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The counted runs that began in one week.
///
/// @param monday the day it began, in UTC
/// @param runs the runs
/// @param failed those that failed
public record Week(LocalDate monday, int runs, int failed) {
  /// {@return the share of runs that failed, 0 to 1; 0 where there are none}
  public double rate() {
    return runs == 0 ? 0 : (double) failed / runs;
  }

  /// {@return the 95 % interval of {@link #rate}}
  public Wilson interval() {
    return Wilson.of(failed, runs);
  }

  /// {@return the weeks of these days, earliest first; weeks without runs are left out}
  static List<Week> of(List<Day> days) {
    Map<LocalDate, Week> weeks = new TreeMap<>();
    for (Day day : days) {
      LocalDate monday = day.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      weeks.merge(monday, new Week(monday, day.runs(), day.failed()), Week::plus);
    }
    return List.copyOf(weeks.values());
  }

  private Week plus(Week other) {
    return new Week(monday, runs + other.runs, failed + other.failed);
  }
}
