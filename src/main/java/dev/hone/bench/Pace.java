package dev.hone.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The lines that a person reads while problems are worked on.
final class Pace {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final int all;
  private final int before;
  private final Clock clock;
  private final Instant startedAt;
  private int done;
  private int solved;

  /// Makes a pace that begins at once.
  ///
  /// @param all how many problems there are
  /// @param before how many were done by an earlier run
  /// @param solvedBefore how many of those were solved
  /// @param clock the time
  Pace(int all, int before, int solvedBefore, Clock clock) {
    this.all = all;
    this.before = before;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.solved = solvedBefore;
  }

  /// {@return the line of a problem that was just done}
  String line(Item item) {
    done++;
    solved += item.solved() ? 1 : 0;
    return "[%d/%d] %s #%d %s  %s  %d s  (%d solved%s)"
        .formatted(
            before + done,
            all,
            item.language(),
            item.index(),
            item.solved() ? "solved" : "missed",
            item.verdict().isEmpty() ? item.ended() : item.verdict(),
            Math.round(item.time().toMillis() / 1000.0),
            solved,
            end());
  }

  private String end() {
    int left = all - before - done;
    if (left == 0) {
      return "";
    }
    Duration spent = Duration.between(startedAt, clock.instant());
    Instant end = clock.instant().plus(spent.multipliedBy(left).dividedBy(done));
    String days = Duration.between(clock.instant(), end).toHours() < 20 ? "" : " of a later day";
    return ", ends about " + TIME.format(LocalTime.ofInstant(end, clock.getZone())) + days;
  }
}
