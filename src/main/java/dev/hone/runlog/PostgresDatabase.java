package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.ds.PGSimpleDataSource;

/// A run log on a PostgreSQL server.
final class PostgresDatabase implements Database {
  /// Not Flyway's usual name: an application's own history may be in the same database.
  static final String HISTORY = "hone_schema_history";

  private static final int ALIVE_SECONDS = 10;

  /// Another schema of the database may be the log of others, with a run of this identifier.
  private static final String KEY =
      "hashtextextended('hone run ' || current_schema() || ' ' || :run, 0)";

  private final LogPlace.Shared place;
  private final PGSimpleDataSource source;
  private final Jdbi jdbi;

  PostgresDatabase(LogPlace.Shared place, Login login) {
    this.place = place;
    this.source = new PGSimpleDataSource();
    try {
      source.setURL(place.url());
    } catch (IllegalArgumentException _) {
      // the driver's message repeats the parameters
      throw new RunLogException(
          ErrorType.USER,
          "the address of the run log %s has a port or a parameter that means nothing; it looks like jdbc:postgresql://host:5432/hone?sslmode=require"
              .formatted(place.words()));
    }
    if (source.getUser() == null && !login.user().isEmpty()) {
      source.setUser(login.user());
    }
    if (!login.password().isEmpty()) {
      source.setPassword(login.password());
    }
    source.setApplicationName("hone");
    // a model may think for minutes between two attempts
    source.setTcpKeepAlive(true);
    this.jdbi = Jdbi.create(source);
    jdbi.define(FACTS, "run")
        .define(GROUPS, "run")
        .define(FAILURES, "run")
        .define(LIKE, "ilike")
        .registerArgument(new WithoutNul());
  }

  @Override
  public LogPlace place() {
    return place;
  }

  @Override
  public Handle connect() {
    return jdbi.open();
  }

  @Override
  public String elsewhere() {
    return "set HONE_LOG to another database";
  }

  /// Flyway itself holds a lock of the server while it works.
  @Override
  public void migrate(Handle handle) {
    String encoding = handle.createQuery("show server_encoding").mapTo(String.class).one();
    if (!encoding.equals("UTF8")) {
      throw new RunLogException(
          ErrorType.USER,
          "the database of the run log %s is in %s and cannot hold every character; make one with createdb -E UTF8 -T template0"
              .formatted(place.words(), encoding));
    }
    // Flyway would try for ten seconds
    boolean allowed =
        handle
            .createQuery("select coalesce(has_schema_privilege(current_schema(), 'create'), false)")
            .mapTo(Boolean.class)
            .one();
    if (!allowed) {
      throw new RunLogException(
          ErrorType.USER,
          "the run log %s has no tables yet, and this user may make none there; grant create on an existing schema, or name another user by PGUSER"
              .formatted(place.words()));
    }
    Flyway.configure()
        .dataSource(source)
        .table(HISTORY)
        .locations("classpath:dev/hone/runlog/postgres")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  @Override
  public Handle working(Handle handle) {
    try {
      if (handle.getConnection().isValid(ALIVE_SECONDS)) {
        return handle;
      }
    } catch (SQLException e) {
      throw failure("used", e);
    }
    handle.close();
    return open();
  }

  @Override
  public <T> T read(Handle handle, HandleCallback<T, RuntimeException> work) {
    return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  /// By a lock of the server, which ends with the connection.
  @Override
  public boolean hold(Handle handle, String runId) {
    return locked(handle, "select pg_try_advisory_lock(" + KEY + ")", runId);
  }

  @Override
  public void letGo(Handle handle, String runId) {
    boolean _ = locked(handle, "select pg_advisory_unlock(" + KEY + ")", runId);
  }

  private static boolean locked(Handle handle, String statement, String runId) {
    return handle.createQuery(statement).bind("run", runId).mapTo(Boolean.class).one();
  }

  @Override
  public int schema(Handle handle) {
    boolean empty =
        handle
            .createQuery("select to_regclass('%s') is null".formatted(HISTORY))
            .mapTo(Boolean.class)
            .one();
    return empty
        ? 0
        : handle
            .createQuery(
                "select coalesce(max(cast(version as integer)), 0) from %s where success"
                    .formatted(HISTORY))
            .mapTo(Integer.class)
            .one();
  }

  @Override
  public long bytes(Handle handle) {
    return handle
        .createQuery(
            """
            select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
            """)
        .mapTo(Long.class)
        .one();
  }

  /// What is free is used for later runs; the server itself sees to that.
  @Override
  public boolean shrink(Handle handle) {
    return false;
  }

  @Override
  public RunLogException failure(String done, Throwable cause) {
    return PostgresFailures.of(done, place, cause);
  }
}
