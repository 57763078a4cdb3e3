package dev.hone.agent;

import static java.util.stream.Collectors.toSet;

import dev.hone.candidate.Essence;
import dev.hone.language.Language;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.suite.Origin;
import dev.hone.suite.OutputPredictor;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the candidates of a run say of the generated tests, after CodeT's dual execution agreement
/// (arXiv 2207.10397): a generated test that two different candidates pass is agreed; one that two
/// or more ran and none passes is doubted and set aside. Given tests are never doubted. Neither are
/// the tests of errors while no candidate passes any of them: there are such tests only where the
/// requirement speaks of errors, and candidates that all leave them out are wrong together. Nor is
/// a test of an error at which candidates end with an error of another kind: they do not take the
/// call for a good one, either.
///
/// Where the values of tests were predicted ({@link OutputPredictor}), the prediction itself is a
/// second voice: such a test is agreed once one candidate passes it, and where most are, one that
/// no candidate passes is doubted at once. That the only candidate crashes at it is another matter:
/// then it is kept until a second one does.
///
/// @param language the language of the tests
/// @param agreed names of generated tests that count as agreed
/// @param doubted names of generated tests that are set aside
record Agreement(Language language, Set<String> agreed, Set<String> doubted) {

  /// {@return the agreement that the attempts of a run show}
  static Agreement of(Language language, List<Attempt> attempts) {
    Collection<Attempt> judges = distinct(language, voters(attempts));
    Map<String, List<TestOutcome>> byName =
        judges.stream()
            .flatMap(attempt -> attempt.judgement().outcomes().stream())
            .filter(outcome -> outcome.origin() == Origin.GENERATED)
            .collect(Collectors.groupingBy(TestOutcome::name));
    // A prediction is a voice beside that of a candidate.
    int voices = isPredicted(attempts) ? 1 : 2;
    Set<String> agreed = named(byName, votes -> passes(votes) >= voices);
    boolean mostly = agreed.size() * 2 > byName.size();
    Set<String> doubted =
        without(
            protectedErrors(judges, byName),
            named(
                byName,
                votes ->
                    passes(votes) == 0
                        && votes.size() >= (mostly && !crashes(votes) ? voices : 2)));
    boolean given =
        judges.stream()
            .flatMap(attempt -> attempt.judgement().outcomes().stream())
            .anyMatch(outcome -> outcome.origin().isGiven());
    // Without a given test, candidates that fail most of a suite are the likelier culprits.
    boolean credible = given || doubted.size() * 2 < byName.size();
    return new Agreement(language, agreed, credible ? doubted : Set.of());
  }

  /// {@return an attempt as it looks without the doubted tests} What was observed stays as it was:
  /// a remaining test counts as passed only if it was reported so.
  Attempt view(Attempt attempt) {
    if (agreed.isEmpty() && doubted.isEmpty()) {
      return attempt;
    }
    Judgement before = attempt.judgement();
    List<TestOutcome> kept =
        before.outcomes().stream()
            .filter(outcome -> !isDoubted(outcome))
            .map(outcome -> isAgreed(outcome) ? as(Origin.AGREED, outcome) : outcome)
            .toList();
    boolean passed = !kept.isEmpty() && kept.stream().allMatch(TestOutcome::passed);
    boolean spared = before.verdict() instanceof Verdict.TestsFailed && passed;
    Judgement after =
        new Judgement(
            spared ? new Verdict.Passed() : before.verdict(),
            kept,
            before.findings(),
            spared ? List.of() : errors(before),
            before.diagnostics(),
            before.executions());
    return attempt.with(attempt.tests().stream().map(this::reduce).toList(), after);
  }

  private TestFile reduce(TestFile file) {
    if (file.origin() != Origin.GENERATED || file.names().stream().noneMatch(doubted::contains)) {
      return file;
    }
    return file.without(doubted, language);
  }

  private List<String> errors(Judgement judgement) {
    return judgement.errors().stream()
        .filter(error -> doubted.stream().noneMatch(name -> error.startsWith(name + " ")))
        .toList();
  }

  private boolean isDoubted(TestOutcome outcome) {
    return outcome.origin() == Origin.GENERATED && doubted.contains(outcome.name());
  }

  private boolean isAgreed(TestOutcome outcome) {
    return outcome.origin() == Origin.GENERATED && agreed.contains(outcome.name());
  }

  // Where no value could be had, whole tests were asked for after it.
  private static boolean isPredicted(List<Attempt> attempts) {
    return attempts.stream()
        .flatMap(attempt -> attempt.exchanges().stream())
        .filter(Exchange::asksForTests)
        .reduce((_, last) -> last)
        .filter(last -> last.prompt().name().equals(OutputPredictor.PROMPT))
        .isPresent();
  }

  // Only candidates that do all that was given may speak against a generated test, where there are
  // such candidates.
  private static List<Attempt> voters(List<Attempt> attempts) {
    List<Attempt> ran =
        attempts.stream().filter(attempt -> !attempt.judgement().outcomes().isEmpty()).toList();
    List<Attempt> faithful =
        ran.stream()
            .filter(
                attempt ->
                    attempt.judgement().outcomes().stream()
                        .filter(outcome -> outcome.origin().isGiven())
                        .allMatch(TestOutcome::passed))
            .toList();
    return faithful.isEmpty() ? ran : faithful;
  }

  private static Collection<Attempt> distinct(Language language, List<Attempt> attempts) {
    return attempts.stream()
        .collect(
            Collectors.toMap(
                attempt -> Essence.of(language.id(), attempt.code()),
                Function.identity(),
                (a, b) -> a))
        .values();
  }

  // The tests that ask for an error, if no candidate passes one of them; else those that crash.
  private static Set<String> protectedErrors(
      Collection<Attempt> judges, Map<String, List<TestOutcome>> byName) {
    Set<String> errors =
        TestFile.errorsOf(judges.stream().flatMap(attempt -> attempt.tests().stream()).toList());
    return errors.stream().anyMatch(name -> passes(byName.getOrDefault(name, List.of())) > 0)
        ? errors.stream()
            .filter(name -> crashes(byName.getOrDefault(name, List.of())))
            .collect(toSet())
        : errors;
  }

  private static boolean crashes(List<TestOutcome> votes) {
    return votes.stream().anyMatch(vote -> vote.outcome() == Outcome.ERROR);
  }

  private static Set<String> without(Set<String> kept, Set<String> names) {
    return names.stream().filter(name -> !kept.contains(name)).collect(toSet());
  }

  private static Set<String> named(
      Map<String, List<TestOutcome>> byName, java.util.function.Predicate<List<TestOutcome>> test) {
    return byName.entrySet().stream()
        .filter(entry -> test.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .collect(toSet());
  }

  private static long passes(List<TestOutcome> votes) {
    return votes.stream().filter(TestOutcome::passed).count();
  }

  private static TestOutcome as(Origin origin, TestOutcome outcome) {
    return new TestOutcome(outcome.name(), origin, outcome.outcome(), outcome.message());
  }
}
