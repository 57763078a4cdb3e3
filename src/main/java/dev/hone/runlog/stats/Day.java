package dev.hone.runlog.stats;

import java.time.LocalDate;

/// The counted runs that began on one day.
///
/// @param date the day, in UTC
/// @param runs the runs
/// @param failed those that failed
public record Day(LocalDate date, int runs, int failed) {}
