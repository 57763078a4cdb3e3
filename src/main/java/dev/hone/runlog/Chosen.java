package dev.hone.runlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A filter in the words of the database. Only those conditions are asked that say something, so
/// that indexes serve.
final class Chosen {
  /// What the conditions are asked of.
  static final String RUNS =
      "run left join attempt as best on best.run_id = run.id and best.number = run.best_attempt";

  /// The verdict of a run; one that passed once doubted tests were set aside passed as a whole.
  static final String VERDICT =
      "case when run.passed = 1 then 'Passed' else coalesce(best.verdict, '') end";

  /// Runs of one instant in the order in which they came.
  static final String NEWEST_FIRST = " order by run.started_at desc, run.rowid desc";

  static final String OLDEST_FIRST = " order by run.started_at, run.rowid";

  private static final String WORD =
      """
      (run.requirement{like} or run.ended_why{like}
        or exists (select 1 from error where error.run_id = run.id and error.text{like})
        or exists (select 1 from outcome where outcome.run_id = run.id and outcome.message{like}))
      """;

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> values = new HashMap<>();

  private Chosen() {}

  static Chosen by(RunFilter filter) {
    Chosen chosen = new Chosen();
    switch (filter.passing()) {
      case ANY -> {}
      case PASSED -> chosen.conditions.add("run.passed = 1");
      case FAILED -> chosen.conditions.add("run.passed = 0 and run.ended is not null");
    }
    chosen.equal("run.language", "language", filter.language());
    chosen.equal(VERDICT, "verdict", filter.verdict());
    chosen.equal(FactReader.TYPE, "type", filter.type());
    if (!filter.since().equals(Instant.EPOCH)) {
      chosen.conditions.add("run.started_at >= :since");
      chosen.values.put("since", Columns.time(filter.since()));
    }
    chosen.models(List.copyOf(filter.models()));
    chosen.words(filter.words());
    return chosen;
  }

  /// {@return this, with the condition that a run stands behind another in the list}
  Chosen before(String runId) {
    if (!runId.isEmpty()) {
      conditions.add(
          "(run.started_at, run.rowid) < (select started_at, rowid from run where id = :before)");
      values.put("before", runId);
    }
    return this;
  }

  /// {@return the conditions after ` where `; empty where all runs are meant}
  String where() {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  private void equal(String column, String name, String value) {
    if (!value.isEmpty()) {
      conditions.add(column + " = :" + name);
      values.put(name, value);
    }
  }

  private void models(List<String> models) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      names.add(":model" + i);
      values.put("model" + i, models.get(i));
    }
    if (!names.isEmpty()) {
      conditions.add("run.model in (" + String.join(", ", names) + ")");
    }
  }

  private void words(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      // not a backslash: Jdbi reads that one itself
      conditions.add(WORD.replace("{like}", " <like> :word%d escape '!'".formatted(i)));
      values.put("word" + i, "%" + words.get(i).replaceAll("[!%_]", "!$0") + "%");
    }
  }
}
