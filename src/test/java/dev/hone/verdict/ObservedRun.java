package dev.hone.verdict;

import dev.hone.language.Expected;
import dev.hone.language.Language;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Example tests as the judge runs them: without the values they expect, which are compared here.
public final class ObservedRun {
  private final Language language;
  private final Workbench bench;

  /// Makes a run.
  ///
  /// @param language the language of the tests
  /// @param bench a workbench with the solution
  public ObservedRun(Language language, Workbench bench) {
    this.language = language;
    this.bench = bench;
  }

  /// {@return what the tests reported, as the oracle has it}
  ///
  /// @param tests what the language wrote of examples
  public TestReport report(SourceFile tests) {
    Observation observation = language.observation(tests).orElseThrow();
    TestReport report = bench.with(observation.file()).report(tests.path());
    List<Case> judged =
        report.cases().stream().map(one -> judged(one, tests, observation)).toList();
    return new TestReport(judged, report.loadErrors(), report.buildErrors(), report.complete());
  }

  private static Case judged(Case reported, SourceFile tests, Observation observation) {
    Expected expected = observation.expected().get(reported.name());
    Case told = new Retelling(tests, observation.file()).of(reported);
    return expected == null ? told : Oracle.judged(told, expected);
  }

  /// {@return how each test went}
  ///
  /// @param report a report
  public static Map<String, State> states(TestReport report) {
    return report.cases().stream().collect(Collectors.toMap(Case::name, Case::state));
  }
}
