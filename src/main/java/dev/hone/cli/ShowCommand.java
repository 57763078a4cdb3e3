package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone show ID`.
final class ShowCommand implements Command {
  private final Services services;

  ShowCommand(Services services) {
    this.services = services;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("show")
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("ID")
                    .arity("1")
                    .required(true)
                    .index("0")
                    .type(String.class)
                    .description("the run's identifier, or a beginning that no other run has")
                    .build())
            .addOption(Options.json());
    spec.usageMessage().description("print one run with every attempt");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    String id = words.matchedPositionalValue(0, "");
    RunRecord run;
    try (RunLog log = services.runLog()) {
      run =
          log.find(id)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "no run has the identifier '%s'; hone runs lists them".formatted(id)));
    }
    streams
        .out()
        .print(Options.has(words, "--json") ? Json.text(RunForms.show(run)) : RunText.of(run));
    return ExitCode.OK;
  }
}
