package dev.hone.runlog.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// How rates are put into words, in the terminal as on the page.
public final class Words {
  private static final int SHORT_HASH = 6;
  private static final int NO_DECIMALS = 100;

  private Words() {}

  /// {@return a share in whole percent, such as `37 %`}
  ///
  /// @param share 0 to 1
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", share * 100);
  }

  /// {@return an interval in whole percent, such as `29-47 %`}
  ///
  /// @param interval the interval
  public static String range(Wilson interval) {
    return String.format(Locale.ROOT, "%.0f-%.0f %%", interval.low() * 100, interval.high() * 100);
  }

  /// {@return a chance, such as `0.012` or `under 0.001`}
  ///
  /// @param chance 0 to 1
  public static String chance(double chance) {
    return chance < 0.001 ? "under 0.001" : String.format(Locale.ROOT, "%.3f", chance);
  }

  /// {@return a median without needless decimals, such as `2`, `1.5` or `1844`; `-` where there is
  /// none}
  ///
  /// @param median the median
  public static String median(OptionalDouble median) {
    if (median.isEmpty()) {
      return "-";
    }
    double value = median.getAsDouble();
    return value == Math.rint(value) || value >= NO_DECIMALS
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  /// {@return a word, or `-` where it is not known}
  ///
  /// @param word the word; may be empty
  public static String known(String word) {
    return word.isEmpty() ? "-" : word;
  }

  /// {@return prompts by their names and six digits of their hashes}
  ///
  /// @param prompts `NAME@HASH` with blanks between; may be empty
  public static String shortPrompts(String prompts) {
    return known(
        Arrays.stream(prompts.split(" ", -1))
            .map(prompt -> prompt.substring(0, Math.min(prompt.length(), end(prompt))))
            .collect(Collectors.joining(" ")));
  }

  private static int end(String prompt) {
    return prompt.indexOf('@') + 1 + SHORT_HASH;
  }

  /// {@return what a dimension's value is called where there is little room}
  ///
  /// @param dimension the dimension
  /// @param value the value; may be empty
  public static String value(Dimension dimension, String value) {
    return dimension == Dimension.PROMPTS ? shortPrompts(value) : known(value);
  }

  /// {@return what a contrast shows, as a sentence without its end}
  ///
  /// @param contrast the contrast
  public static String contrast(PromptReport.Contrast contrast) {
    String counts =
        "%s failed %d of %d, %s %d of %d"
            .formatted(
                contrast.hash(),
                contrast.failed(),
                contrast.runs(),
                contrast.otherHash(),
                contrast.otherFailed(),
                contrast.otherRuns());
    return switch (contrast.finding()) {
      case BETTER -> counts + ": the later is better (chance " + chance(contrast.chance()) + ")";
      case WORSE -> counts + ": the later is worse (chance " + chance(contrast.chance()) + ")";
      case NO_DIFFERENCE ->
          counts + ": no difference shown (chance " + chance(contrast.chance()) + ")";
      case TOO_FEW ->
          counts
              + " of comparable runs: too few runs, %d of each are needed"
                  .formatted(PromptStatistics.FEWEST_RUNS);
    };
  }

  /// {@return in what a version is weak, as a sentence without its end}
  ///
  /// @param weak the type
  public static String weak(PromptReport.WeakType weak) {
    return "weak in %s: %d of %d failed, elsewhere %d of %d (chance %s)"
        .formatted(
            weak.type().isEmpty() ? "runs of no known type" : weak.type(),
            weak.failed(),
            weak.runs(),
            weak.otherFailed(),
            weak.otherRuns(),
            chance(weak.chance()));
  }
}
