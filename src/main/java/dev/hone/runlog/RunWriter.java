package dev.hone.runlog;

import dev.hone.model.ModelCard;
import dev.hone.result.Ending;
import dev.hone.result.Evidence;
import dev.hone.result.Failure;
import dev.hone.result.Forms;
import dev.hone.result.Result;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes the row of a run: its begin, its plan, its end.
final class RunWriter {
  private RunWriter() {}

  /// {@return whether it was written: false, and nothing, where another run has this identifier}
  static boolean begin(Handle handle, String id, RunStart start) {
    ModelCard model = start.model();
    RunSettings settings = start.settings();
    Row row =
        new Row("run")
            .set("id", id)
            .set("started_at", Columns.time(start.startedAt()))
            .set("requirement", start.requirement().text())
            .set("language_option", start.requirement().language())
            .set("model", model.name())
            .set("model_billions", model.parameterBillions())
            .set("model_context_tokens", model.contextTokens())
            .set("model_fingerprint", model.fingerprint())
            .set("engine", model.engine())
            .set("sandbox", start.sandbox())
            .set("hone_version", start.honeVersion())
            .set("seed", settings.seed())
            .set("rounds_limit", settings.rounds())
            .set("timeout_millis", settings.timeout().toMillis())
            .set("allowed", Columns.texts(settings.allowed().stream().sorted().toList()))
            .set("required_basis", settings.required().id())
            .set("packages", Columns.texts(settings.packages()))
            .set("budget", Columns.texts(settings.budget()));
    if (!row.isInsertedWith(handle)) {
      return false;
    }
    List<TestFile> own =
        start.requirement().ownTests().stream()
            .map(file -> new TestFile(Origin.USER, file, List.of()))
            .toList();
    AttemptWriter.tests(handle, id, 0, own);
    GivenFiles.write(handle, id, GivenFiles.EXISTING, start.requirement().existing());
    GivenFiles.write(handle, id, GivenFiles.CONTEXT, start.requirement().context());
    return true;
  }

  static void planned(Handle handle, String id, Planning.Made planning) {
    check(
        handle
            .createUpdate(
                """
                update run set language = :language, language_by = :by, language_why = :why,
                  type = :type, plan = :plan where id = :id
                """)
            .bind("language", planning.language().language().id())
            .bind("by", planning.language().by().name())
            .bind("why", planning.language().why())
            .bind("type", planning.type().id())
            .bind("plan", Forms.plan(planning.plan()).toString())
            .bind("id", id)
            .execute(),
        id);
    AttemptWriter.exchanges(handle, id, 0, planning.exchanges());
  }

  static void end(Handle handle, String id, Result result) {
    Evidence evidence = result.evidence();
    check(
        handle
            .createUpdate(
                """
                update run set ended = :ended, ended_why = '', passed = :passed,
                  best_attempt = :bestAttempt, basis = :basis, given_passed = :givenPassed,
                  given_total = :givenTotal, own_passed = :ownPassed, own_total = :ownTotal,
                  set_aside = :setAside, calls = :calls, prompt_tokens = :promptTokens,
                  cached_tokens = :cachedTokens, completion_tokens = :completionTokens,
                  model_millis = :modelMillis, thinking_tokens = :thinkingTokens,
                  retries = :retries, cost_nanos = :costNanos, total_millis = :totalMillis,
                  failure = :failure, mutants = :mutants, mutants_killed = :mutantsKilled,
                  compared = :compared, alike = :alike
                  where id = :id
                """)
            .bind("ended", result.ending().id())
            .bind("passed", Columns.flag(result.passed()))
            .bind("bestAttempt", result.bestAttempt())
            .bind("basis", evidence.basis().id())
            .bind("givenPassed", evidence.givenPassed())
            .bind("givenTotal", evidence.givenTotal())
            .bind("ownPassed", evidence.ownPassed())
            .bind("ownTotal", evidence.ownTotal())
            .bind("setAside", evidence.setAside())
            .bind("mutants", evidence.strength().mutants())
            .bind("mutantsKilled", evidence.strength().killed())
            .bind("compared", evidence.consensus().compared())
            .bind("alike", evidence.consensus().alike())
            .bind("calls", result.usage().calls())
            .bind("promptTokens", result.usage().promptTokens())
            .bind("cachedTokens", result.usage().cachedTokens())
            .bind("completionTokens", result.usage().completionTokens())
            .bind("modelMillis", result.usage().time().toMillis())
            .bind("thinkingTokens", result.usage().thinkingTokens())
            .bind("retries", result.usage().retries())
            .bind("costNanos", Columns.nanos(result.usage().cost()))
            .bind("totalMillis", result.time().toMillis())
            .bind("failure", result.failure() == Failure.NONE ? null : result.failure().id())
            .bind("id", id)
            .execute(),
        id);
  }

  static void end(Handle handle, String id, Ending ending, String why) {
    check(
        handle
            .createUpdate("update run set ended = :ended, ended_why = :why where id = :id")
            .bind("ended", ending.id())
            .bind("why", why)
            .bind("id", id)
            .execute(),
        id);
  }

  /// Takes back that a run ended.
  static void unfinished(Handle handle, String id) {
    check(
        handle
            .createUpdate(
                """
                update run set ended = null, ended_why = null, passed = 0, best_attempt = 0,
                  basis = null, given_passed = null, given_total = null, own_passed = null,
                  own_total = null, set_aside = null, calls = null, prompt_tokens = null,
                  cached_tokens = null, completion_tokens = null, model_millis = null,
                  thinking_tokens = null, retries = null, cost_nanos = null, total_millis = null,
                  failure = null, mutants = null, mutants_killed = null, compared = null,
                  alike = null
                  where id = :id
                """)
            .bind("id", id)
            .execute(),
        id);
  }

  static void check(int changed, String id) {
    if (changed != 1) {
      throw new IllegalArgumentException("no run has the identifier " + id);
    }
  }
}
