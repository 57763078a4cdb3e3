package dev.hone.bench;

import dev.hone.bench.Item.Grounds;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads from a run of Hone what its answer stands on.
final class Standing {
  private Standing() {}

  static Grounds of(Result result) {
    Usage tests = onTests(result.attempts());
    return new Grounds(
        tests.promptTokens(),
        tests.completionTokens(),
        candidates(result).size(),
        result.evidence().basis(),
        result.best().map(best -> tallies(best.judgement().outcomes())).orElse(List.of()),
        result.evidence().setAside(),
        result.evidence().consensus());
  }

  private static Usage onTests(List<Attempt> attempts) {
    return attempts.stream()
        .flatMap(attempt -> attempt.exchanges().stream())
        .filter(Exchange::asksForTests)
        .map(exchange -> Usage.of(exchange.reply()))
        .reduce(Usage.NONE, Usage::plus);
  }

  /// {@return the different pieces of code of a run; code that comes again is not run again}
  static List<List<SourceFile>> candidates(Result result) {
    return result.attempts().stream()
        .map(Attempt::code)
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  /// {@return the tests that nobody gave and that the best attempt passes}
  ///
  /// @param language the language of the run
  static Answer.Tests kept(Result result, Language language) {
    List<TestFile> files =
        result.best().stream()
            .flatMap(best -> best.tests().stream().map(file -> passed(best, file, language)))
            .filter(file -> !file.names().isEmpty())
            .toList();
    return new Answer.Tests(language, result.plan(), files);
  }

  private static TestFile passed(Attempt best, TestFile file, Language language) {
    Set<String> passed = best.judgement().passedNames();
    return file.without(
        file.names().stream()
            .filter(name -> file.origin().isGiven() || !passed.contains(name))
            .collect(Collectors.toSet()),
        language);
  }

  private static List<Grounds.Tally> tallies(List<TestOutcome> outcomes) {
    return Arrays.stream(Origin.values())
        .map(origin -> tally(origin, outcomes))
        .filter(tally -> tally.total() > 0)
        .toList();
  }

  private static Grounds.Tally tally(Origin origin, List<TestOutcome> outcomes) {
    List<TestOutcome> tests =
        outcomes.stream().filter(outcome -> outcome.origin() == origin).toList();
    int passed = (int) tests.stream().filter(TestOutcome::passed).count();
    return new Grounds.Tally(origin, passed, tests.size());
  }
}
