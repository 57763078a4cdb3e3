package dev.hone.cli;

import dev.hone.config.Settings;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.PackageName;
import dev.hone.model.replay.Recording;
import dev.hone.result.Evidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Options that several commands share, and how their values are read.
final class Options {
  private Options() {}

  /// {@return whether these words ask for help, before any `--`}
  static boolean asksForHelp(String[] words) {
    return Arrays.stream(words)
        .takeWhile(word -> !word.equals("--"))
        .anyMatch(word -> word.equals("--help") || word.equals("-h"));
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  static OptionSpec value(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  /// {@return an option with one value, which is one of these words or near to them}
  ///
  /// @param words what shells complete, and what is suggested for a slip
  static OptionSpec choice(
      String name, String label, String description, Collection<String> words) {
    return OptionSpec.builder(value(name, label, description))
        .completionCandidates(List.copyOf(words))
        .build();
  }

  /// {@return `--language` with this description}
  static OptionSpec language(String description) {
    return choice(
        "--language",
        "L",
        description,
        Arrays.stream(LanguageId.values()).map(LanguageId::id).toList());
  }

  /// {@return an option with one value or more} It takes the first word after it whatever it is,
  /// and then those that can only be meant for it: a requirement that follows is not taken.
  static OptionSpec values(String name, String label, String description, Predicate<String> taken) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1..*")
        .parameterConsumer((words, option, _) -> take(words, option, taken))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  private static void take(Stack<String> words, ArgSpec option, Predicate<String> taken) {
    List<String> values = new ArrayList<>();
    if (option.getValue() instanceof List<?> earlier) {
      earlier.forEach(value -> values.add(String.valueOf(value)));
    }
    boolean first = true;
    while (!words.isEmpty()
        && (first || (!words.peek().startsWith("-") && taken.test(words.peek())))) {
      values.add(words.pop());
      first = false;
    }
    option.setValue(values);
  }

  static OptionSpec required(OptionSpec option) {
    return OptionSpec.builder(option).required(true).build();
  }

  static OptionSpec json() {
    return flag("--json", "print the result as JSON");
  }

  static OptionSpec language() {
    return language("python, javascript, …; found in the text where not given");
  }

  static OptionSpec model() {
    return choice(
        "--model",
        "M",
        "small, default, a GGUF file, openai:NAME, URL#NAME, …; A,B: B if A fails",
        List.of("small", "default", "openai:", "anthropic:", "gemini:", "ollama:"));
  }

  static OptionSpec offline() {
    return flag("--offline", "open no connection, as HONE_OFFLINE=1");
  }

  static OptionSpec engineProcess() {
    return flag("--engine-process", "run the engine apart: a fault of it does not end Hone");
  }

  static OptionSpec allow() {
    return values(
        "--allow", "RULE", "rules of the scan to permit", word -> word.matches("[a-z0-9,._/:-]+"));
  }

  static OptionSpec with() {
    return value("--with", "NAME,…", "packages that the code may import, NAME or NAME==VERSION");
  }

  static List<PackageName> packages(ParseResult words, String otherwise) {
    String list = text(words, "--with", otherwise);
    return has(words, "--with") || !list.isEmpty() ? PackageName.list(list) : List.of();
  }

  static OptionSpec files(String name, String description) {
    return values(name, "FILE", description, word -> Files.exists(Path.of(word)));
  }

  static OptionSpec timeout() {
    return value("--timeout", "SECONDS", "the limit of each run in the sandbox (30)");
  }

  static OptionSpec profile() {
    return value("--profile", "NAME", "the profile of the settings that counts");
  }

  /// {@return the services as `--offline`, `--engine-process` and `--profile` ask for them}
  static Services services(ParseResult words, Services services) {
    Services named =
        has(words, "--profile")
            ? services.with(Map.of("--profile", text(words, "--profile", "")))
            : services;
    Services apart =
        has(words, "--engine-process") ? named.with(Map.of("--engine-process", "true")) : named;
    return has(words, "--offline") ? apart.offline() : apart;
  }

  static OptionSpec record() {
    return value("--record", "DIR", "keep every reply of the model, ask none twice");
  }

  static OptionSpec replay() {
    return value(Settings.REPLAY, "DIR", "answer from kept replies, without a model");
  }

  /// {@return what `--record` and `--replay` ask for}
  static Recording recording(ParseResult words) {
    String record = text(words, "--record", "");
    String replay = text(words, Settings.REPLAY, "");
    if (!record.isEmpty() && !replay.isEmpty()) {
      throw new UsageException(
          "hone %s takes one of --record DIR and --replay DIR"
              .formatted(words.commandSpec().name()));
    }
    if (!replay.isEmpty()) {
      return new Recording.From(Path.of(replay));
    }
    return record.isEmpty() ? new Recording.None() : new Recording.Into(Path.of(record));
  }

  static boolean has(ParseResult words, String flag) {
    return words.hasMatchedOption(flag);
  }

  static String text(ParseResult words, String name, String otherwise) {
    return words.matchedOptionValue(name, otherwise);
  }

  static List<String> texts(ParseResult words, String name) {
    // picocli does not count an option as matched that reads its own words, but keeps its value
    return words.commandSpec().findOption(name).getValue() instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// {@return the rules to permit; those of the settings where the option is not there}
  static Set<String> allowed(ParseResult words, Set<String> otherwise) {
    List<String> typed = texts(words, "--allow");
    return typed.isEmpty() ? otherwise : rules(typed);
  }

  private static Set<String> rules(List<String> typed) {
    return typed.stream()
        .flatMap(rules -> Arrays.stream(rules.split(",", -1)))
        .map(String::strip)
        .filter(rule -> !rule.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static long number(ParseResult words, String name, long otherwise) {
    String text = text(words, name, Long.toString(otherwise));
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new UsageException("%s takes a whole number, not '%s'".formatted(name, text));
    }
  }

  static Duration seconds(ParseResult words, String name, Duration otherwise) {
    return has(words, name) ? seconds(words, name, 0) : otherwise;
  }

  static Duration seconds(ParseResult words, String name, int otherwise) {
    String text = text(words, name, Integer.toString(otherwise));
    try {
      double seconds = Double.parseDouble(text);
      if (seconds >= 0.001 && seconds <= 86_400) {
        return Duration.ofMillis(Math.round(seconds * 1000));
      }
    } catch (NumberFormatException _) {
      // falls through to the one message for all wrong values
    }
    throw new UsageException(
        "%s takes seconds above 0, up to 86400, not '%s'".formatted(name, text));
  }

  /// {@return the language with this identifier}
  ///
  /// @throws UsageException if it is not among those supported
  static LanguageId language(String id, List<LanguageId> supported) {
    return supported.stream()
        .filter(language -> language.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "the language '%s' is not supported; pass --language with one of: %s"
                        .formatted(
                            id,
                            supported.stream()
                                .map(LanguageId::id)
                                .collect(Collectors.joining(", ")))));
  }

  static OptionSpec require() {
    return choice(
        "--require",
        "B",
        "what a pass rests on: given, agreed or own (own)",
        Arrays.stream(Evidence.Basis.values())
            .filter(basis -> basis != Evidence.Basis.NONE)
            .map(Evidence.Basis::id)
            .toList()
            .reversed());
  }

  static Evidence.Basis required(ParseResult words, Evidence.Basis otherwise) {
    String text = text(words, "--require", otherwise.id());
    return Arrays.stream(Evidence.Basis.values())
        .filter(basis -> basis != Evidence.Basis.NONE && basis.id().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--require takes given, agreed or own, not '%s'".formatted(text)));
  }
}
