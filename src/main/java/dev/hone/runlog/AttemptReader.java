package dev.hone.runlog;

import dev.hone.language.SourceFile;
import dev.hone.model.Bill;
import dev.hone.model.FinishReason;
import dev.hone.model.Message;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.result.Mending;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Limit;
import dev.hone.scan.Finding;
import dev.hone.suite.Origin;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.TestOutcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/// Reads attempts with all their details.
final class AttemptReader {
  private AttemptReader() {}

  static List<Attempt> attempts(Handle handle, String runId) {
    return handle
        .createQuery("select * from attempt where run_id = :run order by number")
        .bind("run", runId)
        .map((row, _) -> attempt(handle, row))
        .list();
  }

  static List<Exchange> exchanges(Handle handle, String runId, int attempt) {
    return details(handle, "exchange", runId, attempt).map((row, _) -> exchange(row)).list();
  }

  static List<TestFile> tests(Handle handle, String runId, int attempt) {
    return rows(
        details(handle, "test_file", runId, attempt),
        (row, _) ->
            new TestFile(
                origin(row),
                sourceFile(row),
                Columns.texts(row.getString("names")),
                PlanReader.examples(Columns.json(row.getString("examples")))));
  }

  private static Attempt attempt(Handle handle, ResultSet row) throws SQLException {
    String runId = row.getString("run_id");
    int number = row.getInt("number");
    return new Attempt(
        number,
        row.getInt("round"),
        Columns.time(row.getString("started_at")),
        exchanges(handle, runId, number),
        rows(details(handle, "mending", runId, number), (mending, _) -> mending(mending)),
        rows(details(handle, "code_file", runId, number), (file, _) -> sourceFile(file)),
        tests(handle, runId, number),
        new Judgement(
            Columns.verdict(row.getString("verdict")),
            rows(details(handle, "outcome", runId, number), (outcome, _) -> outcome(outcome)),
            rows(details(handle, "finding", runId, number), (finding, _) -> finding(finding)),
            rows(details(handle, "error", runId, number), (error, _) -> error.getString("text")),
            rows(details(handle, "execution", runId, number), (one, _) -> execution(one))),
        Columns.millis(row.getLong("millis")));
  }

  private static Query details(Handle handle, String table, String runId, int attempt) {
    return handle
        .createQuery(
            "select * from "
                + table
                + " where run_id = :run and attempt = :attempt order by position")
        .bind("run", runId)
        .bind("attempt", attempt);
  }

  private static <T> List<T> rows(Query query, RowMapper<T> mapper) {
    return query.map(mapper).list();
  }

  private static Exchange exchange(ResultSet row) throws SQLException {
    List<Message> messages =
        Columns.json(row.getString("messages"))
            .valueStream()
            .map(
                message ->
                    new Message(
                        Message.Role.valueOf(message.path("role").asString()),
                        message.path("text").asString()))
            .toList();
    return new Exchange(
        row.getString("role"),
        new Prompt(row.getString("prompt_name"), row.getString("prompt_hash"), messages),
        new Reply(
            row.getString("reply"),
            FinishReason.valueOf(row.getString("finish")),
            row.getInt("prompt_tokens"),
            row.getInt("cached_tokens"),
            row.getInt("completion_tokens"),
            Columns.millis(row.getLong("first_token_millis")),
            Columns.millis(row.getLong("millis")),
            row.getInt("thinking_tokens"),
            row.getInt("retries"),
            List.of(),
            new Bill(row.getString("model"), Columns.cost(row))));
  }

  private static Mending mending(ResultSet row) throws SQLException {
    return new Mending(
        Columns.texts(row.getString("rules")),
        row.getString("verdict_before"),
        Columns.texts(row.getString("errors_before")));
  }

  private static SourceFile sourceFile(ResultSet row) throws SQLException {
    return new SourceFile(row.getString("path"), row.getString("content"));
  }

  private static Origin origin(ResultSet row) throws SQLException {
    return Columns.constant(Origin.values(), Origin::id, row.getString("origin"));
  }

  private static TestOutcome outcome(ResultSet row) throws SQLException {
    return new TestOutcome(
        row.getString("name"),
        origin(row),
        Columns.constant(
            TestOutcome.Outcome.values(), TestOutcome.Outcome::id, row.getString("outcome")),
        row.getString("message"));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        row.getString("rule"),
        Columns.constant(
            Finding.Severity.values(), Finding.Severity::id, row.getString("severity")),
        row.getString("path"),
        row.getInt("line"),
        row.getString("call"),
        row.getString("why"));
  }

  private static Execution execution(ResultSet row) throws SQLException {
    return new Execution(
        row.getInt("exit"),
        row.getInt("signal"),
        Columns.constant(Limit.values(), Limit::id, row.getString("limit_hit")),
        row.getString("stdout"),
        row.getString("stderr"),
        row.getBoolean("truncated"),
        Columns.millis(row.getLong("wall_millis")),
        Columns.millis(row.getLong("cpu_millis")),
        row.getLong("peak_memory_bytes"),
        row.getString("sandbox"));
  }
}
