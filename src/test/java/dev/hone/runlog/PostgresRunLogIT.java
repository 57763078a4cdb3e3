package dev.hone.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.language.SourceFile;
import dev.hone.requirement.Requirement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresRunLogIT extends RunLogContract {
  @TempDir Path folder;
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

  @Test
  void severalThatBeginTogetherMakeTheTablesOnce() throws Exception {
    address = server.emptyDatabase();
    writeAtOnce();
  }

  @Test
  void itHasTheTablesAndColumnsOfTheFile() throws Exception {
    List<String> columns;
    try (Handle handle = new SqliteDatabase(folder.resolve("runs.db")).open()) {
      columns =
          handle
              .createQuery(
                  """
                  select t.name || '.' || c.name || case when c."notnull" then '' else '?' end
                  from sqlite_master t, pragma_table_info(t.name) c
                  where t.type = 'table' and t.name <> 'flyway_schema_history'
                  """)
              .mapTo(String.class)
              .list();
    }

    assertThat(
            texts(
                """
                select table_name || '.' || column_name
                  || case is_nullable when 'NO' then '' else '?' end
                from information_schema.columns
                where table_schema = 'public' and table_name <> 'hone_schema_history'
                  and column_name <> 'rowid'
                """))
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void aConnectionThatBrokeIsOpenedAgain() throws Exception {
    try (RunLog log = open()) {
      String id = log.begin(Samples.start());
      server.execute(
          "postgres",
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(name()));

      log.attempt(id, Samples.failed());
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
    }
  }

  @Test
  void aCharacterThatTheServerRefusesIsKeptAsAnother() {
    RunStart start = Samples.start();
    try (RunLog log = open()) {
      String id =
          log.begin(
              new RunStart(
                  start.startedAt(),
                  new Requirement(
                      "a\0b", "", List.of(new SourceFile("test_a.py", "assert '\0' != '✓'"))),
                  start.model(),
                  start.sandbox(),
                  start.honeVersion(),
                  start.settings()));

      Requirement kept = log.find(id).orElseThrow().start().requirement();
      assertThat(kept.text()).isEqualTo("a\uFFFDb");
      assertThat(kept.ownTests().getFirst().content()).isEqualTo("assert '\uFFFD' != '✓'");
    }
  }

  @Test
  void aWrongPasswordAMissingOneAndAnUnknownUserAreWrongUseAndNothingSecretIsSaid() {
    for (Map<String, String> environment :
        List.of(
            Map.of("PGUSER", PostgresServer.USER, "PGPASSWORD", "guessed wrong"),
            Map.of("PGUSER", PostgresServer.USER),
            Map.of("PGUSER", "somebody", "PGPASSWORD", PostgresServer.PASSWORD))) {
      assertThatThrownBy(() -> open(address, environment))
          .isInstanceOfSatisfying(
              RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
          .hasMessageContaining(address)
          .hasMessageContaining("set PGPASSWORD or write a line into ~/.pgpass")
          .satisfies(
              e ->
                  assertThat(stack(e))
                      .doesNotContain("guessed wrong")
                      .doesNotContain(PostgresServer.PASSWORD));
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsWrongUse() {
    assertThatThrownBy(() -> open(server.address("nowhere"), server.environment()))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("\"nowhere\" does not exist")
        .hasMessageContaining("createdb");
  }

  @Test
  void aServerThatIsNotThereIsSaidWithWhatToDo() {
    assertThatThrownBy(() -> open("jdbc:postgresql://127.0.0.1:1/hone", server.environment()))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.EXTERNAL))
        .hasMessageContaining("unset HONE_LOG");
  }

  @Test
  void aDatabaseOfSomethingElseIsLeftAsItIs() throws Exception {
    address = server.emptyDatabase();
    server.execute(name(), "create table orders (id int)");

    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("give it an empty database");
    assertThat(
            texts("select table_name from information_schema.tables where table_schema = 'public'"))
        .containsExactly("orders");
  }

  @Test
  void aSchemaOfItsOwnBesideSomethingElseWillDo() throws Exception {
    address = server.emptyDatabase();
    server.execute(name(), "create table orders (id int); create schema hone");

    try (RunLog log = server.open(address + "?currentSchema=hone")) {
      String id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());
      assertThat(log.status().counts().attempts()).isEqualTo(1);
    }
    assertThat(texts("select id from hone.run")).hasSize(1);
  }

  @Test
  void somebodyWhoMayMakeNoTablesIsToldSo() throws Exception {
    address = server.emptyDatabase();
    server.execute(
        "postgres", "drop role if exists reader; create role reader login password 'read'");

    assertThatThrownBy(() -> open(address, Map.of("PGUSER", "reader", "PGPASSWORD", "read")))
        .isInstanceOfSatisfying(
            RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
        .hasMessageContaining("this user may make none there");
    assertThatThrownBy(() -> open(address + "?currentSchema=nowhere", server.environment()))
        .hasMessageContaining("grant create on an existing schema");
  }

  @Test
  void somebodyWhoMayOnlyReadReads() throws Exception {
    String id;
    try (RunLog log = open()) {
      id = log.begin(Samples.start());
      log.attempt(id, Samples.failed());
    }
    server.execute("postgres", "drop role if exists guest");
    server.execute(
        name(),
        "create role guest login password 'read'; grant select on all tables in schema public to guest");

    try (RunLog log =
        RunLog.open(
            new LogPlace.Shared(address),
            Login.of(Map.of("PGUSER", "guest", "PGPASSWORD", "read")))) {
      assertThat(log.find(id).orElseThrow().attempts()).containsExactly(Samples.failed());
      assertThatThrownBy(() -> log.begin(Samples.start()))
          .isInstanceOfSatisfying(
              RunLogException.class, e -> assertThat(e.type()).isEqualTo(ErrorType.USER))
          .hasMessageContaining("permission denied");
    } finally {
      server.execute(name(), "drop owned by guest; drop role guest");
    }
  }

  @Test
  void aLogOfANewerHoneIsRefused() throws Exception {
    server.execute(
        name(),
        "insert into hone_schema_history values (99, '%d', '', '', '', 0, '', now(), 0, true)"
            .formatted(Database.SCHEMA + 1));

    assertThatThrownBy(this::open).hasMessageContaining("was written by a newer Hone");
  }

  @Test
  void aDatabaseThatCannotHoldEveryCharacterIsRefused() throws Exception {
    server.execute("postgres", "drop database if exists latin");
    server.execute(
        "postgres", "create database latin encoding 'LATIN1' locale 'C' template template0");

    assertThatThrownBy(() -> open(server.address("latin"), server.environment()))
        .hasMessageContaining("LATIN1")
        .hasMessageContaining("createdb -E UTF8");
  }

  private static void open(String address, Map<String, String> environment) {
    RunLog.open(new LogPlace.Shared(address), Login.of(environment)).close();
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private String name() {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private List<String> texts(String sql) throws SQLException {
    try (Connection connection = server.connect(name());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
