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
  /// The class of work; a person's word wins. The indexes have these words, as those of {@link
  /// #LANGUAGE} and {@link #FAILED}.
  static final String TYPE = "coalesce(run.label_type, run.type, '')";

  /// The target language.
  static final String LANGUAGE = "coalesce(run.language, '')";

  /// 1 for a run that failed; a person's word wins.
  static final String FAILED =
      "case run.label when 'wrong' then 1 when 'right' then 0 else 1 - run.passed end";

  /// The runs that were asked for.
  private static final String CHOSEN =
      "run.started_at >= :since and :language in ('', run.language) and :type in ('', "
          + TYPE
          + ")";

  /// Those among them that came to an end of their own.
  static final String COUNTED = CHOSEN + " and run.ended is not null and run.ended <> 'Cancelled'";

  /// The rows of `run` in the order in which they are grouped.
  static final String GROUPED = "<groups>";

  /// Those of runs that failed.
  private static final String FAILURES =
      "<failures> where %s and %s = 1".formatted(COUNTED, FAILED);

  static final String CELLS =
      """
      select %s as cell_type, %s as cell_language, run.model as model,
        coalesce(run.code_prompt, '') as prompts, run.ended as ended, count(*) as runs,
        sum(%s) as failed,
        sum(case when %s = 1 or run.best_attempt <> 1 then 1 else 0 end) as first_failed,
        count(run.label) as labelled,
        sum(case when run.passed = 1 and run.label = 'wrong' then 1 else 0 end) as false_passes,
        sum(case when run.passed = 0 and run.label = 'right' then 1 else 0 end) as false_failures,
        coalesce(string_agg(case %s when 0 then cast(run.rounds as text) end, ','), '') as rounds,
        coalesce(string_agg(case %s when 0
          then cast(run.prompt_tokens + run.completion_tokens as text) end, ','), '') as tokens
      from %s where %s group by %s, %s, run.model, run.code_prompt, run.ended
      """
          .formatted(
              TYPE, LANGUAGE, FAILED, FAILED, FAILED, FAILED, GROUPED, COUNTED, TYPE, LANGUAGE);

  // In one with the runs that are not counted: each look at all runs takes its time.
  static final String DAYS =
      """
      select substr(run.started_at, 1, 10) as day,
        sum(case when run.ended <> 'Cancelled' then 1 else 0 end) as runs,
        sum(case when run.ended <> 'Cancelled' then %s else 0 end) as failed,
        sum(case when run.ended = 'Cancelled' then 1 else 0 end) as cancelled,
        sum(case when run.ended is null then 1 else 0 end) as unfinished
      from <facts> where %s group by substr(run.started_at, 1, 10)
      """
          .formatted(FAILED, CHOSEN);

  static final String VERDICTS =
      """
      select %s as failed_type, coalesce(run.best_verdict, run.ended) as word, count(*) as runs
      from %s group by failed_type, word
      """
          .formatted(TYPE, FAILURES);

  // The words of errors cannot be grouped here; the latest failed runs stand for all.
  static final String ERRORS =
      """
      select latest.failed_type as failed_type, error.text as word, 1 as runs
      from (
        select run.id as id, %s as failed_type, run.best_attempt as best_attempt
        from %s order by run.id desc limit 2000) as latest
      join error on error.run_id = latest.id and error.attempt = latest.best_attempt
        and error.position = 0
      """
          .formatted(TYPE, FAILURES);

  static final String EXAMPLES =
      """
      select latest.failed_type as failed_type, run.id as id,
        substr(run.requirement, 1, 400) as requirement
      from (
        select run.id as id, %s as failed_type,
          row_number() over (partition by %s order by run.id desc) as place
        from %s) as latest
      join run on run.id = latest.id where latest.place <= 3
      order by latest.failed_type, latest.place
      """
          .formatted(TYPE, TYPE, FAILURES);

  private FactReader() {}

  static Facts facts(Handle handle, Filter filter) {
    List<Begun> days = query(handle, DAYS, filter).map((row, _) -> begun(row)).list();
    return new Facts(
        query(handle, CELLS, filter).map((row, _) -> cell(row)).list(),
        days.stream().map(Begun::counted).filter(day -> day.runs() > 0).toList(),
        query(handle, VERDICTS, filter).map((row, _) -> note(row)).list(),
        query(handle, ERRORS, filter).map((row, _) -> note(row)).list(),
        query(handle, EXAMPLES, filter).map((row, _) -> example(row)).list(),
        new LeftOut(
            days.stream().mapToInt(Begun::cancelled).sum(),
            days.stream().mapToInt(Begun::unfinished).sum()));
  }

  /// All runs that began on one day.
  private record Begun(Day counted, int cancelled, int unfinished) {}

  static Query query(Handle handle, String sql, Filter filter) {
    return handle
        .createQuery(sql)
        .bind("since", Columns.time(filter.since()))
        .bind("language", filter.language())
        .bind("type", filter.type());
  }

  private static Cell cell(ResultSet row) throws SQLException {
    return new Cell(
        row.getString("cell_type"),
        row.getString("cell_language"),
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

  private static Begun begun(ResultSet row) throws SQLException {
    return new Begun(
        new Day(LocalDate.parse(row.getString("day")), row.getInt("runs"), row.getInt("failed")),
        row.getInt("cancelled"),
        row.getInt("unfinished"));
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
}
