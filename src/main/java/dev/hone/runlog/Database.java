package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// A database that a run log can be in. The statements of this package are the same for each; where
/// databases differ, a name in angle brackets stands, which the handle knows a word for: {@link
/// #FACTS}, {@link #GROUPS}, {@link #FAILURES} and {@link #LIKE}.
interface Database {
  /// The number of the last migration of each database.
  int SCHEMA = 13;

  /// Names the table `run`, read in the order of the days on which runs began.
  String FACTS = "facts";

  /// Names the table `run`, read in the order in which statistics group runs.
  String GROUPS = "groups";

  /// Names the table `run`, of which the runs are read that statistics count as failed.
  String FAILURES = "failures";

  /// Names the comparison with a pattern that takes capitals for small letters.
  String LIKE = "like";

  /// {@return where it is}
  LogPlace place();

  /// {@return a connection, whatever is in the database}
  ///
  /// @throws RunLogException if there is no place for it
  Handle connect();

  /// Makes the tables, or brings them to the schema that this version knows.
  ///
  /// @throws RunLogException if they cannot be made there
  void migrate(Handle handle);

  /// {@return what to do to have the log in another place, in words}
  String elsewhere();

  /// {@return a connection, with all tables made and migrated where needed}
  ///
  /// @throws RunLogException if it cannot be opened, or was written by a newer Hone
  default Handle open() {
    Handle handle = null;
    try {
      handle = connect();
      int version = schema(handle);
      if (version < SCHEMA) {
        migrate(handle);
        // A newer Hone may have been at it meanwhile.
        version = schema(handle);
      }
      if (version > SCHEMA) {
        throw new RunLogException(
            ErrorType.EXTERNAL,
            "the run log %s was written by a newer Hone (schema %d, this one knows %d); use that version, or %s"
                .formatted(place().words(), version, SCHEMA, elsewhere()));
      }
      return handle;
    } catch (JdbiException | FlywayException e) {
      close(handle);
      throw failure("opened", e);
    } catch (RunLogException e) {
      close(handle);
      throw e;
    }
  }

  private static void close(@Nullable Handle handle) {
    if (handle != null) {
      handle.close();
    }
  }

  /// {@return a connection that works: this one, or another in its place where it broke}
  default Handle working(Handle handle) {
    return handle;
  }

  /// {@return what work on one unchanging state of the database came to}
  <T> T read(Handle handle, HandleCallback<T, RuntimeException> work);

  /// {@return what work came to that is kept whole or not at all}
  default <T> T write(Handle handle, HandleCallback<T, RuntimeException> work) {
    return handle.inTransaction(work);
  }

  /// {@return whether a run is held by this connection from here on, until it lets go or ends:
  /// false where anybody holds it} Called while the log is written, where that is one at a time.
  ///
  /// @param runId the run
  boolean hold(Handle handle, String runId);

  /// Lets go of a run that this connection holds.
  ///
  /// @param runId the run
  void letGo(Handle handle, String runId);

  /// Lets go of all runs before the connection is closed. Where it ends what it holds, nothing is
  /// done.
  default void letGoOfAll() {}

  /// {@return the number of the last migration; 0 where there are no tables yet}
  int schema(Handle handle);

  /// {@return what it takes on the disk, in bytes}
  long bytes(Handle handle);

  /// {@return whether it was made as small as its content}
  boolean shrink(Handle handle);

  /// {@return the failure to throw}
  ///
  /// @param done what was attempted, such as `written`
  /// @param cause what was thrown below
  RunLogException failure(String done, Throwable cause);
}
