package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.stats.Filter;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunLogStatsTest extends RunLogStatsContract {
  @TempDir Path folder;

  @Override
  RunLog open() {
    return RunLog.open(folder.resolve("runs.db"));
  }

  @Override
  Handle earlier(int schema) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + folder.resolve("runs.db"), null, null)
        .locations("classpath:dev/hone/runlog/migration")
        .target(Integer.toString(schema))
        .load()
        .migrate();
    return new SqliteDatabase(folder.resolve("runs.db")).connect();
  }

  @ParameterizedTest
  @MethodSource("grouping")
  void runsAreCountedInTheOrderOfAnIndexThatHasAllOfThem(String statement) {
    assertThat(plan(statement)).singleElement().asString().startsWith("SCAN run USING COVERING");
  }

  static List<String> grouping() {
    return List.of(FactReader.CELLS, FactReader.DAYS, PromptFactReader.USES);
  }

  @ParameterizedTest
  @MethodSource("failing")
  void ofFailedRunsAnIndexIsRead(String statement) {
    assertThat(plan(statement)).contains("SCAN run USING COVERING INDEX run_failed");
  }

  static List<String> failing() {
    return List.of(FactReader.VERDICTS, FactReader.ERRORS, FactReader.EXAMPLES);
  }

  private List<String> plan(String statement) {
    try (Handle handle = new SqliteDatabase(folder.resolve("runs.db")).open()) {
      return FactReader.query(handle, "explain query plan " + statement, Filter.ALL)
          .map((row, _) -> row.getString("detail"))
          .list();
    }
  }
}
