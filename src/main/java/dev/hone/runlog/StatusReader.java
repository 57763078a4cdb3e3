package dev.hone.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads what there is in a log.
final class StatusReader {
  private static final int MOST_UNFINISHED = 20;

  private StatusReader() {}

  static LogStatus read(Handle handle, Path file) {
    return new LogStatus(
        file,
        bytes(file),
        handle.createQuery("pragma user_version").mapTo(Integer.class).one(),
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
              coalesce(sum(ended is null), 0) as unfinished, count(label) as labelled,
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

  private static long bytes(Path file) {
    return Stream.of("", "-wal", "-shm")
        .map(end -> file.resolveSibling(file.getFileName() + end))
        .filter(Files::exists)
        .mapToLong(StatusReader::size)
        .sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
