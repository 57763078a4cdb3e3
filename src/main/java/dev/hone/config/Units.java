package dev.hone.config;

import dev.hone.failure.UsageException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes and times as people write them.
public final class Units {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?) ?([a-z]*)");
  private static final long MOST_BYTES = 1L << 50;
  private static final Duration MOST_TIME = Duration.ofHours(24);

  /// Powers of 1024 and, where the unit says so, of 1000. A letter alone is the former.
  private static final Map<String, Long> BYTES =
      Map.ofEntries(
          Map.entry("b", 1L),
          Map.entry("k", 1L << 10),
          Map.entry("kib", 1L << 10),
          Map.entry("kb", 1_000L),
          Map.entry("m", 1L << 20),
          Map.entry("mib", 1L << 20),
          Map.entry("mb", 1_000_000L),
          Map.entry("g", 1L << 30),
          Map.entry("gib", 1L << 30),
          Map.entry("gb", 1_000_000_000L));

  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L);

  private static final long MOST_TOKENS = 1_000_000_000_000L;
  private static final BigDecimal MOST_DOLLARS = BigDecimal.valueOf(1_000_000);

  private Units() {}

  /// {@return bytes from a text such as `1 GiB`, `512m` or `100 kB`}
  ///
  /// @param name what is set, as messages call it
  /// @param text the text
  /// @param unitless the unit of a number alone, or empty if it needs one
  /// @throws UsageException if it is no whole number of bytes from 1 to 1 PiB
  public static long bytes(String name, String text, String unitless) {
    BigDecimal bytes = amount(text, unitless, BYTES);
    if (bytes.compareTo(BigDecimal.ONE) >= 0
        && bytes.compareTo(BigDecimal.valueOf(MOST_BYTES)) <= 0) {
      return bytes.longValue();
    }
    throw new UsageException(
        "%s takes a size such as 512m or \"1 GiB\", not '%s'".formatted(name, text));
  }

  /// {@return a time from a text such as `30 s`, `500 ms` or `2 min`}
  ///
  /// @param name what is set, as messages call it
  /// @param text the text
  /// @param unitless the unit of a number alone, or empty if it needs one
  /// @throws UsageException if it is no time from 1 ms to 24 h
  public static Duration time(String name, String text, String unitless) {
    BigDecimal millis = amount(text, unitless, MILLIS);
    if (millis.compareTo(BigDecimal.ONE) >= 0
        && millis.compareTo(BigDecimal.valueOf(MOST_TIME.toMillis())) <= 0) {
      return Duration.ofMillis(millis.longValue());
    }
    throw new UsageException(
        "%s takes a time such as \"30 s\" or \"500 ms\", up to 24 h, not '%s'"
            .formatted(name, text));
  }

  /// {@return a whole number above 0}
  ///
  /// @param name what is set, as messages call it
  /// @param text the text
  /// @throws UsageException if it is none, or above a million
  public static int count(String name, String text) {
    if (text.matches("[1-9][0-9]{0,5}|1000000")) {
      return Integer.parseInt(text);
    }
    throw new UsageException(
        "%s takes a whole number from 1 to 1000000, not '%s'".formatted(name, text));
  }

  /// {@return a number of tokens}
  ///
  /// @param name what is set, as messages call it
  /// @param text the text
  /// @throws UsageException if it is no whole number from 1 to 10¹²
  public static long tokens(String name, String text) {
    if (text.matches("[1-9][0-9]{0,12}") && Long.parseLong(text) <= MOST_TOKENS) {
      return Long.parseLong(text);
    }
    throw new UsageException(
        "%s takes a whole number of tokens such as 20000, not '%s'".formatted(name, text));
  }

  /// {@return an amount of money}
  ///
  /// @param name what is set, as messages call it
  /// @param text the text
  /// @throws UsageException if it is no number from 0 to a million with at most nine decimals
  public static BigDecimal dollars(String name, String text) {
    if (text.matches("[0-9]{1,7}(\\.[0-9]{1,9})?")
        && new BigDecimal(text).compareTo(MOST_DOLLARS) <= 0) {
      return new BigDecimal(text);
    }
    throw new UsageException(
        "%s takes an amount of US dollars such as 0.05, not '%s'".formatted(name, text));
  }

  /// Negative where it is none.
  private static BigDecimal amount(String text, String unitless, Map<String, Long> units) {
    Matcher matcher = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return BigDecimal.valueOf(-1);
    }
    String unit = matcher.group(2).isEmpty() ? unitless : matcher.group(2);
    Long factor = units.get(unit);
    return factor == null
        ? BigDecimal.valueOf(-1)
        : new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor));
  }
}
