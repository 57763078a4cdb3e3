package dev.hone.runlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads lists of runs.
final class SummaryReader {
  private static final String LIST =
      """
      select run.id as id, run.started_at as started_at, run.requirement as requirement,
        coalesce(run.language, '') as language, %s as type, run.model as model,
        run.passed as passed, %s as verdict, coalesce(run.ended, '') as ended,
        (select coalesce(max(round), 0) from attempt where attempt.run_id = run.id) as rounds
      from %s
      """
          .formatted(FactReader.TYPE, Chosen.VERDICT, Chosen.RUNS);

  private SummaryReader() {}

  static List<RunSummary> runs(Handle handle, RunFilter filter, Page page) {
    Chosen chosen = Chosen.by(filter).before(page.before());
    return handle
        .createQuery(LIST + chosen.where() + Chosen.NEWEST_FIRST + " limit :limit offset :offset")
        .bindMap(chosen.values())
        .bind("limit", page.limit())
        .bind("offset", page.offset())
        .map((row, _) -> summary(row))
        .list();
  }

  /// {@return some runs}
  ///
  /// @param condition a constant of this package, as is the order
  static List<RunSummary> some(Handle handle, String condition, String order, int limit) {
    return handle
        .createQuery(LIST + " where " + condition + order + " limit :limit")
        .bind("limit", limit)
        .map((row, _) -> summary(row))
        .list();
  }

  /// {@return the identifiers of the runs, newest first}
  static List<String> identifiers(Handle handle, RunFilter filter) {
    Chosen chosen = Chosen.by(filter);
    return handle
        .createQuery("select run.id from " + Chosen.RUNS + chosen.where() + Chosen.NEWEST_FIRST)
        .bindMap(chosen.values())
        .mapTo(String.class)
        .list();
  }

  static List<String> models(Handle handle) {
    return handle
        .createQuery("select distinct model from run order by model")
        .mapTo(String.class)
        .list();
  }

  private static RunSummary summary(ResultSet row) throws SQLException {
    return new RunSummary(
        row.getString("id"),
        Columns.time(row.getString("started_at")),
        row.getString("requirement"),
        row.getString("language"),
        row.getString("type"),
        row.getString("model"),
        row.getBoolean("passed"),
        row.getString("verdict"),
        row.getString("ended"),
        row.getInt("rounds"));
  }
}
