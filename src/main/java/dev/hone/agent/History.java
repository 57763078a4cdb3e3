package dev.hone.agent;

import dev.hone.language.SourceFile;
import dev.hone.result.Attempt;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The attempts of a run so far, and which of them is best.
final class History {
  /// Orders judgements from worst to best.
  static final Comparator<Judgement> BY_MERIT =
      Comparator.comparing((Judgement judgement) -> judgement.verdict() instanceof Verdict.Passed)
          .thenComparingLong(History::given)
          .thenComparingInt(Judgement::passedTests)
          .thenComparingInt(judgement -> rank(judgement.verdict()));

  private final List<Attempt> attempts = new ArrayList<>();
  private final Consensus consensus = new Consensus();

  void add(Attempt attempt) {
    attempts.add(attempt);
  }

  /// {@return what those of its candidates that pass all that was given have in common}
  Consensus consensus() {
    return consensus;
  }

  List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  boolean isEmpty() {
    return attempts.isEmpty();
  }

  Attempt last() {
    return attempts.getLast();
  }

  /// {@return an earlier attempt with the same code}
  Optional<Attempt> sameCode(List<SourceFile> code, List<TestFile> tests) {
    return attempts.stream()
        .filter(attempt -> !code.isEmpty() && attempt.code().equals(code))
        .filter(attempt -> attempt.tests().equals(tests))
        .findFirst();
  }

  /// {@return the best attempt as seen through an agreement on tests; of equals the one that does
  /// what most others do, of such the one with the most voted tests, and of such the earliest}
  Optional<Attempt> best(Agreement agreement) {
    Comparator<Attempt> better =
        Comparator.comparing(Votes::withoutVoted, BY_MERIT)
            .thenComparingInt(consensus::alike)
            .thenComparingInt(Votes::voted);
    return attempts.stream()
        .map(agreement::view)
        .reduce((best, next) -> better.compare(next, best) > 0 ? next : best);
  }

  private static long given(Judgement judgement) {
    return judgement.outcomes().stream()
        .filter(outcome -> outcome.origin().isGiven() && outcome.passed())
        .count();
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed _ -> 5;
      case Verdict.TestsFailed _ -> 4;
      case Verdict.TimeLimitExceeded _,
          Verdict.MemoryLimitExceeded _,
          Verdict.OutputLimitExceeded _,
          Verdict.ResourceLimitExceeded _ ->
          3;
      case Verdict.RuntimeError _ -> 2;
      case Verdict.CompileError _ -> 1;
      case Verdict.Rejected _ -> 1;
      case Verdict.Unreadable _ -> 0;
    };
  }
}
