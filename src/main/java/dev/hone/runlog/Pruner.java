package dev.hone.runlog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/// Deletes old runs, or what is large of them.
final class Pruner {
  private static final String RUNNING =
      """
      (run.ended is null and (run.started_at >= :running or run.id in (
        select resumption.run_id from resumption where resumption.resumed_at >= :running)))
      """;

  // Children first: the database holds them to their run.
  private static final List<String> WHOLE =
      Stream.concat(
              Stream.of(
                      "exchange",
                      "mending",
                      "code_file",
                      "test_file",
                      "outcome",
                      "finding",
                      "error",
                      "execution",
                      "given_file",
                      "resumption",
                      "attempt")
                  .map(table -> "delete from " + table + " where run_id = :run"),
              Stream.of("delete from run where id = :run"))
          .toList();

  private static final List<String> CODE =
      List.of(
          "delete from code_file where run_id = :run",
          "delete from test_file where run_id = :run",
          "delete from given_file where run_id = :run",
          "update exchange set messages = '[]', reply = '' where run_id = :run",
          "update execution set stdout = '', stderr = '', truncated = 1 where run_id = :run",
          "update run set pruned_at = :now where id = :run");

  private Pruner() {}

  static Prunable prunable(Handle handle, Pruning pruning) {
    String old = old(pruning);
    List<String> runs =
        bound(
                handle.createQuery(
                    "select run.id from run where "
                        + old
                        + " and not "
                        + RUNNING
                        + Chosen.NEWEST_FIRST),
                pruning)
            .mapTo(String.class)
            .list();
    int attempts =
        bound(
                handle.createQuery(
                    "select count(*) from attempt join run on run.id = attempt.run_id where "
                        + old
                        + " and not "
                        + RUNNING),
                pruning)
            .mapTo(Integer.class)
            .one();
    int running =
        bound(
                handle.createQuery("select count(*) from run where " + old + " and " + RUNNING),
                pruning)
            .mapTo(Integer.class)
            .one();
    int all = handle.createQuery("select count(*) from run").mapTo(Integer.class).one();
    return new Prunable(runs, attempts, all, running);
  }

  static void prune(Handle handle, List<String> runs, boolean codeOnly, Instant now) {
    for (String statement : codeOnly ? CODE : WHOLE) {
      PreparedBatch batch = handle.prepareBatch(statement);
      for (String run : runs) {
        batch.bind("run", run);
        if (statement.contains(":now")) {
          batch.bind("now", Columns.time(now));
        }
        batch.add();
      }
      batch.execute();
    }
  }

  private static String old(Pruning pruning) {
    String old =
        switch (pruning.old()) {
          case Pruning.Old.Before _ -> "run.started_at < :time";
          case Pruning.Old.Beyond _ ->
              "run.id not in (select run.id from run" + Chosen.NEWEST_FIRST + " limit :newest)";
        };
    return pruning.codeOnly() ? old + " and run.pruned_at is null" : old;
  }

  private static Query bound(Query query, Pruning pruning) {
    query.bind("running", Columns.time(pruning.running()));
    return switch (pruning.old()) {
      case Pruning.Old.Before before -> query.bind("time", Columns.time(before.time()));
      case Pruning.Old.Beyond beyond -> query.bind("newest", beyond.newest());
    };
  }
}
