package dev.hone.runlog;

import dev.hone.result.Usage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Writes and reads the times that a run went on.
final class Resumptions {
  private Resumptions() {}

  static void write(Handle handle, String runId, int number, Resumption resumption) {
    Terms terms = resumption.terms();
    Standing before = resumption.before();
    Usage spent = before.spent();
    new Row("resumption")
        .set("run_id", runId)
        .set("number", number)
        .set("resumed_at", Columns.time(resumption.at()))
        .set("model", terms.model())
        .set("sandbox", terms.sandbox())
        .set("hone_version", terms.honeVersion())
        .set("rounds_limit", terms.rounds())
        .set("budget", Columns.texts(terms.budget()))
        .set("attempts_before", before.attempts())
        .set("ended_before", before.ended().isEmpty() ? null : before.ended())
        .set("calls_before", spent.calls())
        .set("prompt_tokens_before", spent.promptTokens())
        .set("cached_tokens_before", spent.cachedTokens())
        .set("completion_tokens_before", spent.completionTokens())
        .set("thinking_tokens_before", spent.thinkingTokens())
        .set("retries_before", spent.retries())
        .set("cost_nanos_before", Columns.nanos(spent.cost()))
        .set("model_millis_before", spent.time().toMillis())
        .set("total_millis_before", before.time().toMillis())
        .insertWith(handle);
  }

  /// {@return the times that a run went on, in their order}
  static List<Resumption> read(Handle handle, String runId) {
    return handle
        .createQuery("select * from resumption where run_id = :run order by number")
        .bind("run", runId)
        .map((row, _) -> resumption(row))
        .list();
  }

  static int count(Handle handle, String runId) {
    return handle
        .createQuery("select count(*) from resumption where run_id = :run")
        .bind("run", runId)
        .mapTo(Integer.class)
        .one();
  }

  private static Resumption resumption(ResultSet row) throws SQLException {
    String ended = row.getString("ended_before");
    return new Resumption(
        Columns.time(row.getString("resumed_at")),
        new Terms(
            row.getString("model"),
            row.getString("sandbox"),
            row.getString("hone_version"),
            row.getInt("rounds_limit"),
            Columns.texts(row.getString("budget"))),
        new Standing(
            row.getInt("attempts_before"),
            ended == null ? "" : ended,
            spent(row),
            Columns.millis(row.getLong("total_millis_before"))));
  }

  private static Usage spent(ResultSet row) throws SQLException {
    return new Usage(
        row.getInt("calls_before"),
        row.getLong("prompt_tokens_before"),
        row.getLong("cached_tokens_before"),
        row.getLong("completion_tokens_before"),
        Columns.millis(row.getLong("model_millis_before")),
        row.getLong("thinking_tokens_before"),
        row.getInt("retries_before"),
        Columns.cost(row, "cost_nanos_before"));
  }
}
