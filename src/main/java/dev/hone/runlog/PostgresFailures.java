package dev.hone.runlog;

import dev.hone.failure.ErrorType;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// Turns what a PostgreSQL server says into what a person can do about it.
final class PostgresFailures {
  private PostgresFailures() {}

  /// {@return the failure to throw}
  ///
  /// @param done what was attempted, such as `used`
  /// @param place the database
  /// @param cause what was thrown below
  static RunLogException of(String done, LogPlace.Shared place, Throwable cause) {
    String attempted = "the run log %s could not be %s".formatted(place.words(), done);
    String said = said(cause);
    String state = state(cause);
    // by the code of the standard, else by its class, which are the first two characters
    return switch (state) {
      // the driver refuses to go on without a password by 08004
      case "28P01", "28000", "08004" ->
          failure(
              ErrorType.USER,
              "%s (%s); name a user by PGUSER or ?user=NAME, and set PGPASSWORD or write a line into ~/.pgpass"
                  .formatted(attempted, said),
              cause);
      case "3D000" ->
          failure(
              ErrorType.USER,
              "%s (%s); make it with createdb, or set HONE_LOG to another one"
                  .formatted(attempted, said),
              cause);
      case "42501" ->
          failure(
              ErrorType.USER,
              "%s (%s); let the user make tables in its schema, or name another user by PGUSER"
                  .formatted(attempted, said),
              cause);
      case "53100" ->
          failure(
              ErrorType.INSUFFICIENT_RESOURCES,
              attempted + ": the disk of the server is full; free some space there",
              cause);
      case "53300" ->
          failure(
              ErrorType.EXTERNAL,
              attempted + ": the server has no connection left; try again later",
              cause);
      default -> otherwise(attempted, said, state, cause);
    };
  }

  private static RunLogException otherwise(
      String attempted, String said, String state, Throwable cause) {
    if (state.startsWith("08") || state.startsWith("57P")) {
      return failure(
          ErrorType.EXTERNAL,
          "%s (%s); check that the server runs and the address is right, or unset HONE_LOG to use the file of this machine"
              .formatted(attempted, said),
          cause);
    }
    if (state.isEmpty() && cause instanceof FlywayException) {
      return failure(
          ErrorType.USER,
          "%s (%s); give it an empty database, or an empty schema by ?currentSchema=NAME"
              .formatted(attempted, said),
          cause);
    }
    return failure(
        ErrorType.EXTERNAL,
        "%s (%s); look into the server's log".formatted(attempted, said),
        cause);
  }

  private static RunLogException failure(ErrorType type, String message, Throwable cause) {
    return new RunLogException(type, message, cause);
  }

  private static String state(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  /// {@return the first line of what was said by the server, or by what is nearest to it}
  private static String said(Throwable thrown) {
    Throwable nearest = thrown;
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      nearest = cause;
      if (cause instanceof SQLException) {
        break;
      }
    }
    return String.valueOf(nearest.getMessage()).lines().findFirst().orElse("").strip();
  }
}
