package dev.hone.cli;

import dev.hone.failure.UsageException;
import dev.hone.language.Toolchain;
import dev.hone.result.Forms;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `hone sandbox -- COMMAND…`: any command, cut off as generated code is.
final class SandboxCommand implements Command {
  private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";

  private final Services services;

  SandboxCommand(Services services) {
    this.services = services;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandSpec.create()
            .name("sandbox")
            .addOption(Options.value("--memory", "SIZE", "memory of all its processes (512m)"))
            .addOption(Options.value("--time", "SECONDS", "time by the clock (10)"))
            .addOption(Options.value("--dir", "DIR", "a folder to copy in as the work folder"))
            .addOption(Options.json())
            .addPositional(
                PositionalParamSpec.builder()
                    .paramLabel("COMMAND")
                    .arity("1..*")
                    .required(true)
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description("a program and its arguments, after --")
                    .build());
    spec.parser().stopAtPositional(true);
    spec.usageMessage().description("run a command as generated code is run");
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Limits limits =
        Limits.defaults()
            .withTime(Options.seconds(words, "--time", 10))
            .withMemory(Sizes.parse("--memory", Options.text(words, "--memory", "512m")));
    List<String> command = words.matchedPositionalValue(0, List.of());
    String typed = Options.text(words, "--dir", "");
    if (!typed.isEmpty() && !Files.isDirectory(Path.of(typed))) {
      throw new UsageException("--dir %s is no folder; name one that exists".formatted(typed));
    }
    Execution execution;
    try (ProgressView view = ProgressView.of(streams, false)) {
      List<Toolchain> toolchains = services.toolchains(view);
      Path folder = typed.isEmpty() ? Files.createTempDirectory("hone-") : Path.of(typed);
      try {
        execution = services.sandbox(view).run(job(command, folder, toolchains, limits));
      } finally {
        if (typed.isEmpty()) {
          Files.delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    print(execution, Options.has(words, "--json"), streams);
    boolean ended = execution.exit() == 0 && execution.limit() == Limit.NONE;
    return ended ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static Job job(
      List<String> command, Path folder, List<Toolchain> toolchains, Limits limits) {
    Map<String, String> environment = new HashMap<>();
    toolchains.reversed().forEach(toolchain -> environment.putAll(toolchain.environment()));
    environment.put("PATH", path(toolchains));
    List<Path> readOnly =
        toolchains.stream().flatMap(toolchain -> toolchain.readOnly().stream()).distinct().toList();
    return new Job(command, environment, folder, readOnly, "", limits);
  }

  private static String path(List<Toolchain> toolchains) {
    return Stream.concat(
            toolchains.stream().map(t -> t.environment().getOrDefault("PATH", "")),
            Stream.of(SYSTEM_PATH))
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator, -1)))
        .filter(folder -> !folder.isEmpty())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void print(Execution execution, boolean json, Streams streams) {
    if (json) {
      streams.out().print(Json.text(Forms.sandbox(execution)));
      return;
    }
    streams.out().print(execution.stdout());
    streams.err().print(execution.stderr());
    if (execution.limit() != Limit.NONE) {
      streams.err().println("hone: ended by its limit on " + execution.limit().id());
    } else if (execution.exit() != 0) {
      streams.err().println("hone: the command ended with " + execution.exit());
    }
  }
}
