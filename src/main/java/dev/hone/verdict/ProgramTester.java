package dev.hone.verdict;

import dev.hone.language.Invocation;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.requirement.ProgramExample;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.suite.ProgramTests;
import dev.hone.suite.TestFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs a whole program once for each of its examples, each time in a sandbox of its own that never
/// holds what must be printed, and compares what it printed here.
final class ProgramTester {
  private static final int MOST_SHOWN = 300;

  private final Workspace workspace;
  private final List<String> paths;
  private final Consumer<Execution> executed;

  ProgramTester(Workspace workspace, List<SourceFile> code, Consumer<Execution> executed) {
    this.workspace = workspace;
    this.paths = code.stream().map(SourceFile::path).toList();
    this.executed = executed;
  }

  /// {@return how the examples went} The first one that meets a limit is the last one that runs.
  FileRun run(TestFile file) throws InterruptedException {
    List<Case> cases = new ArrayList<>();
    Optional<Execution> worst = Optional.empty();
    for (Map.Entry<String, ProgramExample> example : ProgramTests.read(file).entrySet()) {
      Execution execution = workspace.run(command(example.getValue().input()));
      executed.accept(execution);
      cases.add(judged(example.getKey(), example.getValue(), execution));
      if (worst.isEmpty() || isBad(execution)) {
        worst = Optional.of(execution);
      }
      if (execution.limit() != Limit.NONE) {
        break;
      }
    }
    return new FileRun(
        file,
        new Observation(file.file(), Map.of()),
        worst.orElseThrow(() -> new IllegalArgumentException("a file of tests holds none")),
        new TestReport(cases, List.of(), List.of(), true),
        workspace.limits());
  }

  private Invocation command(String input) {
    return workspace
        .language()
        .program(paths, input)
        .orElseThrow(
            () -> new IllegalStateException(workspace.language().id() + " runs no programs"));
  }

  private static boolean isBad(Execution execution) {
    return execution.limit() != Limit.NONE || execution.exit() != 0;
  }

  private static Case judged(String name, ProgramExample example, Execution execution) {
    String read = "for the input " + quoted(example.input());
    if (execution.limit() != Limit.NONE) {
      return new Case(name, State.ERROR, read + " it was ended by a limit");
    }
    if (execution.exit() != 0) {
      return new Case(
          name,
          State.ERROR,
          "%s it ended with exit code %d%s"
              .formatted(read, execution.exit(), lastWords(execution.stderr())));
    }
    return Oracle.samePrinted(execution.stdout(), example.output())
        ? new Case(name, State.PASSED, "")
        : new Case(
            name,
            State.FAILED,
            "%s it printed %s, expected %s"
                .formatted(read, quoted(execution.stdout()), quoted(example.output())));
  }

  private static String lastWords(String errors) {
    return errors
        .lines()
        .filter(line -> !line.isBlank())
        .reduce((_, last) -> last)
        .map(line -> ": " + cut(line.strip()))
        .orElse("");
  }

  private static String quoted(String text) {
    return '"' + cut(text.strip()).replace("\n", "\\n") + '"';
  }

  private static String cut(String text) {
    return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
  }
}
