package dev.hone.agent;

import dev.hone.failure.HoneException;
import dev.hone.model.budget.BudgetException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.requirement.Asked;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Ending;
import dev.hone.result.Result;
import dev.hone.sandbox.SandboxException;
import dev.hone.suite.Suite;
import dev.hone.verdict.Verdict;
import dev.hone.verdict.mutation.MutationAnalysis;
import dev.hone.verdict.mutation.MutationScore;
import java.util.List;
import java.util.Optional;

/// Takes a requirement to a result. One run at a time for each agent.
public final class Agent {
  private static final int MUTANTS = 8;

  private final AgentParts parts;

  /// Makes an agent.
  ///
  /// @param parts what it works with
  public Agent(AgentParts parts) {
    this.parts = parts;
  }

  /// {@return the result, with the best attempt where there is any} Each attempt is in the run log
  /// before the next one starts. An interrupt of the calling thread ends the run as {@link
  /// Ending#CANCELLED} with what is there, and the interrupt flag stays set. A model whose budget
  /// is spent ends it with the budget's name.
  ///
  /// @param requirement what is asked
  /// @param settings what bounds the run
  /// @param progress receives what happens
  /// @throws HoneException if Hone cannot go on; what was done until then is in the run log
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(Requirement requirement, SolveSettings settings, Progress progress)
      throws InterruptedException {
    return solve(requirement, List.of(), settings, progress);
  }

  /// {@return the result of a run for which a model was asked something before it began} As the
  /// other; what was asked is a part of the run, of its log and of its usage.
  ///
  /// @param requirement what is asked
  /// @param before what a model was asked; may be empty
  /// @param settings what bounds the run
  /// @param progress receives what happens
  /// @throws HoneException if Hone cannot go on; what was done until then is in the run log
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result solve(
      Requirement requirement, List<Asked> before, SolveSettings settings, Progress progress)
      throws InterruptedException {
    return run(new Opening(parts, before, progress).open(requirement, settings), progress);
  }

  /// {@return the result of a run that goes on which was killed or ended without a pass} Its
  /// attempts stand and may be the best ones; what they showed is neither asked for nor judged
  /// again. Otherwise as {@link #solve}; a model whose name is the one of before goes on with words
  /// that it was not asked in.
  ///
  /// @param runId the run in the log
  /// @param settings what bounds the run from here on; its rounds are further ones
  /// @param progress receives what happens
  /// @throws HoneException if Hone cannot go on, or not with this run; what was done until then is
  ///   in the run log
  /// @throws InterruptedException if the calling thread was interrupted before there was a plan
  public Result resume(String runId, SolveSettings settings, Progress progress)
      throws InterruptedException {
    return run(new Reopening(parts, progress).reopen(runId, settings), progress);
  }

  private Result run(Task task, Progress progress) {
    Asker asker = new Asker(parts.cast(), progress);
    History history = new History();
    task.earlier().attempts().forEach(history::add);
    Closing closing = new Closing(parts, task);
    try {
      Ending ending = new Loop(parts, task, asker, progress).run(history);
      return closing.close(history, ending, asker, strength(task, history));
    } catch (InterruptedException e) {
      Result result = closing.close(history, Ending.CANCELLED, asker, MutationScore.NONE);
      Thread.currentThread().interrupt();
      return result;
    } catch (BudgetException e) {
      progress.report(new Event.Stage("ended: " + e.getMessage()));
      return closing.close(history, Words.ending(e.kind()), asker, MutationScore.NONE);
    } catch (HoneException e) {
      closing.close(history, Ending.FAILED, asker, MutationScore.NONE);
      throw e;
    }
  }

  // How much the tests notice that the best attempt passes. What comes of that is no part of the
  // answer, so a sandbox that fails here loses nothing.
  private MutationScore strength(Task task, History history) throws InterruptedException {
    Agreement agreement = Agreement.of(task.language(), history.attempts());
    Optional<Attempt> passed =
        history
            .best(agreement)
            .filter(best -> best.judgement().verdict() instanceof Verdict.Passed);
    if (passed.isEmpty()) {
      return MutationScore.NONE;
    }
    Attempt best = passed.get();
    try {
      return new MutationAnalysis(parts.judge(), MUTANTS)
          .score(task.language(), best.code(), new Suite(best.tests()), task.settings().judging());
    } catch (SandboxException _) {
      return MutationScore.NONE;
    }
  }
}
