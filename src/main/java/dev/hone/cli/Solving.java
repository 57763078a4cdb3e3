package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.config.SolveDefaults;
import dev.hone.failure.UsageException;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Forms;
import dev.hone.result.Result;
import dev.hone.suite.TestFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// A run with its options, from the words of a command to what is printed of it.
final class Solving {
  private static final int MOST_ROUNDS = 20;

  private final Services services;

  /// Makes a run.
  ///
  /// @param services as the options of the command chose them
  Solving(Services services) {
    this.services = services;
  }

  /// {@return the options of every command that starts a run}
  static List<OptionSpec> specs() {
    return Stream.of(
            Stream.of(
                Options.value("--rounds", "N", "the most rounds, 1 to 20 (3)"),
                Options.files("--tests", "test files that the code must pass"),
                EditOptions.context(),
                Options.with(),
                Clarifying.spec(),
                EditOptions.diff(),
                Options.value("--out", "DIR", "write code and tests there"),
                Options.model(),
                Options.offline(),
                Options.profile(),
                Options.record(),
                Options.replay(),
                Options.value("--seed", "N", "the seed of the sampling (0)"),
                Options.timeout(),
                Options.allow(),
                Options.require(),
                Options.json(),
                Options.value(
                    Watching.EVENTS,
                    "FILE",
                    "write what happens there as lines of JSON; - is stderr")),
            Volume.specs().stream(),
            BudgetOptions.specs().stream(),
            SandboxOptions.specs().stream())
        .flatMap(specs -> specs)
        .toList();
  }

  /// {@return what is asked for by a requirement and the options}
  ///
  /// @param services whose settings count where an option is not given
  /// @throws UsageException if an option means nothing
  static SolveRequest request(Requirement requirement, ParseResult words, Services services) {
    SolveDefaults defaults = SolveDefaults.of(services.settings());
    long rounds = Options.number(words, "--rounds", defaults.rounds());
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new UsageException(
          "--rounds takes a number from 1 to %d, not %d".formatted(MOST_ROUNDS, rounds));
    }
    return new SolveRequest(
        requirement,
        (int) rounds,
        Options.number(words, "--seed", defaults.seed()),
        Options.seconds(words, "--timeout", defaults.timeout()),
        Options.allowed(words, defaults.allowed()),
        Options.required(words, defaults.required()),
        Options.text(words, "--model", defaults.model()),
        Options.packages(words, defaults.packages()),
        BudgetOptions.of(words));
  }

  /// {@return what a person typed as a text}
  ///
  /// @param typed the word; `-` reads standard input
  /// @throws UsageException if it is no text, or empty
  static String text(String typed, Streams streams) {
    String text =
        typed.equals("-")
            ? TextFiles.read(streams.in())
            : TextFiles.text(typed.getBytes(StandardCharsets.UTF_8), "the requirement");
    // the runtime puts this in where a word of the command line was no text in its encoding
    if (text.indexOf('\uFFFD') >= 0 && !typed.equals("-")) {
      throw new UsageException(
          "the requirement is no text in UTF-8; give it as plain text, or by: hone - < FILE");
    }
    if (text.isBlank()) {
      throw new UsageException(
          "the requirement is empty; say what the code shall do, such as: hone \"Write a function that …\"");
    }
    return text.strip();
  }

  /// {@return what the run came to, once it is printed}
  ///
  /// @param request what is asked for
  /// @param shown what is printed of a result where neither JSON nor a folder was asked for
  /// @throws InterruptedException if a person stopped it before there was anything to print
  Result run(
      SolveRequest request, Function<Result, String> shown, ParseResult words, Streams streams)
      throws InterruptedException {
    Volume.of(words);
    String out = Options.text(words, "--out", "");
    if (!out.isEmpty()) {
      TextFiles.checkWritable(out);
    }
    Services chosen =
        services.keeping(Options.recording(words)).in(SandboxOptions.of(words, streams));
    SolveRequest plain = Clarifying.clarified(request, chosen, words, streams);
    Result result;
    try (Watching watching = Watching.of(words, streams)) {
      result = solve(plain, chosen, watching);
    }
    print(result, shown, words, streams);
    if (!Watching.isQuiet(words)) {
      streams.err().print(Account.of(result));
    } else if (!result.passed() && Volume.of(words) == Volume.QUIET) {
      streams.err().println(Account.ending(result));
    }
    return result;
  }

  private static Result solve(SolveRequest request, Services chosen, Watching watching)
      throws InterruptedException {
    try {
      Result result = chosen.solve(request, watching);
      watching.end(result);
      return result;
    } catch (RuntimeException | InterruptedException e) {
      watching.failed(e);
      throw e;
    }
  }

  /// {@return the exit code of a command that ran this}
  static int exit(Result result) {
    if (result.ending() == Ending.CANCELLED) {
      return ExitCode.INTERRUPTED;
    }
    return result.passed() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static void print(
      Result result, Function<Result, String> shown, ParseResult words, Streams streams) {
    List<Path> written = written(result, Options.text(words, "--out", ""));
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(Forms.solve(result)));
    } else if (Options.has(words, "--out")) {
      written.forEach(streams.out()::println);
    } else {
      streams.out().print(shown.apply(result));
    }
  }

  /// {@return the code of a result as it is printed; empty where there is none}
  static String code(Result result) {
    return result
        .best()
        .map(best -> CodeText.of(best.code(), result.language().language()))
        .orElse("");
  }

  private static List<Path> written(Result result, String out) {
    List<Path> written = new ArrayList<>();
    if (!out.isEmpty() && result.best().isPresent()) {
      Attempt best = result.best().get();
      written.addAll(TextFiles.write(Path.of(out), best.code()));
      written.addAll(
          TextFiles.write(Path.of(out), best.tests().stream().map(TestFile::file).toList()));
    }
    return written;
  }
}
