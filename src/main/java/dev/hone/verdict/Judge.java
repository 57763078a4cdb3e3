package dev.hone.verdict;

import dev.hone.candidate.Candidate;
import dev.hone.language.Diagnostic;
import dev.hone.language.Invocation;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.scan.Finding;
import dev.hone.scan.Finding.Severity;
import dev.hone.scan.Scanner;
import dev.hone.suite.ProgramTests;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Judges candidates: scan, then compile gate, then each test file in a sandbox of its own, so that
/// a generated test that never ends takes no given test with it. Safe for use by several threads.
public final class Judge {
  private final Scanner scanner;
  private final Sandbox sandbox;
  private final Progress progress;
  private final JudgeWatch watch;
  private final boolean hasty;

  /// Makes a judge.
  ///
  /// @param scanner scans before anything runs
  /// @param sandbox runs everything else
  public Judge(Scanner scanner, Sandbox sandbox) {
    this(scanner, sandbox, Progress.silent(), JudgeWatch.none(), false);
  }

  private Judge(
      Scanner scanner, Sandbox sandbox, Progress progress, JudgeWatch watch, boolean hasty) {
    this.hasty = hasty;
    this.scanner = scanner;
    this.sandbox = sandbox;
    this.progress = progress;
    this.watch = watch;
  }

  /// {@return the same judge, which tells how far the tests of a candidate have come}
  ///
  /// @param told receives {@link Event.Tests} after each test file
  public Judge telling(Progress told) {
    return new Judge(scanner, sandbox, told, watch, hasty);
  }

  /// {@return the same judge, watched at each judging by this one and by no other}
  ///
  /// @param other stands around each judging
  public Judge watchedBy(JudgeWatch other) {
    return new Judge(scanner, sandbox, progress, other, hasty);
  }

  /// {@return the same judge, which runs no test file after one that did not pass} For whoever asks
  /// only whether all pass.
  public Judge hasty() {
    return new Judge(scanner, sandbox, progress, watch, true);
  }

  /// {@return the name of the sandbox mode}
  public String sandboxMode() {
    return sandbox.mode();
  }

  /// Says that a candidate will probably come, so that boxes for it may be opened meanwhile. Does
  /// nothing where the sandbox opens none ahead.
  ///
  /// @param language its language
  /// @param limits what its runs may use
  public void expect(Language language, Limits limits) {
    Invocation tests = language.tests(List.of(), "");
    Job job = Workspace.job(language, tests, Path.of("/"), limits);
    // A gate, or a test command that must know its files, needs a box and no more.
    if (!job.ahead() || !language.testsBuild()) {
      sandbox.expect(job.withAhead(false));
    }
    if (job.ahead()) {
      sandbox.expect(job);
    }
  }

  /// {@return what judging showed}
  ///
  /// @param language the candidate's language
  /// @param candidate the code
  /// @param suite the tests; without any the verdict is at best {@link Verdict.TestsFailed}
  /// @param settings limits and permissions
  /// @throws InterruptedException if the calling thread was interrupted
  public Judgement judge(
      Language language, Candidate candidate, Suite suite, JudgeSettings settings)
      throws InterruptedException {
    return watch.over(language, () -> judged(language, candidate, suite, settings));
  }

