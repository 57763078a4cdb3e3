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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone REQUIREMENT` and `hone solve REQUIREMENT`.
final class SolveCommand implements Command {
  private static final int MOST_ROUNDS = 20;

  private final Services services;

  SolveCommand(Services services) {
    this.services = services;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("solve")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("REQUIREMENT")
                    .arity("1")
                    .required(true)
                    .index("0")
                    .type(String.class)
                    .description("what the code shall do; - reads it from standard input")
                    .build())
            .addOption(Options.language())
            .addOption(Options.value("--rounds", "N", "the most rounds, 1 to 20 (3)"))
            .addOption(Options.files("--tests", "test files that the code must pass"))
            .addOption(Options.with())
            .addOption(Options.value("--out", "DIR", "write code and tests there"))
            .addOption(Options.model())
            .addOption(Options.offline())
            .addOption(Options.profile())
            .addOption(Options.record())
            .addOption(Options.replay())
            .addOption(Options.value("--seed", "N", "the seed of the sampling (0)"))
            .addOption(Options.timeout())
            .addOption(Options.allow())
            .addOption(
                Options.value("--require", "B", "what a pass rests on: given, agreed or own (own)"))
            .addOption(Options.json())
            .addOption(Options.flag("--quiet", "no progress, no account"));
    BudgetOptions.specs().forEach(spec::addOption);
    SandboxOptions.specs().forEach(spec::addOption);
    spec.usageMessage().description("write code and test it; the command when none is named");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Services named = Options.services(words, services).keeping(Options.recording(words));
    SolveRequest request = request(words, streams, named);
    String out = Options.text(words, "--out", "");
    if (!out.isEmpty()) {
      TextFiles.checkWritable(out);
    }
    boolean quiet = Options.has(words, "--quiet");
    Services chosen = named.in(SandboxOptions.of(words, streams));
    Result result;
    try (ProgressView view = ProgressView.of(streams, quiet)) {
      result = chosen.solve(request, view);
    }
    print(result, out, Options.has(words, "--json"), streams);
    if (!quiet) {
      streams.err().print(Account.of(result));
    }
    if (result.ending() == Ending.CANCELLED) {
      return ExitCode.INTERRUPTED;
    }
    return result.passed() ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static SolveRequest request(ParseResult words, Streams streams, Services services) {
    SolveDefaults defaults = SolveDefaults.of(services.settings());
    String language = Options.text(words, "--language", defaults.language());
    if (!language.isEmpty()) {
      language = Options.language(language, services.languages()).id();
    }
    long rounds = Options.number(words, "--rounds", defaults.rounds());
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new UsageException(
          "--rounds takes a number from 1 to %d, not %d".formatted(MOST_ROUNDS, rounds));
    }
    return new SolveRequest(
        new Requirement(
            requirement(words.matchedPositionalValue(0, ""), streams),
            language,
            TextFiles.tests(Options.texts(words, "--tests"), "--tests")),
        (int) rounds,
        Options.number(words, "--seed", defaults.seed()),
        Options.seconds(words, "--timeout", defaults.timeout()),
        Options.allowed(words, defaults.allowed()),
        Options.required(words, defaults.required()),
        Options.text(words, "--model", defaults.model()),
        Options.packages(words, defaults.packages()),
        BudgetOptions.of(words));
  }

  private static String requirement(String typed, Streams streams) {
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

  private static void print(Result result, String out, boolean json, Streams streams) {
    if (!out.isEmpty() && result.best().isPresent()) {
      Attempt best = result.best().get();
      var written = new ArrayList<>(TextFiles.write(Path.of(out), best.code()));
      written.addAll(
          TextFiles.write(Path.of(out), best.tests().stream().map(TestFile::file).toList()));
      if (!json) {
        written.forEach(streams.out()::println);
      }
    }
    if (json) {
      streams.out().print(Json.text(Forms.solve(result)));
    } else if (out.isEmpty()) {
      result
          .best()
          .ifPresent(
              best -> streams.out().print(CodeText.of(best.code(), result.language().language())));
    }
  }
}
