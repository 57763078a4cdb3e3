package dev.hone.runlog;

import dev.hone.runlog.stats.Cell;
import dev.hone.runlog.stats.Counts;
import dev.hone.runlog.stats.Day;
import dev.hone.runlog.stats.Facts;
import dev.hone.runlog.stats.FailedRun;
import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.LeftOut;
import dev.hone.runlog.stats.Note;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Reads counts of runs for the statistics. Runs are grouped in the database; what grows with the
/// log leaves it as numbers only.
final class FactReader {
  /// The class of work; a person's word wins.
  static final String TYPE = "coalesce(run.label_type, run.type, '')";

  /// 1 for a run that failed; a person's word wins.
  static final String FAILED =
      "case run.label when 'wrong' then 1 when 'right' then 0 else 1 - run.passed end";

  /// The runs that were asked for.
  static final String CHOSEN =
      "run.started_at >= :since and :language in ('', run.language) and :type in ('', "
          + TYPE
          + ")";

  /// Those among them that came to an end of their own.
  static final String COUNTED = CHOSEN + " and run.ended is not null and run.ended <> 'Cancelled'";

  /// The rows of `run`, from the index that has all that is counted and no long text.
  static final String RUNS = "<facts>";

  static final String CELLS =
      """
      with fact as (
        select %s as type, coalesce(run.language, '') as language, run.model as model,
          coalesce((
            select prompt_name || '@' || prompt_hash from exchange
            where run_id = run.id and attempt = 1 and role = 'code' limit 1), '')
            as prompts,
          run.ended as ended, run.passed as passed, run.label as label,
          run.best_attempt as best_attempt, %s as failed,
          (select round from attempt where run_id = run.id order by number desc limit 1) as rounds,
          run.prompt_tokens + run.completion_tokens as tokens
        from %s where %s)
      select type, language, model, prompts, ended, count(*) as runs, sum(failed) as failed,
        sum(case when failed = 1 or best_attempt <> 1 then 1 else 0 end) as first_failed, count(label) as labelled,
        sum(case when passed = 1 and label = 'wrong' then 1 else 0 end) as false_passes,
        sum(case when passed = 0 and label = 'right' then 1 else 0 end) as false_failures,
        coalesce(string_agg(case failed when 0 then cast(rounds as text) end, ','), '')
          as rounds,
        coalesce(string_agg(case failed when 0 then cast(tokens as text) end, ','), '')
          as tokens
      from fact group by type, language, model, prompts, ended
      """
          .formatted(TYPE, FAILED, RUNS, COUNTED);

  private static final String DAYS =
      """
      select substr(run.started_at, 1, 10) as day, count(*) as runs, sum(%s) as failed
      from %s where %s group by day
      """
          .formatted(FAILED, RUNS, COUNTED);

  private static final String VERDICTS =
      """
      select %s as failed_type, coalesce(attempt.verdict, run.ended) as word, count(*) as runs
      from %s left join attempt on attempt.run_id = run.id and attempt.number = run.best_attempt
      where %s and %s = 1 group by failed_type, word
      """
          .formatted(TYPE, RUNS, COUNTED, FAILED);

  // The words of errors cannot be grouped here; the latest failed runs stand for all.
  private static final String ERRORS =
      """
      select %s as failed_type, error.text as word, 1 as runs
      from %s join error
        on error.run_id = run.id and error.attempt = run.best_attempt and error.position = 0
      where %s and %s = 1 order by run.id desc limit 2000
      """
          .formatted(TYPE, RUNS, COUNTED, FAILED);

  private static final String EXAMPLES =
      """
      select latest.failed_type as failed_type, run.id as id,
        substr(run.requirement, 1, 400) as requirement
      from (
        select run.id as id, %s as failed_type,
          row_number() over (partition by %s order by run.id desc) as place
        from %s where %s and %s = 1) as latest
      join run on run.id = latest.id where latest.place <= 3
      order by latest.failed_type, latest.place
      """
          .formatted(TYPE, TYPE, RUNS, COUNTED, FAILED);

  private static final String LEFT_OUT =
      """
      select coalesce(sum(case when run.ended is null then 1 else 0 end), 0) as unfinished,
        coalesce(sum(case when run.ended = 'Cancelled' then 1 else 0 end), 0) as cancelled
      from %s where %s
      """
          .formatted(RUNS, CHOSEN);

  private FactReader() {}

  static Facts facts(Handle handle, Filter filter) {
    return new Facts(
        query(handle, CELLS, filter).map((row, _) -> cell(row)).list(),
        query(handle, DAYS, filter).map((row, _) -> day(row)).list(),
        query(handle, VERDICTS, filter).map((row, _) -> note(row)).list(),
        query(handle, ERRORS, filter).map((row, _) -> note(row)).list(),
        query(handle, EXAMPLES, filter).map((row, _) -> example(row)).list(),
        query(handle, LEFT_OUT, filter).map((row, _) -> leftOut(row)).one());
  }

  static Query query(Handle handle, String sql, Filter filter) {
    return handle
        .createQuery(sql)
        .bind("since", Columns.time(filter.since()))
        .bind("language", filter.language())
        .bind("type", filter.type());
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("type"),
        row.getString("language"),
        row.getString("model"),
        row.getString("prompts"),
        row.getString("ended"),
        new Counts(
            row.getInt("runs"),
            row.getInt("failed"),
            row.getInt("first_failed"),
            row.getInt("labelled"),
            row.getInt("false_passes"),
            row.getInt("false_failures")),
        numbers(row.getString("rounds")),
        numbers(row.getString("tokens")));
  }

  private static Day day(ResultSet row) throws SQLException {
    return new Day(LocalDate.parse(row.getString("day")), row.getInt("runs"), row.getInt("failed"));
  }

  private static List<Long> numbers(String list) {
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(",", -1)).map(Long::valueOf).toList();
  }

  private static Note note(ResultSet row) throws SQLException {
    return new Note(row.getString("failed_type"), row.getString("word"), row.getInt("runs"));
  }

  private static FailedRun example(ResultSet row) throws SQLException {
    return new FailedRun(
        row.getString("failed_type"), row.getString("id"), row.getString("requirement"));
  }

  private static LeftOut leftOut(ResultSet row) throws SQLException {
    return new LeftOut(row.getInt("cancelled"), row.getInt("unfinished"));
  }
}
