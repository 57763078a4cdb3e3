package dev.hone.agent;

import dev.hone.candidate.Essence;
import dev.hone.language.LanguageId;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides what comes after a verdict. Code that does not build, load or end is repaired with the
/// tool's own words; a wrong answer is met with a fresh candidate, since small models repair wrong
/// answers rarely and break right ones. When two fresh ones miss a given test, further ones are
/// told what was expected and what came; when they miss nothing but the errors that are asked for,
/// the better one is repaired. A pass of a small model by a single test, by its own alone, or of
/// code that it gave little chance itself, is held against further readings of the requirement.
/// After two repairs of one line of candidates comes a fresh start (arXiv 2506.18403: most of the
/// ability to repair is gone by then).
final class Strategy {
  private static final int REPAIRS_IN_A_LINE = 2;
  private static final int MOST_REPEATS = 2;
  private static final int FEW_TESTS = 2;
  private static final double SURE = 0.01;
  private static final int MOST_OPINIONS = 3;
  private static final Pattern PLACE = Pattern.compile("^[^\\s:]+:\\d+(?::\\d+)?:");

  private final Rounds rounds;
  private final Set<Piece> without;

  Strategy(Rounds rounds) {
    this(rounds, Set.of());
  }

  /// @param without pieces that are left out
  Strategy(Rounds rounds, Set<Piece> without) {
    this.rounds = rounds;
    this.without = without;
  }

  Step next(History history, Agreement agreement) {
    if (history.isEmpty()) {
      return new Step.Fresh(0);
    }
    Attempt best = history.best(agreement).orElseThrow();
    boolean passed = best.judgement().verdict() instanceof Verdict.Passed;
    List<Attempt> attempts = history.attempts();
    if (attempts.size() >= rounds.attempts()) {
      return new Step.Stop(passed ? Ending.SOLVED : Ending.ROUNDS_USED);
    }
    List<Attempt> own = attempts.subList(rounds.othersBefore(), attempts.size());
    int fresh = (int) own.stream().filter(Strategy::isFresh).count();
    if (passed) {
      return wantsAnother(best, history) ? new Step.Confirm(fresh) : new Step.Stop(Ending.SOLVED);
    }
    if (own.isEmpty()) {
      // A stronger model begins with the evidence so far.
      return best.code().isEmpty() || passesGiven(best.judgement()) || !repairs()
          ? new Step.Fresh(0)
          : new Step.Repair(best);
    }
    int repeats = repeats(agreement.language().id(), attempts);
    if (Math.min(attempts.size() - rounds.attemptsBefore(), repeats) >= MOST_REPEATS) {
      return new Step.Stop(Ending.NO_PROGRESS);
    }
    if (Deadlock.in(agreement.language().id(), own)) {
      return new Step.Stop(Ending.NO_PROGRESS);
    }
    Attempt last = agreement.view(history.last());
    if (repairs() && fresh == 2 && isFresh(attempts.getLast()) && missesErrorsAlone(best)) {
      return new Step.Repair(best);
    }
    return repairs()
            && isRepairable(last.judgement())
            && repairsInLine(own) < REPAIRS_IN_A_LINE
            && !lostTests(own)
            && !keptErrors(own)
            // A repair that gave the same code would be asked for in the same words again.
            && repeats == 0
        ? new Step.Repair(last)
        : afresh(fresh, best);
  }

  /// {@return whether a pass of an attempt may be luck, or a misreading that the tests share: by a
  /// single test, by nothing but tests of a small model itself, or by code of which the model was
  /// not sure}
  boolean isDoubtful(Attempt attempt) {
    Judgement judgement = attempt.judgement();
    return rounds.small()
        && !without.contains(Piece.READINGS)
        && (!passesGiven(judgement) || judgement.passedTests() < FEW_TESTS || isUnsure(attempt));
  }

  // How likely the model thought all of its reply tells right answers from wrong ones that pass the
  // same tests (arXiv 2207.05221). A reply that was cut is followed by the one that counts.
  private static boolean isUnsure(Attempt attempt) {
    return attempt.codeReply().filter(reply -> reply.likelihood() < SURE).isPresent();
  }

  // Another reading shows whether what it passed with stands alone.
  private boolean wantsAnother(Attempt best, History history) {
    return isDoubtful(best)
        && history.attempts().size() - firstPass(history) < MOST_OPINIONS
        && history.consensus().isOpen(best);
  }

