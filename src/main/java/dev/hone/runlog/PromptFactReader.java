package dev.hone.runlog;

import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.PromptFacts;
import dev.hone.runlog.stats.PromptFacts.Failure;
import dev.hone.runlog.stats.PromptUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Reads counts of runs by the prompts that the model was asked with, in any attempt. The database
/// groups runs by all their prompts together, which are few combinations; they are taken apart
/// here.
final class PromptFactReader {
  // No name and no hash holds a comma.
  private static final String FACT =
      """
      with fact as (
        select run.id as id, run.started_at as started_at, %s as type,
          coalesce(run.language, '') as language, run.model as model, %s as failed,
          (select string_agg(prompt, ',' order by prompt) from (
            select distinct prompt_name || '@' || prompt_hash as prompt
            from exchange where run_id = run.id) as asked) as prompts
        from %s where %s)
      """
          .formatted(FactReader.TYPE, FactReader.FAILED, FactReader.RUNS, FactReader.COUNTED);

  private static final String USES =
      FACT
          + """
          select prompts, type, language, model, count(*) as runs, sum(failed) as failed,
            substr(max(started_at), 1, 10) as last_day
          from fact where prompts is not null group by prompts, type, language, model
          """;

  private static final String FAILURES =
      FACT
          + """
          select prompts, type, id from (
            select prompts, type, id,
              row_number() over (partition by prompts, type order by id desc) as place
            from fact where failed = 1 and prompts is not null) as latest
          where place <= 3
          """;

  private PromptFactReader() {}

  static PromptFacts facts(Handle handle, Filter filter) {
    return new PromptFacts(
        FactReader.query(handle, USES, filter).map((row, _) -> uses(row)).stream()
            .flatMap(List::stream)
            .toList(),
        FactReader.query(handle, FAILURES, filter).map((row, _) -> failures(row)).stream()
            .flatMap(List::stream)
            .toList());
  }

  private static List<PromptUse> uses(ResultSet row) throws SQLException {
    String type = row.getString("type");
    String language = row.getString("language");
    String model = row.getString("model");
    int runs = row.getInt("runs");
    int failed = row.getInt("failed");
    LocalDate last = LocalDate.parse(row.getString("last_day"));
    return prompts(row.getString("prompts"))
        .map(
            prompt ->
                new PromptUse(
                    prompt.getKey(), prompt.getValue(), type, language, model, runs, failed, last))
        .toList();
  }

  private static List<Failure> failures(ResultSet row) throws SQLException {
    String type = row.getString("type");
    String id = row.getString("id");
    return prompts(row.getString("prompts"))
        .map(prompt -> new Failure(prompt.getKey(), prompt.getValue(), type, id))
        .toList();
  }

  /// {@return names with hashes}
  private static Stream<Map.Entry<String, String>> prompts(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(
            prompt -> {
              int hash = prompt.lastIndexOf('@');
              return Map.entry(prompt.substring(0, hash), prompt.substring(hash + 1));
            });
  }
}
