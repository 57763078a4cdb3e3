package dev.hone.verdict.mutation;

import dev.hone.candidate.Candidate;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.JudgeWatch;
import dev.hone.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Measures tests by what they notice: faults are put into code that passes them, one fault into a
/// copy, and the tests run again. Tests that pass whatever the code does prove nothing of it.
public final class MutationAnalysis {
  private static final int MOST_TOGETHER = 4;

  private final Judge judge;
  private final int most;

  /// Makes an analysis.
  ///
  /// @param judge runs the tests
  /// @param most the most faults to try, at least 0
  public MutationAnalysis(Judge judge, int most) {
    // a mutant is no candidate
    this.judge = judge.watchedBy(JudgeWatch.none()).hasty();
    this.most = most;
  }

  /// {@return how many faults the tests notice} Those that keep the code from being built are not
  /// counted: a compiler notices them, no test.
  ///
  /// @param language the code's language
  /// @param code its files, the one under test first; they pass the tests
  /// @param suite the tests
  /// @param settings limits and permissions
  /// @throws InterruptedException if the calling thread was interrupted
  public MutationScore score(
      Language language, List<SourceFile> code, Suite suite, JudgeSettings settings)
      throws InterruptedException {
    if (most == 0 || code.isEmpty() || suite.size() == 0) {
      return MutationScore.NONE;
    }
    // A fault often makes a loop endless.
    JudgeSettings brief = settings.brief();
    List<Callable<Verdict>> judgings =
        new Mutations(language.id())
            .of(code.getFirst(), most).stream()
                .map(mutant -> new Candidate(with(code, mutant.file())))
                .<Callable<Verdict>>map(
                    mutant -> () -> judge.judge(language, mutant, suite, brief).verdict())
                .toList();
    int killed = 0;
    int tried = 0;
    for (Verdict verdict : together(judgings)) {
      switch (verdict) {
        case Verdict.CompileError _, Verdict.Rejected _, Verdict.Unreadable _ -> {}
        case Verdict.Passed _ -> tried++;
        case Verdict.TestsFailed _,
            Verdict.RuntimeError _,
            Verdict.TimeLimitExceeded _,
            Verdict.MemoryLimitExceeded _,
            Verdict.OutputLimitExceeded _,
            Verdict.ResourceLimitExceeded _ -> {
          killed++;
          tried++;
        }
      }
    }
    return new MutationScore(killed, tried);
  }

  // Not more at once than there are processors, so that each has about the time that it has alone;
  // and few, since each may take the memory that a run may have.
  private static List<Verdict> together(List<Callable<Verdict>> judgings)
      throws InterruptedException {
    List<Verdict> verdicts = new ArrayList<>();
    int together = Math.min(MOST_TOGETHER, Runtime.getRuntime().availableProcessors());
    ExecutorService pool = Executors.newFixedThreadPool(together, Thread.ofVirtual().factory());
    try {
      for (Future<Verdict> judged : pool.invokeAll(judgings)) {
        verdicts.add(judged.get());
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      pool.shutdownNow();
      pool.close();
    }
    return verdicts;
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a mutant was not judged", cause);
    };
  }

  private static List<SourceFile> with(List<SourceFile> code, SourceFile first) {
    List<SourceFile> files = new ArrayList<>(code);
    files.set(0, first);
    return files;
  }
}
