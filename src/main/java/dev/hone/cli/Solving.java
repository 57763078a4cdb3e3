package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.config.SolveDefaults;
import dev.hone.failure.UsageException;
import dev.hone.progress.Progress;
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
import java.util.stream.Collectors;
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
                out(),
                ProjectFolder.spec(),
                Options.model(),
                Options.engineProcess(),
                Options.offline(),
                Options.profile(),
                Options.record(),
                Options.replay(),
                Options.value("--seed", "N", "the seed of the sampling (0)"),
                Options.timeout(),
                Options.allow(),
                Options.require(),
                Options.json(),
                Watching.spec()),
            Volume.specs().stream(),
            BudgetOptions.specs().stream(),
            SandboxOptions.specs().stream())
        .flatMap(specs -> specs)
        .toList();
  }

  /// {@return `--out`}
  static OptionSpec out() {
    return Options.value("--out", "DIR", "write code and tests there");
  }

  /// {@return what is asked for by a requirement and the options}
  ///
  /// @param services whose settings count where an option is not given
  /// @throws UsageException if an option means nothing
  static SolveRequest request(Requirement requirement, ParseResult words, Services services) {
    SolveDefaults defaults = SolveDefaults.of(services.settings());
    return new SolveRequest(
        requirement,
        rounds(words, defaults),
        Options.number(words, "--seed", defaults.seed()),
        Options.seconds(words, "--timeout", defaults.timeout()),
        Options.allowed(words, defaults.allowed()),
        Options.required(words, defaults.required()),
        Options.text(words, "--model", defaults.model()),
        Options.packages(words, defaults.packages()),
        BudgetOptions.of(words));
  }

  /// {@return the rounds that were asked for}
  ///
  /// @throws UsageException if there are none, or too many
  static int rounds(ParseResult words, SolveDefaults defaults) {
    long rounds = Options.number(words, "--rounds", defaults.rounds());
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new UsageException(
          "--rounds takes a number from 1 to %d, not %d".formatted(MOST_ROUNDS, rounds));
    }
    return (int) rounds;
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
    return run(
        (Preparation)
            chosen -> {
              SolveRequest plain = Clarifying.clarified(request, chosen, words, streams);
              return (services, progress) -> services.solve(plain, progress);
            },
        shown,
        words,
        streams);
  }

  /// What is run.
  interface Work {
    /// {@return what came of it}
    ///
    /// @throws InterruptedException if a person stopped it before there was a result
    Result with(Services services, Progress progress) throws InterruptedException;
  }

  /// What is done at the terminal before it shows how the work goes on.
  private interface Preparation {
    Work of(Services chosen) throws InterruptedException;
  }

  /// {@return what some work came to, once it is printed}
  ///
  /// @param work the work
  /// @param shown what is printed of a result where neither JSON nor a folder was asked for
  /// @throws InterruptedException if a person stopped it before there was anything to print
  Result run(Work work, Function<Result, String> shown, ParseResult words, Streams streams)
      throws InterruptedException {
    return run((Preparation) _ -> work, shown, words, streams);
  }

  private Result run(
      Preparation preparation, Function<Result, String> shown, ParseResult words, Streams streams)
      throws InterruptedException {
    Volume.of(words);
    ProjectFolder.isAsked(words);
    String out = Options.text(words, "--out", "");
    if (!out.isEmpty()) {
      TextFiles.checkWritable(out);
    }
    Services chosen =
        services.keeping(Options.recording(words)).in(SandboxOptions.of(words, streams));
    Work work = preparation.of(chosen);
    Result result;
    try (Watching watching = Watching.of(words, streams)) {
      result = done(work, chosen, watching);
    }
    List<Path> written = written(result, chosen, words, streams);
    streams.out().print(printed(result, written, shown, words));
    if (!Watching.isQuiet(words)) {
      streams.err().print(Account.of(result));
    } else if (!result.passed() && Volume.of(words) == Volume.QUIET) {
      streams.err().println(Account.ending(result));
    }
    return result;
  }

  private static Result done(Work work, Services chosen, Watching watching)
      throws InterruptedException {
    try {
      Result result = work.with(chosen, watching);
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

  private static String printed(
      Result result, List<Path> written, Function<Result, String> shown, ParseResult words) {
    if (Options.has(words, "--json")) {
      return Json.text(Forms.solve(result));
    }
    return Options.has(words, "--out")
        ? written.stream().map(path -> path + System.lineSeparator()).collect(Collectors.joining())
        : shown.apply(result);
  }

  /// {@return the code of a result as it is printed; empty where there is none}
  static String code(Result result) {
    return result
        .best()
        .map(best -> CodeText.of(best.code(), result.language().language()))
        .orElse("");
  }

  private static List<Path> written(
      Result result, Services chosen, ParseResult words, Streams streams) {
    String out = Options.text(words, "--out", "");
    if (out.isEmpty() || result.best().isEmpty()) {
      return List.of();
    }
    Path folder = Path.of(out);
    Attempt best = result.best().get();
    if (ProjectFolder.isAsked(words)) {
      return new ProjectFolder(folder, chosen, streams).write(result, best);
    }
    List<Path> written = new ArrayList<>(TextFiles.write(folder, best.code()));
    written.addAll(TextFiles.write(folder, best.tests().stream().map(TestFile::file).toList()));
    return written;
  }
}
