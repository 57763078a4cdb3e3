package dev.hone.verdict;

import dev.hone.language.Diagnostic;
import dev.hone.sandbox.Execution;
import dev.hone.scan.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A verdict with all that it rests on.
///
/// @param verdict the verdict
/// @param outcomes one entry for each expected test, in the order of the suite; empty where the
///   code never came to its tests
/// @param findings what the scan found, blocking or not
/// @param errors what is wrong, for a person and for the model: compiler messages with their line,
///   failing tests with their message; empty for a pass
/// @param diagnostics what the gate, the compiler or the loader said, first fault first; empty
///   where they had nothing to say
/// @param executions the commands that ran, gate first; empty where nothing ran
public record Judgement(
    Verdict verdict,
    List<TestOutcome> outcomes,
    List<Finding> findings,
    List<String> errors,
    List<Diagnostic> diagnostics,
    List<Execution> executions) {
  /// Copies the lists.
  public Judgement {
    outcomes = List.copyOf(outcomes);
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
    diagnostics = List.copyOf(diagnostics);
    executions = List.copyOf(executions);
  }

  /// Makes a judgement for which neither compiler nor loader said anything.
  ///
  /// @param verdict the verdict
  /// @param outcomes one entry for each expected test
  /// @param findings what the scan found
  /// @param errors what is wrong
  /// @param executions the commands that ran
  public Judgement(
      Verdict verdict,
      List<TestOutcome> outcomes,
      List<Finding> findings,
      List<String> errors,
      List<Execution> executions) {
    this(verdict, outcomes, findings, errors, List.of(), executions);
  }

  /// {@return this judgement with faults that keep callers from compiling, ahead of its own} Where
  /// there are such, code that ran counts as a {@link Verdict.CompileError}, whatever its tests
  /// said.
  ///
  /// @param faults what is wrong with the code beside what the tools said; may be empty
  public Judgement after(List<Diagnostic> faults) {
    return faults.isEmpty()
        ? this
        : new Judgement(
            verdict instanceof Verdict.Passed || verdict instanceof Verdict.TestsFailed
                ? new Verdict.CompileError()
                : verdict,
            outcomes,
            findings,
            Stream.concat(Errors.ofDiagnostics(faults).stream(), errors.stream()).toList(),
            Stream.concat(faults.stream(), diagnostics.stream()).toList(),
            executions);
  }

  /// {@return this judgement with other outcomes} All else stands.
  ///
  /// @param others one entry for each test that counts
  public Judgement with(List<TestOutcome> others) {
    return new Judgement(verdict, others, findings, errors, diagnostics, executions);
  }

  /// {@return the names of the expected tests that passed}
  public Set<String> passedNames() {
    return outcomes.stream()
        .filter(TestOutcome::passed)
        .map(TestOutcome::name)
        .collect(Collectors.toSet());
  }

  /// {@return how many expected tests passed}
  public int passedTests() {
    return (int) outcomes.stream().filter(TestOutcome::passed).count();
  }
}
