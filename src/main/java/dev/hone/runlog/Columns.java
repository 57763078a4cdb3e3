package dev.hone.runlog;

import dev.hone.model.Cost;
import dev.hone.verdict.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// How values stand in the columns.
final class Columns {
  /// Always three decimals, so that the text sorts as the time does.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Every verdict, as the page on the log lists them.
  static final List<Verdict> VERDICTS =
      List.of(
          new Verdict.Passed(),
          new Verdict.TestsFailed(),
          new Verdict.RuntimeError(),
          new Verdict.CompileError(),
          new Verdict.TimeLimitExceeded(),
          new Verdict.MemoryLimitExceeded(),
          new Verdict.OutputLimitExceeded(),
          new Verdict.ResourceLimitExceeded(),
          new Verdict.Rejected(),
          new Verdict.Unreadable());

  private Columns() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  static Instant time(String text) {
    return Instant.parse(text);
  }

  /// {@return 1 for true: SQLite knows no truth values}
  static int flag(boolean value) {
    return value ? 1 : 0;
  }

  static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /// {@return 10⁻⁹ US dollars, or null where the cost is not known}
  static @Nullable Long nanos(Cost cost) {
    return switch (cost) {
      case Cost.Known known -> known.nanos();
      case Cost.Unknown _ -> null;
    };
  }

  static Cost cost(ResultSet row) throws SQLException {
    return cost(row, "cost_nanos");
  }

  static Cost cost(ResultSet row, String column) throws SQLException {
    long nanos = row.getLong(column);
    return row.wasNull() ? Cost.unknown() : Cost.ofNanos(nanos);
  }

  static String texts(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array.toString();
  }

  static List<String> texts(String json) {
    return texts(json(json));
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  static Verdict verdict(String id) {
    return VERDICTS.stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /// {@return the constant with this identifier}
  static <E extends Enum<E>> E constant(E[] constants, Function<E, String> name, String id) {
    return Arrays.stream(constants)
        .filter(constant -> name.apply(constant).equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static IllegalStateException unknown(String id) {
    return new IllegalStateException("the run log holds a word that its schema does not: " + id);
  }
}
