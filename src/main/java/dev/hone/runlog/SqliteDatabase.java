package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The file of a run log, which SQLite reads and writes.
final class SqliteDatabase implements Database {
  private static final Duration BUSY = Duration.ofSeconds(20);

  private final Path file;
  private final SQLiteDataSource source;
  private final RunLocks locks;

  SqliteDatabase(Path file) {
    this.file = file;
    this.locks = new RunLocks(file.resolveSibling(file.getFileName() + ".running"));
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // an attempt is promised to be on disk, so the cheaper NORMAL is not enough in WAL mode
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) BUSY.toMillis());
    config.enforceForeignKeys(true);
    // a transaction that reads first and writes later fails at once when another process wrote
    // between; taking the write lock at its begin waits instead
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    this.source = new SQLiteDataSource(config);
    this.source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
  }

  @Override
  public LogPlace place() {
    return new LogPlace.InFile(file);
  }

  @Override
  public Handle connect() {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new RunLogException(
          ErrorType.USER,
          "the folder of the run log %s could not be made (%s); set HONE_HOME to a folder that can be written"
              .formatted(file, e.getMessage()),
          e);
    }
    return jdbi().open();
  }

  @Override
  public String elsewhere() {
    return "set HONE_HOME to another folder";
  }

  private Jdbi jdbi() {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.define(FACTS, "run indexed by run_facts")
        .define(GROUPS, "run indexed by run_counts")
        .define(FAILURES, "run indexed by run_failed")
        .define(LIKE, "like");
    return jdbi;
  }

  @Override
  public <T> T read(Handle handle, HandleCallback<T, RuntimeException> work) {
    return handle.inTransaction(work);
  }

  @Override
  public boolean hold(Handle handle, String runId) {
    try {
      return locks.take(runId);
    } catch (IOException e) {
      throw failure("used", e);
    }
  }

  @Override
  public void letGo(Handle handle, String runId) {
    try {
      locks.letGo(runId);
    } catch (IOException e) {
      throw failure("used", e);
    }
  }

  @Override
  public void letGoOfAll() {
    try {
      locks.letGoOfAll();
    } catch (IOException e) {
      throw failure("closed", e);
    }
  }

  /// What the last migration wrote.
  @Override
  public int schema(Handle handle) {
    return handle.createQuery("pragma user_version").mapTo(Integer.class).one();
  }

  @Override
  public long bytes(Handle handle) {
    return Stream.of("", "-wal", "-shm")
        .map(end -> file.resolveSibling(file.getFileName() + end))
        .filter(Files::exists)
        .mapToLong(SqliteDatabase::size)
        .sum();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean shrink(Handle handle) {
    try {
      handle.execute("vacuum");
      handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list();
      return true;
    } catch (JdbiException e) {
      if (SqliteFailures.isBusy(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public RunLogException failure(String done, Throwable cause) {
    return SqliteFailures.of(done, file, cause);
  }

  /// Under a lock between processes: Flyway has none for SQLite.
  @Override
  public void migrate(Handle handle) {
    Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
    try (FileChannel channel =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = lock(channel)) {
      if (schema(handle) < SCHEMA) {
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:dev/hone/runlog/migration")
            .loggers("slf4j")
            .load()
            .migrate();
      }
    } catch (IOException e) {
      throw failure("set up", e);
    }
  }

  private static FileLock lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        return channel.lock();
      } catch (OverlappingFileLockException _) {
        // another thread of this program holds it, and the platform offers no way to wait for that
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
    }
  }
}
