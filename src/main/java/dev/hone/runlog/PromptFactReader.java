package dev.hone.runlog;

import dev.hone.runlog.stats.Filter;
import dev.hone.runlog.stats.PromptFacts;
import dev.hone.runlog.stats.PromptFacts.Failure;
import dev.hone.runlog.stats.PromptUse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// Reads counts of runs by the prompts that the model was asked with, in any attempt. The database
/// groups runs by all their prompts together, which are few combinations; they are taken apart
/// here.
final class PromptFactReader {
  private static final int MOST_FAILURES = 3;

  // The groups are finer than asked for: all that the index is ordered by, so that it is read once
  // from its begin to its end.
  static final String USES =
      """
      select run.prompts as prompts, %s as run_type, %s as run_language, run.model as model,
        count(*) as runs, sum(%s) as failed, substr(max(run.started_at), 1, 10) as last_day,
        coalesce(string_agg(case %s when 1 then run.id end, ','), '') as failures
      from %s where %s and run.prompts is not null
      group by %s, %s, run.model, run.code_prompt, run.ended, run.prompts
      """
          .formatted(
              FactReader.TYPE,
              FactReader.LANGUAGE,
              FactReader.FAILED,
              FactReader.FAILED,
              FactReader.GROUPED,
              FactReader.COUNTED,
              FactReader.TYPE,
              FactReader.LANGUAGE);

  private PromptFactReader() {}

  static PromptFacts facts(Handle handle, Filter filter) {
    List<PromptFacts> groups =
        FactReader.query(handle, USES, filter).map((row, _) -> group(row)).list();
    return new PromptFacts(
        groups.stream().flatMap(group -> group.uses().stream()).toList(),
        groups.stream().flatMap(group -> group.failures().stream()).toList());
  }

  private static PromptFacts group(ResultSet row) throws SQLException {
    String type = row.getString("run_type");
    String language = row.getString("run_language");
    String model = row.getString("model");
    int runs = row.getInt("runs");
    int failed = row.getInt("failed");
    LocalDate last = LocalDate.parse(row.getString("last_day"));
    List<String> failures = latest(row.getString("failures"));
    List<PromptUse> uses = new ArrayList<>();
    List<Failure> examples = new ArrayList<>();
    for (String prompt : Columns.texts(row.getString("prompts"))) {
      int at = prompt.lastIndexOf('@');
      String name = prompt.substring(0, at);
      String hash = prompt.substring(at + 1);
      uses.add(new PromptUse(name, hash, type, language, model, runs, failed, last));
      failures.forEach(id -> examples.add(new Failure(name, hash, type, id)));
    }
    return new PromptFacts(uses, examples);
  }

  private static List<String> latest(String list) {
    // Identifiers sort by time.
    return list.isEmpty()
        ? List.of()
        : Arrays.stream(list.split(",", -1))
            .sorted(Comparator.reverseOrder())
            .limit(MOST_FAILURES)
            .toList();
  }
}
