package dev.hone.runlog;

import java.math.BigDecimal;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Adds up what runs spent. A run that has no end yet counts with the rounds that it finished. One
/// that began before and went on counts with what it spent on the day at which it did.
final class SpendingReader {
  private static final String SUMS =
      """
      with last as (
        select * from resumption where resumption.number = (
          select max(other.number) from resumption as other
          where other.run_id = resumption.run_id)
      ), asked as (
        select exchange.run_id, sum(exchange.prompt_tokens + exchange.completion_tokens) as tokens,
          sum(exchange.cost_nanos) as cost_nanos
        from exchange left join last on last.run_id = exchange.run_id
        where last.run_id is null or exchange.attempt > last.attempts_before
          or (exchange.attempt = 0 and last.calls_before = 0)
        group by exchange.run_id
      ), earlier as (
        select run_id, min(prompt_tokens_before + completion_tokens_before) as tokens,
          min(cost_nanos_before) as cost_nanos
        from resumption where resumed_at >= :since group by run_id
      )
      select
        coalesce(sum(coalesce(run.prompt_tokens + run.completion_tokens,
          coalesce(last.prompt_tokens_before + last.completion_tokens_before, 0)
            + coalesce(asked.tokens, 0)) - coalesce(earlier.tokens, 0)), 0) as tokens,
        coalesce(sum(coalesce(run.cost_nanos,
          coalesce(last.cost_nanos_before, 0) + coalesce(asked.cost_nanos, 0))
            - coalesce(earlier.cost_nanos, 0)), 0) as cost_nanos
      from run left join asked on asked.run_id = run.id left join last on last.run_id = run.id
        left join earlier on earlier.run_id = run.id and run.started_at < :since
      where run.started_at >= :since or earlier.run_id is not null
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
