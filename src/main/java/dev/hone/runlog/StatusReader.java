package dev.hone.runlog;

import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads what there is in a log.
final class StatusReader {
  private static final int MOST_UNFINISHED = 20;

  private StatusReader() {}

  static LogStatus read(Handle handle, Database database) {
    return new LogStatus(
        database.place(),
        database.bytes(handle),
        database.schema(handle),
        counts(handle),
        Stream.concat(
                SummaryReader.some(handle, "1 = 1", Chosen.OLDEST_FIRST, 1).stream(),
                SummaryReader.some(handle, "1 = 1", Chosen.NEWEST_FIRST, 1).stream())
            .distinct()
            .toList(),
        SummaryReader.some(handle, "run.ended is null", Chosen.NEWEST_FIRST, MOST_UNFINISHED));
  }

  private static LogStatus.Counts counts(Handle handle) {
    return handle
        .createQuery(
            """
            select count(*) as runs, coalesce(sum(passed), 0) as passed,
              coalesce(sum(case when ended is null then 1 else 0 end), 0) as unfinished, count(label) as labelled,
              count(pruned_at) as pruned, (select count(*) from attempt) as attempts,
              (select count(*) from exchange) as exchanges
            from run
            """)
        .map(
            (row, _) ->
                new LogStatus.Counts(
                    row.getInt("runs"),
                    row.getInt("passed"),
                    row.getInt("unfinished"),
                    row.getInt("labelled"),
                    row.getInt("pruned"),
                    row.getInt("attempts"),
                    row.getInt("exchanges")))
        .one();
  }
}
