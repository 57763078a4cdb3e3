package dev.hone.cli;

import dev.hone.agent.Piece;
import dev.hone.bench.Ablation;
import dev.hone.bench.Approach;
import dev.hone.bench.BenchForms;
import dev.hone.bench.BenchRequest;
import dev.hone.bench.Comparison;
import dev.hone.bench.Figures;
import dev.hone.bench.Report;
import dev.hone.bench.page.ReportPage;
import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.sandbox.landlock.Unsandboxed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone bench`: strategies measured on problem files.
final class BenchCommand implements Command {
  private static final String COMPARE = "compare";
  private static final String REPORT = "report";
  private static final String ABLATION = "ablation";
  private static final int MOST_ROUNDS = 20;
  private static final int MOST_JOBS = 64;
  private static final int MOST_PROBLEMS = 1_000_000;

  private final Services services;

  BenchCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "bench";
  }

  @Override
  public String purpose() {
    return "measure strategies on problem files with hidden checks";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("SUITE")
                    .arity("1..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "a .jsonl file, a folder of them, a name in bench/tasks; or compare A B; report A …; ablation A B …")
                    .build())
            .addOption(
                Options.choice(
                    "--strategy",
                    "S",
                    "what solves: single, mended, loop, hone; or tests",
                    List.of("single", "mended", "loop", "hone", "tests")))
            .addOption(
                Options.choice(
                    "--solutions",
                    "S",
                    "check canonical or stub solutions; no model",
                    List.of("canonical", "stub")))
            .addOption(Options.value("--limit", "N", "the most problems of each suite (all)"))
            .addOption(Options.value("--sample", "SEED", "draw them by this seed, not the first"))
            .addOption(Options.language("only problems in this language"))
            .addOption(Options.flag("--bare", "take the examples out of the requirements"))
            .addOption(
                Options.value(
                    "--without",
                    "PIECES",
                    "leave pieces of hone's strategy out, such as repair,tests"))
            .addOption(Options.value("--jobs", "N", "checks at a time with --solutions (1)"))
            .addOption(Options.value("--support", "DIR", "a folder that checks may read"))
            .addOption(Options.value("--out", "FILE", "keep the results; go on from what is there"))
            .addOption(Options.record())
            .addOption(Options.replay())
            .addOption(Options.value("--html", "FILE", "write the report as a page, too"))
            .addOption(
                Options.flag(
                    "--markdown", "compare, report, ablation: print tables for a Markdown page"))
            .addOption(Options.model())
            .addOption(Options.engineProcess())
            .addOption(Options.offline())
            .addOption(Options.profile())
            .addOption(
                Options.value("--rounds", "N", "rounds of hone, corrections of loop, 1 to 20 (3)"))
            .addOption(Options.value("--seed", "N", "the seed of the sampling (0)"))
            .addOption(
                Options.value("--timeout", "SECONDS", "the limit of a strategy's own runs (30)"))
            .addOption(Options.json());
    SandboxOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    List<String> suites = words.matchedPositionalValue(0, List.of());
    if (suites.getFirst().equals(COMPARE)) {
      return compare(suites, words, streams);
    }
    if (suites.getFirst().equals(ABLATION)) {
      return ablation(suites.subList(1, suites.size()), words, streams);
    }
    ReportFile page = ReportFile.named(Options.text(words, "--html", ""));
    if (suites.getFirst().equals(REPORT)) {
      return report(suites.subList(1, suites.size()), page, words, streams);
    }
    BenchRequest request = request(words);
    Services chosen = Options.services(words, services).in(SandboxOptions.of(words, streams));
    Report report;
    try (ProgressView view = ProgressView.of(streams)) {
      report = chosen.bench(request, view);
    }
    page.write(ReportPage.of(List.of(report)));
    if (Options.has(words, "--json")) {
      streams.out().print(Json.text(BenchForms.of(report)));
    } else {
      streams.out().print(BenchReport.text(report));
      if (report.header().sandbox().equals(Unsandboxed.MODE)) {
        streams.out().println("sandbox: " + Unsandboxed.MODE);
      }
    }
    if (Thread.interrupted()) {
      streams.err().println(interrupted(report, request.out()));
      return ExitCode.INTERRUPTED;
    }
    return ExitCode.OK;
  }

  private static int compare(List<String> files, ParseResult words, Streams streams) {
    if (files.size() != 3) {
      throw new UsageException("hone bench compare takes two files of results: A.json B.json");
    }
    Comparison comparison = Comparison.of(files.get(1), files.get(2));
    return print(
        words,
        streams,
        () -> ComparisonTable.form(comparison),
        () -> MarkdownReport.suites(comparison),
        () -> ComparisonTable.of(comparison));
  }

  private static int ablation(List<String> files, ParseResult words, Streams streams) {
    List<Figures.Row> rows = Ablation.of(files);
    return print(
        words,
        streams,
        () -> FiguresTable.form(Ablation.TITLES, rows),
        () -> MarkdownReport.table("strategy", Ablation.TITLES, rows),
        () -> FiguresTable.of(Ablation.TITLES, rows));
  }

  private static int report(
      List<String> files, ReportFile page, ParseResult words, Streams streams) {
    BenchReport report = BenchReport.ofKept(files);
    page.write(report.page());
    return print(words, streams, report::form, report::markdown, report::text);
  }

  // Kept results in the form that was asked for.
  private static int print(
      ParseResult words,
      Streams streams,
      Supplier<ObjectNode> form,
      Supplier<String> markdown,
      Supplier<String> text) {
    streams
        .out()
        .print(
            Options.has(words, "--json")
                ? Json.text(form.get())
                : Options.has(words, "--markdown") ? markdown.get() : text.get());
    return ExitCode.OK;
  }

  private BenchRequest request(ParseResult words) {
    String language = Options.text(words, "--language", "");
    if (!language.isEmpty()) {
      language = Options.language(language, List.of(LanguageId.values())).id();
    }
    return new BenchRequest(
        new BenchRequest.Selection(
            words.matchedPositionalValue(0, List.of()),
            language,
            number(words, "--limit", 0, MOST_PROBLEMS),
            Options.text(words, "--sample", "")),
        approach(words),
        new BenchRequest.Settings(
            Options.text(words, "--model", ""),
            number(words, "--rounds", 3, MOST_ROUNDS),
            Options.number(words, "--seed", 0),
            Options.seconds(words, "--timeout", 30),
            Options.has(words, "--bare"),
            without(words)),
        replies(words),
        number(words, "--jobs", 1, MOST_JOBS),
        Options.text(words, "--support", ""),
        Options.text(words, "--out", ""));
  }

  private static Set<Piece> without(ParseResult words) {
    Set<Piece> pieces = EnumSet.noneOf(Piece.class);
    for (String name : Options.text(words, "--without", "").split(",", -1)) {
      if (!name.isBlank()) {
        pieces.add(Piece.of(name.strip()).orElseThrow(() -> unknownPiece(name.strip())));
      }
    }
    if (!pieces.isEmpty() && !Options.text(words, "--strategy", "").equals(Approach.HONE.id())) {
      throw new UsageException("--without leaves pieces of Hone out; add --strategy hone");
    }
    return pieces;
  }

  private static UsageException unknownPiece(String name) {
    return new UsageException(
        "--without takes %s, with commas between them; not '%s'"
            .formatted(
                Arrays.stream(Piece.values()).map(Piece::id).collect(Collectors.joining(", ")),
                name));
  }

  private static BenchRequest.Replies replies(ParseResult words) {
    String record = Options.text(words, "--record", "");
    String replay = Options.text(words, "--replay", "");
    if (!record.isEmpty() && !replay.isEmpty()) {
      throw new UsageException("hone bench takes one of --record DIR and --replay DIR");
    }
    return new BenchRequest.Replies(record, replay);
  }

  private static Approach approach(ParseResult words) {
    String strategy = Options.text(words, "--strategy", "");
    String solutions = Options.text(words, "--solutions", "");
    if (strategy.isEmpty() == solutions.isEmpty()) {
      throw new UsageException(
          "hone bench takes one of --strategy single|mended|loop|hone|tests and --solutions canonical|stub");
    }
    boolean model = solutions.isEmpty();
    return Approach.of(strategy + solutions)
        .filter(approach -> approach.asksAModel() == model)
        .orElseThrow(
            () ->
                new UsageException(
                    model
                        ? "--strategy takes single, mended, loop, hone or tests, not '%s'"
                            .formatted(strategy)
                        : "--solutions takes canonical or stub, not '%s'".formatted(solutions)));
  }

  private static int number(ParseResult words, String name, int otherwise, int most) {
    if (!words.hasMatchedOption(name)) {
      return otherwise;
    }
    long number = Options.number(words, name, otherwise);
    if (number < 1 || number > most) {
      throw new UsageException(
          "%s takes a number from 1 to %d, not %d".formatted(name, most, number));
    }
    return (int) number;
  }

  private static String interrupted(Report report, String out) {
    return "hone: interrupted after %d problems%s"
        .formatted(
            report.items().size(), out.isEmpty() ? "" : "; the same command goes on from " + out);
  }
}
