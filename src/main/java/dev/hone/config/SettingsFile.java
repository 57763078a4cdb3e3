package dev.hone.config;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/// The settings file and the tables that it may have.
final class SettingsFile {
  /// The limits of the sandbox.
  static final String SANDBOX = "sandbox";

  /// The providers of models, a table for each.
  static final String PROVIDERS = "providers";

  /// What a run and a day may spend.
  static final String BUDGET = "budget";

  /// What models take, a table for each.
  static final String PRICES = "prices";

  /// Models for parts of the work.
  static final String ROLES = "roles";

  private static final List<String> TABLES = List.of(SANDBOX, PROVIDERS, BUDGET, PRICES, ROLES);

  private SettingsFile() {}

  /// {@return one table, empty if the file or the table is not there}
  ///
  /// @throws UsageException if the file cannot be read, or has anything but the known tables
  static JsonNode table(Path file, String name) {
    if (!Files.exists(file)) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode root = new TomlMapper().readTree(Files.readString(file));
      for (Map.Entry<String, JsonNode> entry : root.properties()) {
        if (!TABLES.contains(entry.getKey()) || !entry.getValue().isObject()) {
          throw new UsageException(
              "%s has '%s', which is no setting; what can be set stands in the tables %s%s"
                  .formatted(file, entry.getKey(), names(), meant(entry.getKey(), TABLES)));
        }
      }
      return root.path(name);
    } catch (JacksonException e) {
      throw new UsageException(
          "%s is no TOML: %s; correct it, or remove it".formatted(file, e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be read (%s); change its owner or remove it".formatted(file, e.getMessage()));
    }
  }

  /// {@return what a key is called in messages}
  static String place(Path file, String table, String key) {
    return "%s in [%s] of %s".formatted(key, table, file);
  }

  /// {@return what is thrown for a key that a table does not have}
  ///
  /// @param place what the key is called in messages
  /// @param key the key
  /// @param known the keys that there are
  static UsageException unknown(String place, String key, List<String> known) {
    return new UsageException(
        "%s is no setting; use one of %s%s"
            .formatted(place, String.join(", ", known), meant(key, known)));
  }

  private static String meant(String key, List<String> known) {
    return Spelling.nearest(key, known).map(near -> " (did you mean " + near + "?)").orElse("");
  }

  private static String names() {
    return TABLES.stream().map(name -> "[" + name + "]").collect(Collectors.joining(", "));
  }
}