  private static int firstPass(History history) {
    return history.attempts().stream()
        .filter(attempt -> history.consensus().alike(attempt) > 0)
        .mapToInt(Attempt::number)
        .findFirst()
        .orElse(0);
  }

  // Two readings that both miss a given test will be followed by a third of the kind: every second
  // one from there on is told where the best one failed.
  private Step afresh(int fresh, Attempt best) {
    return !without.contains(Piece.FAILURES)
            && fresh >= 2
            && fresh % 2 == 0
            && missesGiven(best.judgement())
        ? new Step.Watch(fresh, best)
        : new Step.Fresh(fresh);
  }

  private boolean repairs() {
    return !without.contains(Piece.REPAIR);
  }

  private static boolean isRepairable(Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.CompileError _,
          Verdict.RuntimeError _,
          Verdict.TimeLimitExceeded _,
          Verdict.MemoryLimitExceeded _,
          Verdict.OutputLimitExceeded _,
          Verdict.ResourceLimitExceeded _,
          Verdict.Rejected _ ->
          true;
      case Verdict.TestsFailed _ -> isCrash(judgement);
      case Verdict.Passed _, Verdict.Unreadable _ -> false;
    };
  }

  // A test that ends with an error of its own (a name, a type, a missing import) says exactly what
  // to mend; a wrong value does not. Where all given tests pass, a generated one is the likelier
  // culprit.
  private static boolean isCrash(Judgement judgement) {
    return !passesGiven(judgement)
        && judgement.outcomes().stream().anyMatch(o -> o.outcome() == Outcome.ERROR)
        && judgement.outcomes().stream().noneMatch(o -> o.outcome() == Outcome.FAILED);
  }

  // A repair that loses a passed test is no base for another one.
  private static boolean lostTests(List<Attempt> attempts) {
    return attempts.size() > 1
        && repairsInLine(attempts) > 0
        && Votes.withoutVoted(attempts.getLast()).passedTests()
            < Votes.withoutVoted(attempts.get(attempts.size() - 2)).passedTests();
  }

  // Nor is one after which the tool says just the same: it says nothing new to the model.
  private static boolean keptErrors(List<Attempt> attempts) {
    return repairsInLine(attempts) > 0
        && attempts.size() > 1
        && !attempts.getLast().judgement().errors().isEmpty()
        && said(attempts.getLast()).equals(said(attempts.get(attempts.size() - 2)));
  }

  private static List<String> said(Attempt attempt) {
    return attempt.judgement().errors().stream().map(Strategy::withoutPlace).toList();
  }

  // A repair may move a fault to another line.
  private static String withoutPlace(String error) {
    return PLACE.matcher(error).replaceFirst("");
  }

  private static boolean passesGiven(Judgement judgement) {
    List<TestOutcome> given =
        judgement.outcomes().stream().filter(outcome -> outcome.origin().isGiven()).toList();
    return !given.isEmpty() && given.stream().allMatch(TestOutcome::passed);
  }

  private static boolean missesGiven(Judgement judgement) {
    return judgement.outcomes().stream().anyMatch(o -> o.origin().isGiven() && !o.passed());
  }

  private static boolean missesErrorsAlone(Attempt attempt) {
    Set<String> errors = TestFile.errorsOf(attempt.tests());
    return attempt.judgement().verdict() instanceof Verdict.TestsFailed
        && attempt.judgement().outcomes().stream()
            .filter(outcome -> !outcome.passed())
            .allMatch(outcome -> errors.contains(outcome.name()));
  }

  private static int repairsInLine(List<Attempt> attempts) {
    int repairs = 0;
    for (Attempt attempt : attempts.reversed()) {
      if (isFresh(attempt)) {
        return repairs;
      }
      repairs++;
    }
    return repairs;
  }

  private static boolean isFresh(Attempt attempt) {
    return attempt.exchanges().stream().noneMatch(exchange -> exchange.role().equals("repair"));
  }

  // How many of the last attempts brought only code that was there before.
  private static int repeats(LanguageId language, List<Attempt> attempts) {
    List<String> codes =
        attempts.stream().map(attempt -> Essence.of(language, attempt.code())).toList();
    int repeats = 0;
    for (int i = codes.size() - 1; i > 0 && codes.subList(0, i).contains(codes.get(i)); i--) {
      repeats++;
    }
    return repeats;
  }
}
