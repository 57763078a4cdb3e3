package dev.hone;

import dev.hone.model.budget.Budget;
import dev.hone.runlog.RunRecord;

/// What a run of the log is asked for that goes on.
///
/// @param run its identifier, or a beginning of it that no other run has
/// @param rounds the most further rounds, 1 to 20
/// @param model the model's name, file or address, or empty for the default, as for {@link
///   SolveRequest}
/// @param budget what may be spent from here on; what it does not bound, the bounds of the run and
///   those of the settings may, each counted anew
public record ResumeRequest(String run, int rounds, String model, Budget budget) {
  /// {@return what is asked for, with what the run was asked for}
  SolveRequest of(RunRecord run) {
    SolveRequest then = SolveRequest.again(run, model);
    return new SolveRequest(
        then.requirement(),
        rounds,
        then.seed(),
        then.timeout(),
        then.allowed(),
        then.required(),
        model,
        then.packages(),
        budget.or(then.budget()));
  }
}
