package dev.hone.bench;

import dev.hone.result.Failure;
import dev.hone.result.FailureClassifier;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.stream.Stream;

/// Finds the class of a miss: what is certain comes from the strategy's own judgement, the rest
/// from the hidden check, since tests that a model wrote may be wrong.
final class Misses {
  private Misses() {}

  /// {@return why an answer is not right; none where it is}
  ///
  /// @param problem the problem
  /// @param answer the answer
  /// @param check what the hidden check showed of its code
  static Failure of(Problem problem, Answer answer, CheckRunner.Shown check) {
    if (check.verdict() instanceof Verdict.Passed) {
      return Failure.NONE;
    }
    if (answer.files().isEmpty()) {
      return answer.failure() == Failure.NONE ? Failure.NO_CODE : answer.failure();
    }
    if (isInAnotherLanguage(problem, answer)) {
      return Failure.WRONG_LANGUAGE;
    }
    if (answer.passed() && !answer.verdict().isEmpty()) {
      return Failure.WEAK_TESTS;
    }
    FailureClassifier classes = new FailureClassifier(problem.language(), entryPoints(problem));
    return switch (check.verdict()) {
      case Verdict.TimeLimitExceeded _ -> Failure.TIME;
      case Verdict.MemoryLimitExceeded _ -> Failure.MEMORY;
      case Verdict.OutputLimitExceeded _, Verdict.ResourceLimitExceeded _ -> Failure.RESOURCES;
      case Verdict.Passed _,
          Verdict.TestsFailed _,
          Verdict.RuntimeError _,
          Verdict.CompileError _,
          Verdict.Rejected _,
          Verdict.Unreadable _ ->
          isCertain(answer) ? answer.failure() : classes.ofOutput(check.output());
    };
  }

  private static boolean isInAnotherLanguage(Problem problem, Answer answer) {
    return answer.beside().isPresent()
        && answer.beside().get() instanceof Answer.Founded founded
        && founded.language() != problem.language();
  }

  // What a test ran into may be the test's own fault.
  private static boolean isCertain(Answer answer) {
    return switch (answer.failure()) {
      case NO_CODE, CUT_OFF, WRONG_LANGUAGE, REJECTED, COMPILE -> true;
      case SIGNATURE, NAME, TYPE -> !answer.verdict().equals(new Verdict.TestsFailed().id());
      case NONE, WRONG_ANSWER, TIME, MEMORY, RESOURCES, WEAK_TESTS -> false;
    };
  }

  private static List<String> entryPoints(Problem problem) {
    return Stream.of(problem.hidden().entryPoint()).filter(name -> !name.isEmpty()).toList();
  }
}
