package dev.hone.config;

import dev.hone.failure.UsageException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// One value of a key, and where it came from. What reads it as the key's kind throws a {@link
/// UsageException} that names the place where it was set, if it is none.
///
/// @param key what is set
/// @param path its tables and its name, those that a person chose among them
/// @param value as it was written; a text where it is a variable or an option
/// @param origin where it came from
public record Setting(Key key, List<String> path, JsonNode value, Origin origin) {
  private static final Set<String> YES = Set.of("1", "true", "yes", "on");
  private static final Set<String> NO = Set.of("0", "false", "no", "off");

  /// Copies the list.
  public Setting {
    path = List.copyOf(path);
  }

  /// {@return its name with dots, such as `providers.house.url`}
  public String name() {
    return Names.of(path);
  }

  /// {@return where it was set, as messages call it}
  public String place() {
    return switch (origin) {
      case Origin.Usual _ -> name();
      case Origin.InFile file -> place(path, file);
      case Origin.Variable(String variable) -> variable;
      case Origin.Option(String option) -> option;
    };
  }

  /// {@return where a path stands in a file, as messages call it}
  static String place(List<String> path, Origin.InFile file) {
    List<String> table = path.subList(0, path.size() - 1);
    String within = Names.of(table);
    if (!file.profile().isEmpty()) {
      String profile = Names.of(List.of(SettingsFile.PROFILES, file.profile()));
      within = table.isEmpty() ? profile : profile + "." + within;
    }
    return (within.isEmpty() ? "%s%s of %s" : "%s in [%s] of %s")
        .formatted(Names.of(path.subList(path.size() - 1, path.size())), within, file.place());
  }

  /// {@return the value as one text, lists with commas, numbers without an exponent}
  public String text() {
    return switch (key.kind()) {
      case LIST, COMMAND -> String.join(",", texts());
      case TABLE -> String.join(",", table().keySet());
      case TEXT, WORD, MODEL, VARIABLE, IMAGE, DATABASE, ADDRESS, COUNT, INTEGER -> plain();
      case TIME, SECONDS, SIZE, TOKENS, DOLLARS, PRICE, SWITCH -> plain();
    };
  }

  private String plain() {
    if (value.isNumber() && Double.isFinite(value.asDouble())) {
      return value.decimalValue().toPlainString();
    }
    return value.isValueNode() ? value.asString("").strip() : value.toString();
  }

  /// {@return the texts of a list}
  List<String> texts() {
    if (!isWritten()) {
      return List.of(plain().split("\\s*,\\s*", -1));
    }
    if (!value.isArray() || value.valueStream().anyMatch(one -> !one.isString())) {
      throw new UsageException(place() + " takes a list of texts such as [\"a\", \"b\"]");
    }
    return value.valueStream().map(JsonNode::asString).toList();
  }

  /// {@return the texts of a table by their names}
  Map<String, String> table() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!value.isObject()) {
      throw new UsageException(place() + " takes a table of texts such as { NAME = \"text\" }");
    }
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      if (!entry.getValue().isString()) {
        throw new UsageException("%s in %s takes a text".formatted(entry.getKey(), place()));
      }
      texts.put(entry.getKey(), entry.getValue().asString());
    }
    return texts;
  }

  /// {@return whether it is switched on}
  boolean truth() {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    String word = plain().toLowerCase(Locale.ROOT);
    if (isWritten() || !(YES.contains(word) || NO.contains(word))) {
      throw new UsageException(
          place() + (isWritten() ? " takes true or false" : " takes 1 or 0, or true or false"));
    }
    return YES.contains(word);
  }

  /// {@return a whole number within the range of the key}
  int count() {
    String[] range = key.unit().split("\\.\\.", -1);
    String text = number();
    if (text.matches("[0-9]{1,7}")) {
      int count = Integer.parseInt(text);
      if (count >= Integer.parseInt(range[0]) && count <= Integer.parseInt(range[1])) {
        return count;
      }
    }
    throw new UsageException(
        "%s takes a whole number from %s to %s, not '%s'"
            .formatted(place(), range[0], range[1], text));
  }

  /// {@return a whole number of any size}
  long integer() {
    String text = number();
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new UsageException("%s takes a whole number, not '%s'".formatted(place(), text));
    }
  }

  /// {@return a number of tokens}
  long tokens() {
    return Units.tokens(place(), number());
  }

  /// {@return an amount of money}
  BigDecimal dollars() {
    return Units.dollars(place(), number());
  }

  /// {@return what a million tokens take}
  BigDecimal price() {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw new UsageException(
          "%s takes US dollars per million tokens, such as %s = 0.4"
              .formatted(place(), path.getLast()));
    }
    return dollars();
  }

  /// {@return a time}
  Duration time() {
    boolean seconds = key.kind() == Kind.SECONDS || !isWritten();
    return Units.time(place(), number(), seconds ? "s" : "");
  }

  /// {@return a size in bytes}
  long bytes() {
    return Units.bytes(place(), number(), isWritten() ? "" : "b");
  }

  /// {@return one of the choices of the key}
  String word() {
    String word = name(value);
    if (!key.choices().contains(word)) {
      throw new UsageException(
          "%s takes one of %s".formatted(place(), String.join(", ", key.choices())));
    }
    return word;
  }

  /// {@return a name that is not empty}
  String filled() {
    String text = name(value);
    if (text.isEmpty()) {
      throw new UsageException("%s takes a %s".formatted(place(), key.kind().words()));
    }
    return text;
  }

  /// {@return a name, which may be empty}
  String named() {
    return name(value);
  }

  private String name(JsonNode node) {
    if (!node.isString()) {
      throw new UsageException("%s takes a %s".formatted(place(), key.kind().words()));
    }
    return node.asString().strip();
  }

  /// What is no number is not repeated as a whole: a table may be meant for something else.
  private String number() {
    if (value.isNumber() || value.isString()) {
      return plain();
    }
    throw new UsageException(
        "%s takes a %s, not %s"
            .formatted(
                place(),
                key.kind().words(),
                value.isBoolean() ? value.asString() : "a list or a table"));
  }

  private boolean isWritten() {
    return origin instanceof Origin.InFile;
  }
}
