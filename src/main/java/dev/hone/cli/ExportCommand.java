package dev.hone.cli;

import dev.hone.runlog.RunFilter;
import dev.hone.runlog.RunForms;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import dev.hone.runlog.WithoutCode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/// `hone export`: runs of the log as JSON lines.
final class ExportCommand implements Command {
  private final Services services;

  ExportCommand(Services services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String purpose() {
    return "print runs with every attempt as JSON, one a line";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addOption(Options.value("--out", "FILE", "write to this file instead"))
            .addOption(
                Options.flag("--without-code", "no code, tests, prompts, replies and outputs"));
    RunsOptions.specs().forEach(spec::addOption);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) {
    boolean withCode = !Options.has(words, "--without-code");
    try (RunLog log = services.runLog()) {
      RunFilter filter = RunsOptions.filter(words, log, Instant.now());
      List<String> runs = log.identifiers(filter).reversed();
      if (Options.has(words, "--out")) {
        ExportFile file = ExportFile.of(Options.text(words, "--out", ""));
        file.write(out -> write(log, runs, withCode, out));
        streams.err().println("%d runs in %s".formatted(runs.size(), file.path()));
      } else {
        write(log, runs, withCode, streams.out());
      }
    }
    return ExitCode.OK;
  }

  // One run at a time: a log may be larger than the memory.
  private static void write(RunLog log, List<String> runs, boolean withCode, PrintStream out) {
    for (String id : runs) {
      // a run may have been pruned meanwhile
      log.find(id).map(run -> form(run, log, withCode)).ifPresent(form -> out.print(form + "\n"));
    }
  }

  private static ObjectNode form(RunRecord run, RunLog log, boolean withCode) {
    ObjectNode form = RunForms.show(run, log);
    return withCode ? form : WithoutCode.of(form);
  }
}
