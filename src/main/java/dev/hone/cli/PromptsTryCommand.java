package dev.hone.cli;

import dev.hone.SolveRequest;
import dev.hone.agent.Trial;
import dev.hone.failure.UsageException;
import dev.hone.model.PromptTemplate;
import dev.hone.model.Prompts;
import dev.hone.result.Ending;
import dev.hone.result.Result;
import dev.hone.runlog.RunEnd;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone prompts try FILE`: asks for the same as earlier runs with another prompt, and compares.
/// The new runs are in the log as all others are, so `hone stats prompts` counts them too.
final class PromptsTryCommand implements Command {
  private static final int USUAL = 20;

  private final Services services;

  PromptsTryCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "prompts try";
  }

  @Override
  public String purpose() {
    return "make earlier runs again with another prompt, and compare";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("FILE")
                    .index("0")
                    .arity("1")
                    .type(String.class)
                    .description("the text of the prompt, begun with hone prompts show NAME")
                    .build())
            .addOption(
                Options.value("--as", "NAME", "the prompt it stands for (from the file's name)"))
            .addOption(
                Options.value(
                    "--on",
                    "WHICH",
                    "only runs such as type=parsing,language=go; also model, verdict, since"))
            .addOption(Options.value("--last", "N", "the newest N of them (%d)".formatted(USUAL)))
            .addOption(Options.model())
            .addOption(Options.engineProcess())
            .addOption(Options.offline())
            .addOption(Options.json());
    Volume.specs().forEach(spec::addOption);
    SandboxOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    String file = words.matchedPositionalValue(0, "");
    String name = promptName(file, Options.text(words, "--as", ""));
    Prompts prompts = Prompts.trying(name, TextFiles.prompt(file));
    PromptTemplate before = Prompts.named(name);
    PromptTemplate tried = prompts.of(name);
    if (tried.hash().equals(before.hash())) {
      throw new UsageException("%s says what %s says already; change it".formatted(file, name));
    }
    int most = RunsOptions.number(words, "--last", USUAL, 1);
    List<RunRecord> runs = runs(Options.text(words, "--on", ""), most);
    Services chosen = Options.services(words, services).in(SandboxOptions.of(words, streams));
    Volume volume = Volume.of(words);
    List<PromptTrial.Pair> pairs = new ArrayList<>();
    boolean stopped = false;
    for (RunRecord run : runs) {
      if (volume != Volume.QUIET) {
        streams.err().println("[%d/%d] as %s".formatted(pairs.size() + 1, runs.size(), run.id()));
      }
      SolveRequest request =
          SolveRequest.again(run, Options.text(words, "--model", "")).trying(Trial.of(prompts));
      Result now;
      try (RunView view = RunView.of(volume, streams)) {
        now = chosen.solve(request, view);
      }
      if (now.ending() == Ending.CANCELLED) {
        stopped = true;
        break;
      }
      pairs.add(new PromptTrial.Pair(RunSide.of(run), RunSide.of(now)));
    }
    PromptTrial trial = new PromptTrial(name, before.hash(), tried.hash(), pairs);
    streams.out().print(Options.has(words, "--json") ? Json.text(trial.form()) : trial.text());
    return stopped ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private static String promptName(String file, String typed) {
    if (!typed.isEmpty()) {
      return Prompts.named(typed).name();
    }
    String last = String.valueOf(Path.of(file).getFileName()).replaceFirst("\\.[^.]*$", "");
    List<String> meant =
        Prompts.NAMES.stream()
            .filter(one -> one.replace('/', '-').equals(last) || one.endsWith("/" + last))
            .toList();
    if (meant.size() == 1) {
      return meant.getFirst();
    }
    throw new UsageException(
        "which prompt %s stands for is not clear from its name; add --as and one of %s"
            .formatted(file, String.join(", ", meant.isEmpty() ? Prompts.NAMES : meant)));
  }

  // What a person stopped, what still goes on and what lost its files cannot be compared.
  private List<RunRecord> runs(String on, int most) {
    try (RunLog log = services.runLog()) {
      Stream<String> identifiers =
          log.identifiers(RunWords.filter(on, log, Instant.now())).stream();
      List<RunRecord> runs =
          identifiers
              .filter(id -> log.prunedAt(id).isEmpty())
              .flatMap(id -> log.find(id).stream())
              .filter(PromptsTryCommand::isWhole)
              .limit(most)
              .toList();
      if (runs.isEmpty()) {
        throw new UsageException(
            "the log holds no run of that kind that came to an end; hone runs lists what there is");
      }
      return runs;
    }
  }

  private static boolean isWhole(RunRecord run) {
    return run.end() instanceof RunEnd.Finished && !run.end().id().equals(Ending.CANCELLED.id());
  }
}
