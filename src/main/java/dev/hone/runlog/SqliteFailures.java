package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Turns what SQLite says into what a person can do about it.
final class SqliteFailures {
  private SqliteFailures() {}

  /// {@return the failure to throw}
  ///
  /// @param done what was attempted, such as `written`
  /// @param file the database
  /// @param cause what was thrown below
  static RunLogException of(String done, Path file, Throwable cause) {
    SQLiteErrorCode code = code(cause);
    String attempted = "the run log %s could not be %s".formatted(file, done);
    // extended codes carry the primary one in their lowest byte
    return switch (code.code & 0xff) {
      case 13 ->
          failure(
              ErrorType.INSUFFICIENT_RESOURCES,
              attempted + ": the disk is full; free some space, or set HONE_HOME to another disk",
              cause);
      case 3, 8, 14, 23 ->
          failure(
              ErrorType.USER,
              attempted + ": it cannot be written there; set HONE_HOME to a folder that can",
              cause);
      case 11, 26 ->
          failure(
              ErrorType.EXTERNAL,
              attempted + ": the file is damaged or no database; move it away, a new one is made",
              cause);
      case 5, 6 ->
          failure(
              ErrorType.EXTERNAL,
              attempted + ": another program keeps it locked; end that program and try again",
              cause);
      default ->
          failure(
              ErrorType.EXTERNAL,
              "%s (%s); check the disk, or set HONE_HOME to another folder"
                  .formatted(attempted, root(cause)),
              cause);
    };
  }

  /// {@return whether another program holds the database}
  ///
  /// @param cause what was thrown below
  static boolean isBusy(Throwable cause) {
    int primary = code(cause).code & 0xff;
    return primary == 5 || primary == 6;
  }

  private static RunLogException failure(ErrorType type, String message, Throwable cause) {
    return new RunLogException(type, message, cause);
  }

  private static SQLiteErrorCode code(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite.getResultCode();
      }
    }
    return SQLiteErrorCode.UNKNOWN_ERROR;
  }

  private static String root(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
