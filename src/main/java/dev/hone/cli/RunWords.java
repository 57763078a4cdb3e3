package dev.hone.cli;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import dev.hone.runlog.RunFilter;
import dev.hone.runlog.RunFilter.Passing;
import dev.hone.runlog.RunLog;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs of the log chosen by one word, such as `type=parsing,language=go`.
final class RunWords {
  private static final List<String> KEYS =
      List.of("type", "language", "model", "verdict", "since", "passed");

  private RunWords() {}

  /// {@return the runs that are meant}
  ///
  /// @param text conditions with commas between them; empty for all runs
  /// @param log knows the models
  /// @throws UsageException if a condition means nothing
  static RunFilter filter(String text, RunLog log, Instant now) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] sides = part.strip().split("=", 2);
      if (sides.length != 2 || !KEYS.contains(sides[0])) {
        throw unknown(part.strip(), sides[0]);
      }
      values.put(sides[0], sides[1]);
    }
    return RunsOptions.filter(
        name -> Optional.ofNullable(values.get(name)),
        passing(values.getOrDefault("passed", "")),
        List.of(),
        log,
        now);
  }

  private static Passing passing(String text) {
    return switch (text) {
      case "" -> Passing.ANY;
      case "yes" -> Passing.PASSED;
      case "no" -> Passing.FAILED;
      default -> throw new UsageException("passed= takes yes or no, not '%s'".formatted(text));
    };
  }

  private static UsageException unknown(String part, String key) {
    return new UsageException(
        "--on takes conditions such as type=parsing, not '%s'%s; they begin with one of %s"
            .formatted(
                part,
                Spelling.nearest(key, KEYS).map(near -> ", did you mean " + near + "=").orElse(""),
                String.join(", ", KEYS)));
  }
}
