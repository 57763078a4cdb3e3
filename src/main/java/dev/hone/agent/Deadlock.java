package dev.hone.agent;

import dev.hone.candidate.Essence;
import dev.hone.language.LanguageId;
import dev.hone.result.Attempt;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Candidates against tests: where nothing was given, different candidates that do the same as each
/// other, and not what most of the model's own tests say, are not told from right ones by these
/// tests, and further ones of the kind will not be either. Who is right is not known (of four such
/// cases that were looked at the candidates were right in two), so nothing passes by it. Tests of
/// errors that the requirement asks for are another matter: what all candidates leave out, a later
/// one may see.
final class Deadlock {
  private static final int ENOUGH = 3;

  private Deadlock() {}

  /// {@return whether candidates and tests stand against each other}
  ///
  /// @param language the language of the candidates
  /// @param attempts the attempts of a run, of which none passes
  static boolean in(LanguageId language, List<Attempt> attempts) {
    Map<List<TestOutcome>, Set<String>> codes =
        attempts.stream()
            .filter(Deadlock::isAgainstTheTests)
            .collect(
                Collectors.groupingBy(
                    attempt -> attempt.judgement().outcomes(),
                    Collectors.mapping(
                        attempt -> Essence.of(language, attempt.code()), Collectors.toSet())));
    return codes.values().stream().anyMatch(different -> different.size() >= ENOUGH);
  }

  private static boolean isAgainstTheTests(Attempt attempt) {
    List<TestOutcome> outcomes = attempt.judgement().outcomes();
    Set<String> errors = TestFile.errorsOf(attempt.tests());
    List<TestOutcome> missed = outcomes.stream().filter(outcome -> !outcome.passed()).toList();
    return !outcomes.isEmpty()
        && outcomes.stream().allMatch(outcome -> outcome.origin() == Origin.GENERATED)
        && missed.size() * 2 >= outcomes.size()
        && missed.stream().noneMatch(outcome -> errors.contains(outcome.name()));
  }
}
