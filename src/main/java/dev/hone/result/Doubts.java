package dev.hone.result;

import dev.hone.candidate.Essence;
import dev.hone.language.LanguageId;
import dev.hone.suite.Origin;
import dev.hone.verdict.TestOutcome;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Examples of a requirement that may have been read wrongly, or are wrong: two different
/// candidates or more were asked, none meets them, and one of these meets all others that were
/// given. They still count against a pass, since as often all candidates are wrong together; who
/// wrote the requirement is told.
public final class Doubts {
  private static final int FEWEST_CANDIDATES = 2;

  private Doubts() {}

  /// {@return what a candidate that meets all other examples made of the doubted ones; empty where
  /// none is doubted}
  ///
  /// @param language the language of the code
  /// @param attempts all attempts of a run
  public static List<TestOutcome> of(LanguageId language, List<Attempt> attempts) {
    List<Attempt> ran =
        List.copyOf(
            attempts.stream()
                .filter(
                    attempt -> attempt.judgement().outcomes().stream().anyMatch(Doubts::isExample))
                .collect(
                    Collectors.toMap(
                        attempt -> Essence.of(language, attempt.code()),
                        Function.identity(),
                        (earlier, _) -> earlier))
                .values());
    if (ran.size() < FEWEST_CANDIDATES) {
      return List.of();
    }
    Set<String> met =
        ran.stream()
            .flatMap(attempt -> attempt.judgement().outcomes().stream())
            .filter(TestOutcome::passed)
            .map(TestOutcome::name)
            .collect(Collectors.toSet());
    return ran.stream()
        .sorted(Comparator.comparingInt(Attempt::number))
        .map(
            attempt ->
                attempt.judgement().outcomes().stream()
                    .filter(test -> test.origin().isGiven())
                    .toList())
        .filter(given -> given.stream().anyMatch(TestOutcome::passed))
        .map(given -> given.stream().filter(test -> !test.passed()).toList())
        .filter(missed -> missed.stream().allMatch(test -> isUnmet(test, met)))
        .findFirst()
        .orElse(List.of());
  }

  private static boolean isExample(TestOutcome test) {
    return test.origin() == Origin.TEXT;
  }

  // One that ends with an error is no other answer.
  private static boolean isUnmet(TestOutcome test, Set<String> met) {
    return isExample(test)
        && test.outcome() == TestOutcome.Outcome.FAILED
        && !met.contains(test.name());
  }
}
