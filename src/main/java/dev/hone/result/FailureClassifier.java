package dev.hone.result;

import dev.hone.language.Diagnostic;
import dev.hone.language.LanguageId;
import dev.hone.language.syntax.AskedFor;
import dev.hone.model.Reply;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import dev.hone.verdict.TestOutcome.Outcome;
import dev.hone.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/// Finds the class of a miss by rule: from the verdict, what compiler, loader and tests said, and
/// the reply that the code came from.
public final class FailureClassifier {
  private final LanguageId language;
  private final FaultWords words;

  /// Makes a classifier.
  ///
  /// @param language the language that was asked for
  /// @param entryPoints functions or classes that were asked for by name; may be empty
  public FailureClassifier(LanguageId language, List<String> entryPoints) {
    this.language = language;
    this.words = new FaultWords(entryPoints);
  }

  /// {@return the class of an attempt that did not lead to a pass} One that passed its tests all
  /// the same was not believed, so its tests are too weak.
  ///
  /// @param attempt the attempt
  public Failure of(Attempt attempt) {
    Failure failure = of(attempt.judgement());
    Optional<Reply> reply = attempt.codeReply();
    boolean cut = reply.filter(one -> one.finish().isCut()).isPresent();
    boolean foreign =
        reply.filter(one -> Fences.nameAnotherLanguage(one.text(), language)).isPresent();
    return switch (failure) {
      case NO_CODE -> cut ? Failure.CUT_OFF : foreign ? Failure.WRONG_LANGUAGE : failure;
      case COMPILE, NAME, TYPE -> foreign ? Failure.WRONG_LANGUAGE : failure;
      case NONE,
          CUT_OFF,
          WRONG_LANGUAGE,
          REJECTED,
          SIGNATURE,
          WRONG_ANSWER,
          TIME,
          MEMORY,
          RESOURCES,
          WEAK_TESTS ->
          failure;
    };
  }

  /// {@return the class of code that was judged and does not count as passed}
  ///
  /// @param judgement what judging it showed
  public Failure of(Judgement judgement) {
    return switch (judgement.verdict()) {
      case Verdict.Passed _ -> Failure.WEAK_TESTS;
      case Verdict.Unreadable _ -> Failure.NO_CODE;
      case Verdict.Rejected _ -> Failure.REJECTED;
      case Verdict.CompileError _, Verdict.RuntimeError _ -> unbuilt(judgement);
      case Verdict.TestsFailed _ -> failed(judgement.outcomes());
      case Verdict.TimeLimitExceeded _ -> Failure.TIME;
      case Verdict.MemoryLimitExceeded _ -> Failure.MEMORY;
      case Verdict.OutputLimitExceeded _, Verdict.ResourceLimitExceeded _ -> Failure.RESOURCES;
    };
  }

  /// {@return the class of code whose check failed within its limits, by what the check printed}
  ///
  /// @param output both outputs of the check; may be empty
  public Failure ofOutput(String output) {
    return words.ofOutput(output);
  }

  // A compiler's first fault causes the later ones.
  private Failure unbuilt(Judgement judgement) {
    List<Diagnostic> faults = judgement.diagnostics();
    if (faults.stream().anyMatch(fault -> fault.code().equals(AskedFor.CODE))) {
      return Failure.SIGNATURE;
    }
    return faults.isEmpty()
        ? words.ofFault(String.join("\n", judgement.errors()))
        : words.ofFault(text(faults.getFirst()));
  }

  private static String text(Diagnostic fault) {
    return "%s: %s%n%s".formatted(fault.code(), fault.message(), fault.sourceLine());
  }

  // A wrong value says nothing of names and types; a test that ended with an error of its own does.
  private Failure failed(List<TestOutcome> outcomes) {
    return outcomes.stream().anyMatch(test -> test.outcome() == Outcome.FAILED)
        ? Failure.WRONG_ANSWER
        : outcomes.stream()
            .filter(test -> test.outcome() == Outcome.ERROR)
            .findFirst()
            .map(test -> words.ofError(test.message()))
            .orElse(Failure.WRONG_ANSWER);
  }
}
