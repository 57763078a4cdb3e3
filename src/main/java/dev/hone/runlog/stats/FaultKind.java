package dev.hone.runlog.stats;

import java.util.regex.Pattern;

/// Tells what errors have in common: places, names in quotes and numbers are taken out.
final class FaultKind {
  private static final int LONGEST = 90;
  private static final Pattern PLACE =
      Pattern.compile("^[^\\s:]+(?:(?::\\d+){1,2}|\\.[a-z]{1,4}): ");
  private static final Pattern TEST =
      Pattern.compile("^.{1,300}? (failed|error|skipped|missing)(?=:|$)");
  private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"|`[^`]*`|‘[^’]*’");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d+(?:[.,_]\\d+)*(?!\\w)");

  private FaultKind() {}

  /// {@return the kind of an error, one line}
  static String of(String error) {
    String line = error.strip().lines().findFirst().orElse("");
    String test = TEST.matcher(line).replaceFirst("test $1");
    String placed = test.equals(line) ? PLACE.matcher(line).replaceFirst("") : test;
    String named = QUOTED.matcher(placed).replaceAll("'…'");
    String kind = NUMBER.matcher(named).replaceAll("N").replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return kind.length() > LONGEST ? kind.substring(0, LONGEST - 1) + "…" : kind;
  }
}
