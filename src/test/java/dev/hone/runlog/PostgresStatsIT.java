package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.runlog.stats.Filter;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PostgresStatsIT extends RunLogStatsContract {
  private PostgresServer server;
  private String address = "";

  @BeforeEach
  void aDatabase() throws Exception {
    server = PostgresServer.running();
    address = server.database();
  }

  @Override
  RunLog open() {
    return server.open(address);
  }

  @Override
  Handle earlier(int schema) throws SQLException {
    address = server.emptyDatabase();
    Flyway.configure()
        .dataSource(address, PostgresServer.USER, PostgresServer.PASSWORD)
        .table(PostgresDatabase.HISTORY)
        .locations("classpath:dev/hone/runlog/postgres")
        .target(Integer.toString(schema))
        .load()
        .migrate();
    return connect();
  }

  @ParameterizedTest
  @MethodSource("counting")
  void countingCanDoWithoutTheTableAndWithoutSorting(String statement) {
    try (Handle handle = connect()) {
      // an empty table is read as it is, and a server sorts few rows rather than read an index
      handle.execute("set enable_seqscan = off");
      handle.execute("set enable_bitmapscan = off");
      handle.execute("set enable_sort = off");
      handle.execute("set enable_hashagg = off");
      assertThat(
              FactReader.query(handle, "explain " + statement, Filter.ALL)
                  .mapTo(String.class)
                  .list())
          .anyMatch(step -> step.contains("Index Only Scan"))
          .noneMatch(step -> step.contains("Sort Key"));
    }
  }

  static List<String> counting() {
    return List.of(FactReader.CELLS, FactReader.DAYS, PromptFactReader.USES);
  }

  private Handle connect() {
    return new PostgresDatabase(new LogPlace.Shared(address), Login.of(server.environment()))
        .connect();
  }
}
