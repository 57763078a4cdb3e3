package dev.hone.config;

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

  private static final List<String> TABLES = List.of(SANDBOX, PROVIDERS);

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
              "%s has '%s', which is no setting; what can be set stands in the tables %s"
                  .formatted(file, entry.getKey(), names()));
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

  private static String names() {
    return TABLES.stream().map(name -> "[" + name + "]").collect(Collectors.joining(", "));
  }
}