  private Judgement judged(
      Language language, Candidate candidate, Suite suite, JudgeSettings settings)
      throws InterruptedException {
    List<Finding> findings = scanner.scan(language.id(), candidate.files(), settings.allowed());
    if (findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK)) {
      return new Judgement(
          new Verdict.Rejected(), List.of(), findings, Errors.ofFindings(findings), List.of());
    }
    try (Workspace workspace = new Workspace(language, sandbox, settings.limits())) {
      settings.beside().forEach(workspace::write);
      candidate.files().forEach(workspace::write);
      List<Execution> executions = new ArrayList<>();
      boolean builtLater =
          language.testsBuild()
              && suite.files().stream().anyMatch(file -> !ProgramTests.areIn(file));
      Judgement gated =
          builtLater
              ? passedGate(findings, executions)
              : gate(workspace, candidate, findings, executions);
      return gated.verdict() instanceof Verdict.Passed
          ? test(workspace, candidate, suite, gated)
          : gated;
    }
  }

  /// {@return what code does for the calls of a test file, whatever the file expects of them}
  ///
  /// @param language the code's language
  /// @param candidate code that passed a judgement, and so its scan
  /// @param calls example tests
  /// @param settings limits and permissions
  /// @throws InterruptedException if the calling thread was interrupted
  public Behaviour behaviour(
      Language language, Candidate candidate, TestFile calls, JudgeSettings settings)
      throws InterruptedException {
    try (Workspace workspace = new Workspace(language, sandbox, settings.limits())) {
      settings.beside().forEach(workspace::write);
      candidate.files().forEach(workspace::write);
      return Behaviour.of(new FileTester(workspace, _ -> {}).run(calls));
    }
  }

  /// {@return what keeps a test file from being compiled, first fault first; empty where nothing
  /// does}
  ///
  /// @param language its language
  /// @param test the test file
  /// @param solution the paths of the solution, which need not exist yet
  /// @param settings the limits of the check, and what the test may import beside the solution
  /// @throws InterruptedException if the calling thread was interrupted
  public List<Diagnostic> compile(
      Language language, SourceFile test, List<String> solution, JudgeSettings settings)
      throws InterruptedException {
    if (language.testsBuild()) {
      return language.syntaxFaults(test);
    }
    try (Workspace workspace = new Workspace(language, sandbox, settings.limits())) {
      settings.beside().forEach(workspace::write);
      // Empty files, so that the test's imports are found.
      solution.forEach(path -> workspace.write(new SourceFile(path, "")));
      workspace.write(test);
      var invocation = language.gate(List.of(test.path()));
      if (invocation.isEmpty()) {
        return List.of();
      }
      Execution execution = workspace.run(invocation.get());
      return language.diagnostics(execution.exit(), execution.stdout(), execution.stderr());
    }
  }

  /// {@return the findings of a scan of test files that keep them from being run}
  ///
  /// @param language their language
  /// @param files the test files
  /// @param allowed permitted rules
  public List<Finding> blocked(Language language, List<SourceFile> files, Set<String> allowed) {
    return scanner.scan(language.id(), files, allowed).stream()
        .filter(finding -> finding.severity() == Severity.BLOCK)
        .toList();
  }

  private Judgement gate(
      Workspace workspace, Candidate candidate, List<Finding> findings, List<Execution> executions)
      throws InterruptedException {
    Language language = workspace.language();
    var invocation = language.gate(paths(candidate.files()));
    if (invocation.isEmpty()) {
      return passedGate(findings, executions);
    }
    Execution execution = workspace.run(invocation.get());
    executions.add(execution);
    if (execution.limit() != Limit.NONE) {
      return new Judgement(
          Limited.verdict(execution.limit()),
          List.of(),
          findings,
          List.of(Errors.ofLimit("the check before the tests", execution, workspace.limits())),
          executions);
    }
    List<Diagnostic> diagnostics =
        language.diagnostics(execution.exit(), execution.stdout(), execution.stderr());
    Verdict verdict = diagnostics.isEmpty() ? new Verdict.Passed() : new Verdict.CompileError();
    return new Judgement(
        verdict, List.of(), findings, Errors.ofDiagnostics(diagnostics), diagnostics, executions);
  }

  private static Judgement passedGate(List<Finding> findings, List<Execution> executions) {
    return new Judgement(new Verdict.Passed(), List.of(), findings, List.of(), executions);
  }

  private Judgement test(Workspace workspace, Candidate candidate, Suite suite, Judgement gated)
      throws InterruptedException {
    List<Execution> executions = new ArrayList<>(gated.executions());
    FileTester tester = new FileTester(workspace, executions::add);
    ProgramTester programs = new ProgramTester(workspace, candidate.files(), executions::add);
    List<FileRun> runs = new ArrayList<>();
    for (TestFile file : suite.files()) {
      FileRun run = ProgramTests.areIn(file) ? programs.run(file) : tester.run(file);
      runs.add(run);
      progress.report(tests(runs, suite));
      if (isRefused(candidate, run)) {
        return new Judgement(
            new Verdict.CompileError(),
            List.of(),
            gated.findings(),
            run.errors(),
            run.faults(),
            executions);
      }
      if (hasty && !(run.verdict() instanceof Verdict.Passed)) {
        break;
      }
    }
    List<String> errors =
        runs.isEmpty()
            ? List.of("there was no test to run")
            : runs.stream().flatMap(run -> run.errors().stream()).toList();
    return new Judgement(
        worst(runs),
        runs.stream().flatMap(run -> run.outcomes().stream()).toList(),
        gated.findings(),
        errors,
        runs.stream().flatMap(run -> run.faults().stream()).toList(),
        executions);
  }

  private static Event.Tests tests(List<FileRun> runs, Suite suite) {
    List<TestOutcome> outcomes = runs.stream().flatMap(run -> run.outcomes().stream()).toList();
    int passed = (int) outcomes.stream().filter(TestOutcome::passed).count();
    return new Event.Tests(passed, outcomes.size(), suite.size());
  }

  // The compiler names a file of the candidate, or none: no other test file would be built either.
  private static boolean isRefused(Candidate candidate, FileRun run) {
    List<String> own = paths(candidate.files());
    return run.verdict() instanceof Verdict.CompileError
        && run.report().buildErrors().stream()
            .anyMatch(fault -> fault.path().isEmpty() || own.contains(fault.path()));
  }

  private static Verdict worst(List<FileRun> runs) {
    Stream<Verdict> verdicts = runs.stream().map(FileRun::verdict);
    return verdicts
        .filter(verdict -> !(verdict instanceof Verdict.Passed))
        .findFirst()
        .orElseGet(() -> runs.isEmpty() ? new Verdict.TestsFailed() : new Verdict.Passed());
  }

  private static List<String> paths(List<SourceFile> files) {
    return files.stream().map(SourceFile::path).toList();
  }
}
