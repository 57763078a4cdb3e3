package dev.hone.bench;

import dev.hone.language.SourceFile;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Runs hidden checks in the sandbox. A check has passed if it came to its {@link LastStep} and
/// ended with 0; where its form is not known, its exit code alone decides. Safe for use by several
/// threads.
final class CheckRunner {
  /// Whole toolchains run here, not only a candidate: Go, javac and tsc start dozens of threads,
  /// one compiler after another, and write what they build; parallel compilers use more processor
  /// time than time by the clock.
  private static final Limits LIMITS =
      new Limits(
          Duration.ofSeconds(90),
          Duration.ofMinutes(4),
          2L << 30,
          256,
          1024,
          256L << 20,
          1L << 30,
          16L << 20);

  private static final Limits PATIENT =
      new Limits(
          Duration.ofMinutes(6),
          LIMITS.cpu(),
          LIMITS.memoryBytes(),
          LIMITS.processes(),
          LIMITS.openFiles(),
          LIMITS.fileBytes(),
          LIMITS.diskBytes(),
          LIMITS.outputBytes());

  private static final int MOST_CHARACTERS = 20_000;

  private final Sandbox sandbox;
  private final CheckTools.Found tools;
  private final List<Path> support;
  private final Helpers helpers;
  private final String script = Texts.of("check.sh");

  /// Makes a runner.
  ///
  /// @param sandbox where everything runs
  /// @param tools the programs
  /// @param support the folder that checks may read, or none
  /// @param helpers keeps what checks compile for themselves
  CheckRunner(Sandbox sandbox, CheckTools.Found tools, List<Path> support, Helpers helpers) {
    this.sandbox = sandbox;
    this.tools = tools;
    this.support = List.copyOf(support);
    this.helpers = helpers;
  }

  /// What a check showed.
  ///
  /// @param verdict its verdict
  /// @param output both its outputs, or their ends
  record Shown(Verdict verdict, String output) {}

  /// {@return what the check said of a solution}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Verdict check(Problem problem, Solution solution) throws InterruptedException {
    return show(problem, solution).verdict();
  }

  /// {@return the same with what the check printed}
  ///
  /// @throws InterruptedException if the calling thread was interrupted
  Shown show(Problem problem, Solution solution) throws InterruptedException {
    List<String> arguments = List.of(helpers.archive(problem, this), tools.goCache());
    String word = UUID.randomUUID().toString().replace("-", "");
    Optional<List<SourceFile>> ended = LastStep.in(problem, word);
    List<SourceFile> checks = ended.orElse(problem.hidden().checks());
    Execution execution = run(problem, solution, checks, arguments, LIMITS);
    // A busy machine must not decide: whoever got little of the processor has more time.
    boolean starved =
        execution.limit() == Limit.WALL
            && execution.cpu().multipliedBy(2).compareTo(execution.wall()) < 0;
    Execution last = starved ? run(problem, solution, checks, arguments, PATIENT) : execution;
    boolean over = ended.isEmpty() || last.stdout().lines().anyMatch(word::equals);
    Verdict verdict = verdict(last);
    return new Shown(
        verdict instanceof Verdict.Passed && !over ? new Verdict.TestsFailed() : verdict,
        end(last.stdout()) + "\n" + end(last.stderr()));
  }

  private static String end(String output) {
    return output.substring(Math.max(0, output.length() - MOST_CHARACTERS));
  }

  /// {@return how the check ended}
  ///
  /// @param checks the files of the check
  /// @param arguments what the script is given after the shell command
  Execution run(
      Problem problem,
      Solution solution,
      List<SourceFile> checks,
      List<String> arguments,
      Limits limits)
      throws InterruptedException {
    try (Folder folder = Folder.make()) {
      folder.with(problem.asked().starter());
      folder.with(solution.placed(problem.hidden().solutionPaths()));
      folder.with(checks);
      folder.with(solution.insteadOfChecks());
      List<String> command = new ArrayList<>();
      command.addAll(List.of("/bin/sh", "-c", script, "sh", problem.hidden().run()));
      command.addAll(arguments);
      return sandbox.run(
          new Job(command, environment(), folder.path(), readOnly(arguments), "", limits));
    }
  }

  String goCache() {
    return tools.goCache();
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(tools.environment());
    support.forEach(folder -> environment.put("HONE_BENCH_SUPPORT", folder.toString()));
    return environment;
  }

  private List<Path> readOnly(List<String> arguments) {
    List<Path> readOnly = new ArrayList<>(tools.readOnly());
    readOnly.addAll(support);
    if (!arguments.getFirst().equals("-")) {
      readOnly.add(Path.of(arguments.getFirst()));
    }
    return readOnly;
  }

  /// {@return the verdict of a command whose exit code decides}
  static Verdict verdict(Execution execution) {
    return switch (execution.limit()) {
      case NONE -> execution.exit() == 0 ? new Verdict.Passed() : new Verdict.TestsFailed();
      case WALL, CPU -> new Verdict.TimeLimitExceeded();
      case MEMORY -> new Verdict.MemoryLimitExceeded();
      case OUTPUT -> new Verdict.OutputLimitExceeded();
      case PROCESSES, FILES, FILE_SIZE, DISK, INODES -> new Verdict.ResourceLimitExceeded();
    };
  }
}
