package dev.hone.agent;

import dev.hone.candidate.Candidate;
import dev.hone.language.Fix;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.result.Mending;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges a candidate and corrects it by rule where a rule is certain, before the model is asked
/// again: once before the first run, and after a verdict as long as that makes it better.
final class Mender {
  // One fault often hides another, seldom a third.
  private static final int MOST_STEPS = 3;

  private final Judge judge;
  private final Task task;
  private final Suite suite;

  Mender(Judge judge, Task task, Suite suite) {
    this.judge = judge;
    this.task = task;
    this.suite = suite;
  }

  /// Code with what rules changed in it.
  record Mended(List<SourceFile> code, List<Mending> steps) {}

  /// Code with what judging it showed.
  record Judged(List<SourceFile> code, List<Mending> steps, Judgement judgement) {}

  /// {@return a candidate as it is run first}
  Mended prepare(Candidate candidate) {
    Language language = task.language();
    Optional<Fix> fix = language.fix(candidate.files(), task.plan().entryPoints(), List.of());
    return fix.map(f -> new Mended(f.code(), List.of(new Mending(f.rules(), "", List.of()))))
        .orElse(new Mended(candidate.files(), List.of()));
  }

  /// {@return the better of the candidate as it is and as rules correct it}
  Judged judge(Mended mended) throws InterruptedException {
    List<Mending> steps = new ArrayList<>(mended.steps());
    List<SourceFile> code = mended.code();
    Judgement judgement = judge(code);
    while (!(judgement.verdict() instanceof Verdict.Passed) && steps.size() < MOST_STEPS) {
      Optional<Fix> fix =
          task.language().fix(code, task.plan().entryPoints(), judgement.diagnostics());
      if (fix.isEmpty()) {
        break;
      }
      Judgement next = judge(fix.get().code());
      if (!isBetter(next, judgement)) {
        break;
      }
      steps.add(new Mending(fix.get().rules(), judgement.verdict().id(), judgement.errors()));
      code = fix.get().code();
      judgement = next;
    }
    return new Judged(code, List.copyOf(steps), judgement);
  }

  private Judgement judge(List<SourceFile> code) throws InterruptedException {
    return judge.judge(task.language(), new Candidate(code), suite, task.settings().judging());
  }

  private static boolean isBetter(Judgement next, Judgement before) {
    int merit = History.BY_MERIT.compare(next, before);
    return merit > 0 || (merit == 0 && next.diagnostics().size() < before.diagnostics().size());
  }
}
