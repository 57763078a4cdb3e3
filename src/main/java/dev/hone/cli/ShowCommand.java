package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.runlog.Label;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
    Optional<Label> label;
    try (RunLog log = services.runLog()) {
      run = find(log, id);
      label = log.label(run.id());
    }
    if (Options.has(words, "--json")) {
      ObjectNode form = RunForms.show(run);
      form.set("label", said(label));
      streams.out().print(Json.text(form));
    } else {
      streams.out().print(RunText.of(run));
      label.ifPresent(
          said -> streams.out().println("\nmarked by a person: " + LabelCommand.words(said)));
    }
    return ExitCode.OK;
  }

  private static JsonNode said(Optional<Label> label) {
    return label.isPresent() ? RunForms.label(label.get()) : JsonNodeFactory.instance.nullNode();
  }

  /// {@return the run with this identifier}
  ///
  /// @throws UsageException if there is none, or several begin so
  static RunRecord find(RunLog log, String id) {
    return log.find(id)
        .orElseThrow(
            () ->
                new UsageException(
                    "no run has the identifier '%s'; hone runs lists them".formatted(id)));
  }
}
