package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunLogSchemaTest {
  @TempDir Path folder;

  @Test
  void thePageOnTheRunLogNamesEveryColumnAndNoOther() throws IOException {
    assertThat(documented()).isEqualTo(columns());
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void aRunLogOfAnyEarlierVersionIsBroughtToThisOne(int schema) {
    Path file = folder.resolve("runs.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations("classpath:dev/hone/runlog/migration")
        .target(Integer.toString(schema))
        .load()
        .migrate();

    try (RunLog log = RunLog.open(file)) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
    assertThat(columns()).isEqualTo(columns("fresh.db"));
  }

  @Test
  void theLastMigrationIsTheOneThatIsLookedFor() throws IOException {
    assertThat(schemas().max()).hasValue(Database.SCHEMA);
    columns();
    try (Handle handle = new SqliteDatabase(folder.resolve("runs.db")).open()) {
      assertThat(handle.createQuery("pragma user_version").mapTo(Integer.class).one())
          .isEqualTo(Database.SCHEMA);
    }
  }

  // The numbers of all migrations.
  static IntStream schemas() throws IOException {
    Path folder = Path.of("src", "main", "resources", "dev", "hone", "runlog", "migration");
    try (Stream<Path> files = Files.list(folder)) {
      return IntStream.of(
          files
              .map(file -> file.getFileName().toString().replaceAll("^V|__.*", ""))
              .mapToInt(Integer::parseInt)
              .sorted()
              .toArray());
    }
  }

  private List<String> columns() {
    return columns("runs.db");
  }

  private List<String> columns(String name) {
    try (Handle handle = new SqliteDatabase(folder.resolve(name)).open()) {
      return handle
          .createQuery(
              """
              select t.name || '.' || c.name from sqlite_master t, pragma_table_info(t.name) c
              where t.type = 'table' and t.name <> 'flyway_schema_history' order by t.rowid, c.cid
              """)
          .mapTo(String.class)
          .list();
    }
  }

  private static List<String> documented() throws IOException {
    List<String> columns = new ArrayList<>();
    Pattern row = Pattern.compile("\\| `(\\w+)` \\|.*");
    String table = "";
    for (String line : Files.readAllLines(Path.of("docs", "runlog.md"))) {
      Matcher matcher = row.matcher(line);
      if (line.startsWith("## ")) {
        table = line.substring(3);
      } else if (matcher.matches()) {
        columns.add(table + "." + matcher.group(1));
      }
    }
    return columns;
  }
}
