package dev.hone.agent;

import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Evidence.Basis;
import dev.hone.result.Exchange;
import dev.hone.result.Result;
import dev.hone.result.Usage;
import dev.hone.suite.Origin;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.Verdict;
import dev.hone.verdict.mutation.MutationScore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Makes the result of a run and writes its ending into the run log.
final class Closing {
  // Two candidates that misread a requirement often meet in one value, or in a yes or no.
  private static final int FEWEST_AGREED = 3;

  private final AgentParts parts;
  private final Task task;

  Closing(AgentParts parts, Task task) {
    this.parts = parts;
    this.task = task;
  }

  /// {@return the result} What the asker still holds belongs to a round that was not finished; it
  /// is counted as spent.
  ///
  /// @param strength how much the tests notice that the best attempt passes
  Result close(History history, Ending ending, Asker asker, MutationScore strength) {
    Agreement agreement = Agreement.of(task.language(), history.attempts());
    Optional<Attempt> best = history.best(agreement);
    Evidence.Consensus consensus =
        best.map(history.consensus()::around).orElse(Evidence.Consensus.NONE);
    Evidence evidence = evidence(best, agreement, strength, consensus);
    boolean passed =
        best.filter(attempt -> attempt.judgement().verdict() instanceof Verdict.Passed).isPresent()
            && evidence.basis().reaches(task.settings().require());
    Result result =
        new Result(
            task.runId(),
            task.startedAt(),
            task.requirement(),
            task.type(),
            task.choice(),
            parts.model().card().name(),
            parts.judge().sandboxMode(),
            task.plan(),
            history.attempts().stream().map(agreement::view).toList(),
            best.map(Attempt::number).orElse(0),
            passed,
            ending,
            evidence,
            usage(history, asker.collect()),
            task.earlier().timeUntil(Instant.now()));
    parts.log().end(task.runId(), result);
    return result;
  }

  private Usage usage(History history, List<Exchange> unfinished) {
    Stream<Exchange> asked =
        Stream.concat(
            history.attempts().stream()
                .skip(task.earlier().attempts().size())
                .flatMap(attempt -> attempt.exchanges().stream()),
            unfinished.stream());
    return asked.map(exchange -> Usage.of(exchange.reply())).reduce(task.opening(), Usage::plus);
  }

  private static Evidence evidence(
      Optional<Attempt> best,
      Agreement agreement,
      MutationScore strength,
      Evidence.Consensus consensus) {
    List<TestOutcome> outcomes =
        best.map(attempt -> attempt.judgement().outcomes()).orElse(List.of());
    Predicate<TestOutcome> given = outcome -> outcome.origin().isGiven();
    int givenPassed = count(outcomes, given.and(TestOutcome::passed));
    int ownPassed = count(outcomes, given.negate().and(TestOutcome::passed));
    int agreed = count(outcomes, outcome -> outcome.origin() == Origin.AGREED && outcome.passed());
    Basis basis =
        givenPassed > 0
            ? Basis.GIVEN
            : ownPassed == 0 ? Basis.NONE : agreed >= FEWEST_AGREED ? Basis.AGREED : Basis.OWN;
    return new Evidence(
        basis,
        givenPassed,
        count(outcomes, given),
        ownPassed,
        count(outcomes, given.negate()),
        agreement.doubted().size(),
        strength,
        consensus);
  }

  private static int count(List<TestOutcome> outcomes, Predicate<TestOutcome> test) {
    return (int) outcomes.stream().filter(test).count();
  }
}
