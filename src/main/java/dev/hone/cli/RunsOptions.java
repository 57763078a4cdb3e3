package dev.hone.cli;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.runlog.Page;
import dev.hone.runlog.RunFilter;
import dev.hone.runlog.RunFilter.Passing;
import dev.hone.runlog.RunLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// How runs of the log are chosen, for every command that takes several.
final class RunsOptions {
  private static final int USUAL = 100;
  private static final int MOST = 1_000_000;

  private RunsOptions() {}

  /// {@return the options that say which runs}
  static List<OptionSpec> specs() {
    return List.of(
        Options.language("only runs in this language"),
        Options.choice(
            "--verdict",
            "V",
            "only runs of this verdict, such as TestsFailed",
            RunFilter.verdicts()),
        Options.value("--model", "M", "only runs whose model's name holds this"),
        StatsOptions.typeOption("only runs of this type, such as parsing"),
        Options.flag("--passed", "only runs that passed"),
        Options.flag("--failed", "only runs that ended and did not pass"),
        Options.value("--since", "WHEN", "a day such as 2026-11-01, or days such as 7d"),
        Options.value(
            "--search", "WORDS", "all words are in the requirement, the errors or test messages"));
  }

  /// {@return the options that say which part of the list}
  static List<OptionSpec> pages() {
    return List.of(
        Options.value("--limit", "N", "the most runs (%d)".formatted(USUAL)),
        Options.value("--offset", "N", "pass over the first N"),
        Options.value("--before", "ID", "go on behind this run"));
  }

  /// {@return the runs that are asked for}
  ///
  /// @param log knows the models
  /// @throws UsageException if a value means nothing
  static RunFilter filter(ParseResult words, RunLog log, Instant now) {
    return filter(
        name ->
            Options.has(words, "--" + name)
                ? Optional.of(Options.text(words, "--" + name, ""))
                : Optional.empty(),
        passing(words),
        Options.has(words, "--search") ? search(Options.text(words, "--search", "")) : List.of(),
        log,
        now);
  }

  /// {@return the runs that are meant by conditions, however they were typed}
  ///
  /// @param value the value of `language`, `verdict`, `model`, `type` or `since`; empty where it
  ///   was not given
  /// @param passing whether they passed
  /// @param search words that they hold
  /// @param log knows the models
  /// @throws UsageException if a value means nothing
  static RunFilter filter(
      Function<String, Optional<String>> value,
      Passing passing,
      List<String> search,
      RunLog log,
      Instant now) {
    return new RunFilter(
        passing,
        value
            .apply("language")
            .map(text -> Options.language(text, List.of(LanguageId.values())).id())
            .orElse(""),
        value.apply("verdict").map(RunsOptions::verdict).orElse(""),
        value.apply("model").map(text -> models(text, log.models())).orElse(Set.of()),
        value.apply("type").map(StatsOptions::type).orElse(""),
        value.apply("since").map(text -> StatsOptions.since(text, now)).orElse(Instant.EPOCH),
        search);
  }

  /// {@return the part of the list that is asked for}
  ///
  /// @param log knows the run that it goes on behind
  /// @throws UsageException if a value means nothing
  static Page page(ParseResult words, RunLog log) {
    String before = Options.text(words, "--before", "");
    return new Page(
        number(words, "--limit", USUAL, 1),
        number(words, "--offset", 0, 0),
        Options.has(words, "--before") ? RunWord.identify(log, before) : "");
  }

  /// {@return a whole number up to a million}
  ///
  /// @throws UsageException if it is none, or below the least
  static int number(ParseResult words, String name, int otherwise, int least) {
    long number = Options.number(words, name, otherwise);
    if (number < least || number > MOST) {
      throw new UsageException(
          "%s takes a number from %d to %d, not %d".formatted(name, least, MOST, number));
    }
    return (int) number;
  }

  private static Passing passing(ParseResult words) {
    boolean passed = Options.has(words, "--passed");
    boolean failed = Options.has(words, "--failed");
    if (passed && failed) {
      throw new UsageException("--passed and --failed exclude each other; leave one out");
    }
    return passed ? Passing.PASSED : failed ? Passing.FAILED : Passing.ANY;
  }

  private static String verdict(String text) {
    List<String> known = RunFilter.verdicts();
    return known.stream()
        .filter(verdict -> verdict.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no verdict '%s'%s; --verdict takes one of: %s"
                        .formatted(text, near(text, known), String.join(", ", known))));
  }

  private static Set<String> models(String text, List<String> known) {
    String part = text.strip().toLowerCase(Locale.ROOT);
    Set<String> named =
        known.stream()
            .filter(model -> !part.isEmpty() && model.toLowerCase(Locale.ROOT).contains(part))
            .collect(Collectors.toSet());
    if (named.isEmpty() && known.isEmpty()) {
      throw new UsageException(
          "no run was made with the model '%s', as the log is empty".formatted(text));
    }
    if (named.isEmpty()) {
      throw new UsageException(
          "no run was made with the model '%s'%s; the log knows: %s"
              .formatted(text, near(text, known), String.join(", ", known)));
    }
    return named;
  }

  private static String near(String text, List<String> known) {
    return Spelling.nearest(text, known).map(near -> ", did you mean " + near).orElse("");
  }

  private static List<String> search(String text) {
    if (text.isBlank()) {
      throw new UsageException("--search takes words, such as --search \"index out of range\"");
    }
    return Arrays.asList(text.strip().split("\\s+", -1));
  }
}
