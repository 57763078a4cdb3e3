package dev.hone.runlog;

import dev.hone.failure.UsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a run log is.
public sealed interface LogPlace {
  /// {@return the place in words, without anything secret}
  String words();

  /// A file of this machine, which SQLite reads and writes.
  ///
  /// @param file the database file
  record InFile(Path file) implements LogPlace {
    @Override
    public String words() {
      return file.toString();
    }
  }

  /// A database of a PostgreSQL server, which several machines share. A password is no part of it.
  ///
  /// @param url the address as its JDBC driver takes it, such as
  ///   `jdbc:postgresql://host:5432/hone`, with parameters after `?` such as `sslmode=verify-full`
  record Shared(String url) implements LogPlace {
    private static final String BEGIN = "jdbc:postgresql:";
    private static final Pattern SHAPE =
        Pattern.compile("(?://[A-Za-z0-9_.:,%\\[\\]-]*/)?[A-Za-z0-9_.%+-]*");

    /// Checks the address.
    ///
    /// @throws UsageException if it is none, or holds a password, which the message does not repeat
    public Shared {
      String place = url.replaceFirst("\\?.*", "");
      // an @ may end a name and a password: what stands before is not repeated
      if (place.contains("@") || parameters(url).anyMatch(Shared::isSecret)) {
        throw new UsageException(
            "an address of a run log holds no password and no @; take it out and set PGPASSWORD, or"
                + " write a line into ~/.pgpass; a user is named by ?user=NAME or PGUSER");
      }
      if (!place.startsWith(BEGIN) || !SHAPE.matcher(place.substring(BEGIN.length())).matches()) {
        throw new UsageException(
            "a run log is at an address such as jdbc:postgresql://host/hone, not '%s'"
                .formatted(place));
      }
    }

    @Override
    public String words() {
      return url.replaceFirst("\\?.*", "");
    }

    /// Parameters may hold names of files and users, which are nobody else's business.
    @Override
    public String toString() {
      return words();
    }

    private static Stream<String> parameters(String url) {
      int begin = url.indexOf('?');
      return begin < 0 ? Stream.empty() : Arrays.stream(url.substring(begin + 1).split("[&?]", -1));
    }

    private static boolean isSecret(String parameter) {
      String name = parameter.replaceFirst("=.*", "");
      try {
        name = URLDecoder.decode(name, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        return true;
      }
      return name.toLowerCase(Locale.ROOT).contains("passw");
    }
  }
}
