package dev.hone.verdict;

import dev.hone.language.Diagnostic;
import dev.hone.language.Expected;
import dev.hone.language.Observation;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.State;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One test file as it ran.
///
/// @param file the test file
/// @param observation the test file as it ran, and what tests must have seen that only hand it over
/// @param execution the run
/// @param report what the runner said
/// @param limits the limits it ran under
record FileRun(
    TestFile file, Observation observation, Execution execution, TestReport report, Limits limits) {

  // A test counts as passed only if it was expected, reported as passed, and the runner came to its
  // own end with exit code 0: an exit in the middle must not look like success.
  List<TestOutcome> outcomes() {
    Map<String, TestReport.Case> reported =
        report.cases().stream()
            .map(this::compared)
            .collect(Collectors.toMap(TestReport.Case::name, Function.identity(), (a, b) -> a));
    return file.names().stream().map(name -> outcome(name, reported)).toList();
  }

  private TestReport.Case compared(TestReport.Case one) {
    Expected wanted = observation.expected().get(one.name());
    return wanted == null
        ? one
        : Oracle.judged(new Retelling(file.file(), observation.file()).of(one), wanted);
  }

  Verdict verdict() {
    if (execution.limit() != Limit.NONE) {
      return Limited.verdict(execution.limit());
    }
    if (!report.buildErrors().isEmpty()) {
      return new Verdict.CompileError();
    }
    if (!report.loadErrors().isEmpty()) {
      return new Verdict.RuntimeError();
    }
    return allPassed() && execution.exit() == 0 && !file.names().isEmpty()
        ? new Verdict.Passed()
        : new Verdict.TestsFailed();
  }

  private boolean allPassed() {
    return outcomes().stream().allMatch(TestOutcome::passed);
  }

  List<String> errors() {
    List<String> errors = new ArrayList<>();
    if (execution.limit() != Limit.NONE) {
      errors.add(Errors.ofLimit("the run of " + file.file().path(), execution, limits));
    }
    errors.addAll(Errors.ofDiagnostics(faults()));
    outcomes().stream()
        .filter(outcome -> !outcome.passed())
        .filter(outcome -> outcome.outcome() != Outcome.MISSING || errors.isEmpty())
        .map(Errors::ofOutcome)
        .forEach(errors::add);
    if (errors.isEmpty() && execution.exit() != 0) {
      errors.add(
          "the run of %s ended with exit code %d although every expected test passed"
              .formatted(file.file().path(), execution.exit()));
    }
    return errors;
  }

  /// What compiler and loader said.
  List<Diagnostic> faults() {
    return Stream.concat(report.buildErrors().stream(), report.loadErrors().stream()).toList();
  }

  private TestOutcome outcome(String name, Map<String, TestReport.Case> reported) {
    TestReport.Case found = reported.get(name);
    if (found == null) {
      return new TestOutcome(name, file.origin(), Outcome.MISSING, missing());
    }
    if (found.state() == State.PASSED && !report.complete()) {
      return new TestOutcome(
          name, file.origin(), Outcome.MISSING, "the run ended before the runner did");
    }
    Outcome outcome =
        switch (found.state()) {
          case PASSED -> Outcome.PASSED;
          case FAILED -> Outcome.FAILED;
          case ERROR -> Outcome.ERROR;
          case SKIPPED -> Outcome.SKIPPED;
        };
    return new TestOutcome(name, file.origin(), outcome, found.message());
  }

  private String missing() {
    return report.complete()
        ? "the runner never reported it"
        : "the run ended before it, with exit code " + execution.exit();
  }
}
