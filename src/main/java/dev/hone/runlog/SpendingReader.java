package dev.hone.runlog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Adds up what runs spent. A run that has no end yet counts with the rounds that it finished.
final class SpendingReader {
  private static final String SUMS =
      """
      select
        coalesce(sum(coalesce(run.prompt_tokens + run.completion_tokens, asked.tokens)), 0)
          as tokens,
        coalesce(sum(coalesce(run.cost_nanos, asked.cost_nanos)), 0) as cost_nanos
      from run left join (
        select run_id, sum(prompt_tokens + completion_tokens) as tokens,
          sum(cost_nanos) as cost_nanos
        from exchange group by run_id
      ) as asked on asked.run_id = run.id
      where run.started_at >= :since
      """;

  private SpendingReader() {}

  static Spending since(Handle handle, Instant since) {
    return handle
        .createQuery(SUMS)
        .bind("since", Columns.time(since))
        .map(
            (row, _) ->
                new Spending(
                    row.getLong("tokens"), BigDecimal.valueOf(row.getLong("cost_nanos"), 9)))
        .one();
  }
}
