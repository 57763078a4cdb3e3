package dev.hone.agent;

import dev.hone.candidate.Candidate;
import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.language.values.Value;
import dev.hone.language.values.ValueText;
import dev.hone.result.Attempt;
import dev.hone.suite.FurtherCalls;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Behaviour;
import dev.hone.verdict.Judge;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes tests of the calls for which two different candidates, that pass all that was given,
/// return the same: the expected values are voted (arXiv 2502.01619), not written by the model,
/// which gets them wrong more often than the code that it writes. They come behind the tests that
/// were there and change no verdict. Candidates that stand together against the model's tests,
/// where nothing was given, vote for nothing: who of both is right is not known.
final class Votes {
  private static final int MOST_TESTS = 8;
  private static final int LONGEST = 300;

  private final Judge judge;

  Votes(Judge judge) {
    this.judge = judge;
  }

  /// {@return the attempt with the voted tests; as it was where there are none, or where it neither
  /// passes nor meets a given test} Only tests that the attempt passes when it is run again are
  /// among them: what it returns may be another value each time.
  ///
  /// @param calls what the candidates were run for
  /// @param consensus what they did
  /// @throws InterruptedException if the calling thread was interrupted
  Attempt cast(Task task, Attempt attempt, TestFile calls, Consensus consensus)
      throws InterruptedException {
    if (!isTrusted(attempt.judgement())) {
      return attempt;
    }
    List<Example> voted =
        examples(task.language().id(), calls, consensus.shared(attempt), passedCalls(attempt));
    Optional<TestFile> file =
        voted.isEmpty()
            ? Optional.empty()
            : new FurtherCalls(task.language(), MOST_TESTS)
                .voted(task.plan(), voted, attempt.tests());
    return file.isPresent() ? with(task, attempt, file.get()) : attempt;
  }

  /// {@return how many voted tests an attempt has}
  static int voted(Attempt attempt) {
    return votedNames(attempt).size();
  }

  /// {@return what judging showed of an attempt, voted tests aside: who has them passes them, so
  /// they tell nothing of who is better}
  static Judgement withoutVoted(Attempt attempt) {
    Set<String> voted = votedNames(attempt);
    Judgement whole = attempt.judgement();
    return voted.isEmpty()
        ? whole
        : whole.with(
            whole.outcomes().stream().filter(outcome -> !voted.contains(outcome.name())).toList());
  }

  private static Set<String> votedNames(Attempt attempt) {
    return attempt.tests().stream()
        .filter(file -> file.origin() == Origin.AGREED)
        .flatMap(file -> file.names().stream())
        .collect(Collectors.toSet());
  }

  private static List<Example> examples(
      LanguageId language,
      TestFile calls,
      Map<String, Behaviour.Result> shared,
      Set<String> tested) {
    return calls.names().stream()
        .flatMap(name -> example(language, calls.examples().get(name), shared.get(name)).stream())
        .filter(example -> !tested.contains(example.call()))
        .toList();
  }

  private static boolean isTrusted(Judgement judgement) {
    return judgement.verdict() instanceof Verdict.Passed
        || judgement.outcomes().stream().anyMatch(outcome -> outcome.origin().isGiven());
  }

  // What the model expected of a call wrongly does not keep the voted value out.
  private static Set<String> passedCalls(Attempt attempt) {
    Set<String> passed = attempt.judgement().passedNames();
    return attempt.tests().stream()
        .flatMap(file -> file.examples().entrySet().stream())
        .filter(example -> passed.contains(example.getKey()))
        .map(example -> example.getValue().call())
        .collect(Collectors.toSet());
  }

  private static Optional<Example> example(
      LanguageId language, @Nullable Example call, Behaviour.@Nullable Result result) {
    return call != null && result instanceof Behaviour.Result.Returned(Value value, var _)
        ? ValueText.written(value, language)
            .filter(text -> text.length() <= LONGEST)
            .map(text -> new Example(Example.Kind.RETURNS, call.setup(), call.call(), text, ""))
        : Optional.empty();
  }

  private Attempt with(Task task, Attempt attempt, TestFile file) throws InterruptedException {
    Judgement votes =
        judge.judge(
            task.language(),
            new Candidate(attempt.code()),
            new Suite(List.of(file)),
            task.settings().judging().brief());
    List<TestOutcome> passed =
        votes.verdict() instanceof Verdict.Passed || votes.verdict() instanceof Verdict.TestsFailed
            ? votes.outcomes().stream().filter(TestOutcome::passed).toList()
            : List.of();
    if (passed.isEmpty()) {
      return attempt;
    }
    List<TestFile> tests = new ArrayList<>(attempt.tests());
    tests.add(file.only(votes.passedNames(), task.language()));
    List<TestOutcome> outcomes = new ArrayList<>(attempt.judgement().outcomes());
    outcomes.addAll(passed);
    return attempt.with(tests, attempt.judgement().with(outcomes));
  }
}
