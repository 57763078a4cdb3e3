package dev.hone.cli;

import dev.hone.config.Folders;
import dev.hone.failure.UsageException;
import dev.hone.language.Toolchain;
import dev.hone.result.Forms;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.collect.Caps;
import dev.hone.sandbox.collect.Collected;
import dev.hone.sandbox.collect.Wanted;
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
  public String name() {
    return "sandbox";
  }

  @Override
  public String purpose() {
    return "run a command as generated code is run";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        named()
            .addOption(Options.value("--dir", "DIR", "a folder to copy in as the work folder"))
            .addOption(
                Options.values(
                    "--collect", "FILE", "a file to take out of the work folder", _ -> false))
            .addOption(Options.value("--into", "DIR", "a folder for what --collect names"))
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
    spec.addOption(Options.profile());
    LimitOptions.specs().forEach(spec::addOption);
    SandboxOptions.specs().forEach(spec::addOption);
    spec.parser().stopAtPositional(true);
    return spec;
  }

  @Override
  public int run(ParseResult words, Streams streams) throws InterruptedException {
    Services named = Options.services(words, services);
    Limits limits = LimitOptions.of(words, named.sandboxSettings());
    Wanted wanted = wanted(words);
    List<String> command = words.matchedPositionalValue(0, List.of());
    String typed = Options.text(words, "--dir", "");
    if (!typed.isEmpty() && !Files.isDirectory(Path.of(typed))) {
      throw new UsageException("--dir %s is no folder; name one that exists".formatted(typed));
    }
    Services chosen = named.in(SandboxOptions.of(words, streams));
    Execution execution;
    try (ProgressView view = ProgressView.of(streams)) {
      List<Toolchain> toolchains = named.toolchains(view);
      Path folder = typed.isEmpty() ? Files.createTempDirectory("hone-") : Path.of(typed);
      try {
        execution =
            chosen.sandbox(view).run(job(command, folder, toolchains, limits).withWanted(wanted));
      } finally {
        if (typed.isEmpty()) {
          Files.delete(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    print(execution, Options.has(words, "--json"), streams);
    boolean ended =
        execution.exit() == 0
            && execution.limit() == Limit.NONE
            && execution.collected().stream().allMatch(Collected::taken);
    return ended ? ExitCode.OK : ExitCode.NOT_PASSED;
  }

  private static Wanted wanted(ParseResult words) {
    List<String> paths = Options.texts(words, "--collect");
    String into = Options.text(words, "--into", "");
    if (paths.isEmpty() != into.isEmpty()) {
      throw new UsageException("--collect and --into go together: name files, and a folder");
    }
    return paths.isEmpty()
        ? Wanted.nothing()
        : new Wanted(paths, Folders.make(Path.of(into)), Caps.usual());
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
    for (Collected each : execution.collected()) {
      if (!each.taken()) {
        streams.err().println("hone: " + each.path() + " was not collected: " + each.problem());
      }
    }
    if (execution.limit() != Limit.NONE) {
      streams.err().println("hone: ended by its limit on " + execution.limit().id());
    } else if (execution.exit() != 0) {
      streams.err().println("hone: the command ended with " + execution.exit());
    }
  }
}
