package dev.hone.cli;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.requirement.RequirementType;
import dev.hone.runlog.stats.Filter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// How runs are chosen for the failure rates.
final class StatsOptions {
  private static final Pattern DAYS = Pattern.compile("(\\d{1,5}) ?(?:d|days?)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private StatsOptions() {}

  /// {@return the runs that are asked for}
  ///
  /// @throws UsageException if a value means nothing
  static Filter filter(ParseResult words, Instant now) {
    String language = Options.text(words, "--language", "");
    return new Filter(
        Options.has(words, "--since")
            ? since(Options.text(words, "--since", ""), now)
            : Instant.EPOCH,
        Options.has(words, "--language")
            ? Options.language(language, List.of(LanguageId.values())).id()
            : "",
        Options.has(words, "--type") ? type(Options.text(words, "--type", "")) : "");
  }

  /// {@return the chosen runs as a person calls them}
  static String words(Filter filter) {
    String runs = filter.equals(Filter.ALL) ? "all runs" : "runs";
    return runs
        + (filter.type().isEmpty() ? "" : " of type " + filter.type())
        + (filter.language().isEmpty() ? "" : " in " + filter.language())
        + (filter.since().equals(Instant.EPOCH) ? "" : " since " + filter.since());
  }

  /// {@return a point in time: the begin of a day in UTC, or so many days ago}
  ///
  /// @throws UsageException if it is neither
  static Instant since(String text, Instant now) {
    return time("--since", text, now);
  }

  /// {@return the same for another option}
  ///
  /// @throws UsageException if it is neither
  static Instant time(String option, String text, Instant now) {
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return now.minus(Duration.ofDays(Long.parseLong(days.group(1))));
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
    } catch (DateTimeException _) {
      // falls through to the one message for all wrong values
    }
    throw new UsageException(
        "%s takes a day such as 2026-11-01, or a number of days such as 30d, not '%s'"
            .formatted(option, text));
  }

  /// {@return `--type` with this description}
  static OptionSpec typeOption(String description) {
    return Options.choice(
        "--type",
        "T",
        description,
        Arrays.stream(RequirementType.values()).map(RequirementType::id).toList());
  }

  /// {@return the class of work with this name}
  ///
  /// @throws UsageException if there is none
  static String type(String text) {
    List<String> known = Arrays.stream(RequirementType.values()).map(RequirementType::id).toList();
    if (known.contains(text)) {
      return text;
    }
    throw new UsageException(
        "there is no type '%s'%s; --type takes one of: %s"
            .formatted(
                text,
                Spelling.nearest(text, known).map(near -> ", did you mean " + near).orElse(""),
                String.join(", ", known)));
  }
}
