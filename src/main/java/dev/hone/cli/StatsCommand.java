package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.stats.Dimension;
import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.LeftOut;
import dev.hone.runlog.stats.PromptReport;
import dev.hone.runlog.stats.PromptStatistics;
import dev.hone.runlog.stats.Statistics;
import dev.hone.runlog.stats.StatsForms;
import dev.hone.runlog.stats.StatsPage;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone stats`: how often which kinds of runs fail.
final class StatsCommand implements Command {
  private static final String PROMPTS = "prompts";

  private final Services services;

  StatsCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "stats";
  }

  @Override
  public String purpose() {
    return "how often which kinds of runs fail, from the log";
  }

  @Override
  public CommandSpec spec() {
    return named()
        .addPositional(
            PositionalParamSpec.builder()
                .paramLabel(PROMPTS)
                .arity("0..1")
                .index("0")
                .type(String.class)
                .completionCandidates(List.of(PROMPTS))
                .description("compare the versions of prompts instead")
                .build())
        .addOption(
            Options.value(
                "--by", "LIST", "of type, language, model, prompts, ended (the first four)"))
        .addOption(
            Options.value("--since", "WHEN", "a day such as 2026-11-01, or days such as 30d"))
        .addOption(Options.language("only runs in this language"))
        .addOption(StatsOptions.typeOption("only runs of this type, such as parsing"))
        .addOption(Options.value("--html", "FILE", "write a page of its own to this file"))
        .addOption(Options.json());
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    boolean prompts = asksForPrompts(words);
    boolean json = Options.has(words, "--json");
    Instant now = Instant.now();
    Filter filter = StatsOptions.filter(words, now);
    List<Dimension> by =
        Options.has(words, "--by")
            ? Dimension.list(Options.text(words, "--by", ""))
            : Dimension.USUAL;
    if (Options.has(words, "--html")) {
      page(PageFile.of(Options.text(words, "--html", "")), filter, by, streams);
    } else if (prompts) {
      prompts(filter, json, streams);
    } else {
      rates(filter, by, json, streams);
    }
    return ExitCode.OK;
  }

  private static boolean asksForPrompts(ParseResult words) {
    String word = words.matchedPositionalValue(0, "");
    if (!word.isEmpty() && !word.equals(PROMPTS)) {
      throw new UsageException("hone stats takes no word but 'prompts', not '%s'".formatted(word));
    }
    if (Options.has(words, "--html") && (!word.isEmpty() || Options.has(words, "--json"))) {
      throw new UsageException(
          "--html writes one page with everything; leave out %s"
              .formatted(word.isEmpty() ? "--json" : "'prompts'"));
    }
    if (!word.isEmpty() && Options.has(words, "--by")) {
      throw new UsageException("hone stats prompts takes no --by; leave it out");
    }
    return !word.isEmpty();
  }

  private void rates(Filter filter, List<Dimension> by, boolean json, Streams streams) {
    Statistics statistics;
    try (RunLog log = services.runLog()) {
      statistics = Statistics.of(log.facts(filter), by);
    }
    if (json) {
      streams.out().print(Json.text(StatsForms.of(statistics)));
    } else if (statistics.groups().isEmpty()) {
      streams.err().println(nothing(filter, statistics.leftOut()));
    } else {
      streams.out().print(StatsText.of(statistics));
    }
  }

  private void prompts(Filter filter, boolean json, Streams streams) {
    List<PromptReport> prompts;
    try (RunLog log = services.runLog()) {
      prompts = PromptStatistics.of(log.promptFacts(filter));
    }
    if (json) {
      streams.out().print(Json.text(StatsForms.prompts(prompts)));
    } else if (prompts.isEmpty()) {
      streams.err().println(nothing(filter, new LeftOut(0, 0)));
    } else {
      streams.out().print(PromptsText.of(prompts));
    }
  }

  private void page(PageFile file, Filter filter, List<Dimension> by, Streams streams) {
    Statistics statistics;
    List<PromptReport> prompts;
    try (RunLog log = services.runLog()) {
      statistics = Statistics.of(log.facts(filter), by);
      prompts = PromptStatistics.of(log.promptFacts(filter));
    }
    String chosen = "From the run log of this machine: " + StatsOptions.words(filter);
    file.write(StatsPage.of(statistics, prompts, chosen, Instant.now()));
    if (file.replaces()) {
      streams.err().println("hone: the page that stood there was replaced");
    }
    if (statistics.groups().isEmpty()) {
      streams.err().println(nothing(filter, statistics.leftOut()));
    }
    streams.out().println(file.path());
  }

  private static String nothing(Filter filter, LeftOut left) {
    if (left.cancelled() + left.unfinished() > 0) {
      return "no run has come to an end yet: %d cancelled, %d unfinished; hone runs lists them"
          .formatted(left.cancelled(), left.unfinished());
    }
    return filter.equals(Filter.ALL)
        ? "no runs yet; hone \"Write a function that …\" makes the first"
        : "there are no %s; hone stats without options counts all"
            .formatted(StatsOptions.words(filter));
  }
}
