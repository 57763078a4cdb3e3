package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.stats.Filter;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogStatsTest extends RunLogStatsContract {
  @TempDir Path folder;

  @Override
  RunLog open() {
    return RunLog.open(folder.resolve("runs.db"));
  }

  @Test
  void countingReadsIndexesAndNotTheLongTexts() {
    try (Handle handle = new SqliteDatabase(folder.resolve("runs.db")).open()) {
      List<String> plan =
          FactReader.query(handle, "explain query plan " + FactReader.CELLS, Filter.ALL)
              .map((row, _) -> row.getString("detail"))
              .list();

      assertThat(plan)
          .anyMatch(step -> step.contains("COVERING INDEX run_facts"))
          .anyMatch(step -> step.contains("COVERING INDEX exchange_prompt"));
    }
  }
}
