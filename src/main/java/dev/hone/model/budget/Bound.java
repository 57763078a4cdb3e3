package dev.hone.model.budget;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// The most of one thing that may be spent.
///
/// @param kind of what
/// @param span in which time
/// @param most how much: tokens, US dollars or seconds
/// @param before how much of it was spent before the run began
public record Bound(Kind kind, Span span, BigDecimal most, BigDecimal before) {
  /// What can be spent.
  public enum Kind {
    /// Tokens read and generated.
    TOKENS("tokens", "token"),
    /// Tokens generated.
    COMPLETION_TOKENS("completionTokens", "token"),
    /// US dollars.
    COST("cost", "money"),
    /// Seconds by the clock.
    TIME("time", "time");

    private final String id;
    private final String title;

    Kind(String id, String title) {
      this.id = id;
      this.title = title;
    }

    /// {@return the key in the settings}
    public String id() {
      return id;
    }

    String title() {
      return title;
    }
  }

  /// The time that a bound is for.
  public enum Span {
    /// One run.
    RUN("", ""),
    /// All runs of a day.
    DAY("PerDay", " a day");

    private final String suffix;
    private final String words;

    Span(String suffix, String words) {
      this.suffix = suffix;
      this.words = words;
    }

    /// {@return what the key in the settings ends with}
    public String suffix() {
      return suffix;
    }

    String words() {
      return words;
    }
  }

  /// {@return a bound on the tokens of a run}
  ///
  /// @param most read and generated
  public static Bound tokens(long most) {
    return ofRun(Kind.TOKENS, BigDecimal.valueOf(most));
  }

  /// {@return a bound on what a run generates}
  ///
  /// @param most tokens
  public static Bound completionTokens(long most) {
    return ofRun(Kind.COMPLETION_TOKENS, BigDecimal.valueOf(most));
  }

  /// {@return a bound on what a run costs}
  ///
  /// @param dollars US dollars
  public static Bound cost(BigDecimal dollars) {
    return ofRun(Kind.COST, dollars);
  }

  /// {@return a bound on how long a run takes}
  ///
  /// @param most by the clock
  public static Bound time(Duration most) {
    return ofRun(Kind.TIME, BigDecimal.valueOf(most.toMillis(), 3).stripTrailingZeros());
  }

  /// {@return the bound of a run that is written as {@link #words} does, or empty where it is one
  /// of a day}
  static Optional<Bound> ofRun(String words) {
    String[] parts = words.split(" ", 2);
    String most = parts[parts.length - 1].replace("s", "");
    return Stream.of(Kind.values())
        .filter(kind -> kind.id.equals(parts[0]))
        .map(kind -> ofRun(kind, new BigDecimal(most)))
        .findFirst();
  }

  private static Bound ofRun(Kind kind, BigDecimal most) {
    return new Bound(kind, Span.RUN, most, BigDecimal.ZERO);
  }

  /// {@return the same for all runs of a day}
  public Bound perDay() {
    return new Bound(kind, Span.DAY, most, before);
  }

  /// {@return the same with what was spent before}
  ///
  /// @param spent how much
  Bound after(BigDecimal spent) {
    return new Bound(kind, span, most, spent);
  }

  /// {@return what is left; below 0 where too much was spent}
  ///
  /// @param spent how much the run has spent
  BigDecimal left(BigDecimal spent) {
    return most.subtract(before).subtract(spent);
  }

  /// {@return the bound as the settings write it, such as `tokens 5000`}
  public String words() {
    return kind.id() + span.suffix() + " " + most.toPlainString() + (kind == Kind.TIME ? "s" : "");
  }
}
