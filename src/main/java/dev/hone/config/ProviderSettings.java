package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.remote.Dialect;
import dev.hone.model.remote.Patience;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Provider.Extras;
import dev.hone.model.remote.Provider.Habits;
import dev.hone.model.remote.Providers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The providers of models as the tables `[providers.NAME]` of `config.toml` set them. A table with
/// the name of a usual provider changes what it names and leaves the rest.
///
/// @param file where the table stands
/// @param name the provider's name
/// @param table what it sets
record ProviderSettings(Path file, String name, JsonNode table) {
  private static final Set<String> KEYS =
      Set.of(
          "dialect",
          "url",
          "keyVariable",
          "headers",
          "query",
          "organisation",
          "project",
          "context",
          "goesOn",
          "connect",
          "firstToken",
          "idle",
          "tries");
  private static final Set<String> SECRET_HEADERS =
      Set.of("authorization", "x-api-key", "api-key", "x-goog-api-key", "proxy-authorization");
  private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

  /// {@return the providers that a file sets}
  ///
  /// @param file the settings file, which need not exist
  /// @throws UsageException if it has a key or a value that means nothing
  static List<Provider> read(Path file) {
    List<Provider> providers = new ArrayList<>();
    JsonNode tables = SettingsFile.table(file, SettingsFile.PROVIDERS);
    for (Map.Entry<String, JsonNode> entry : tables.properties()) {
      if (!entry.getKey().matches("[a-z][a-z0-9_-]*") || !entry.getValue().isObject()) {
        throw new UsageException(
            "%s has '%s' in [providers], where a table [providers.NAME] is expected, with a name of lower-case letters and digits"
                .formatted(file, entry.getKey()));
      }
      providers.add(new ProviderSettings(file, entry.getKey(), entry.getValue()).provider());
    }
    return providers;
  }

  private Provider provider() {
    table.propertyNames().stream()
        .filter(key -> !KEYS.contains(key))
        .findFirst()
        .ifPresent(this::refuse);
    Optional<Provider> usual =
        Providers.usual().stream().filter(provider -> provider.name().equals(name)).findFirst();
    Dialect dialect = dialect(usual.map(Provider::dialect).orElse(Dialect.OPENAI));
    return new Provider(
        name, dialect, url(usual), key(dialect, usual), extras(dialect), habits(dialect, usual));
  }

  private void refuse(String key) {
    throw new UsageException(
        "%s is no setting of a provider; use one of %s"
            .formatted(place(key), String.join(", ", KEYS.stream().sorted().toList())));
  }

  private Dialect dialect(Dialect usual) {
    if (!table.has("dialect")) {
      return usual;
    }
    return Dialect.of(text("dialect"))
        .orElseThrow(
            () ->
                new UsageException(
                    "%s takes one of %s"
                        .formatted(place("dialect"), String.join(", ", Dialect.ids()))));
  }

  private URI url(Optional<Provider> usual) {
    if (table.has("url")) {
      return Providers.address(text("url"), place("url"));
    }
    return usual
        .map(Provider::url)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s must be set, such as url = \"https://host/v1\"".formatted(place("url"))));
  }

  private Provider.Key key(Dialect dialect, Optional<Provider> usual) {
    if (!table.has("keyVariable")) {
      return usual.map(Provider::key).orElseGet(() -> new Provider.Key(List.of(), false));
    }
    String variable = text("keyVariable");
    if (variable.isEmpty() && (dialect == Dialect.OPENAI || dialect == Dialect.OLLAMA)) {
      return new Provider.Key(List.of(), false);
    }
    if (!variable.matches(VARIABLE)) {
      throw new UsageException(
          // what stands there may be a key
          "%s takes the name of a variable of the environment that holds the key, not the key itself"
              .formatted(place("keyVariable")));
    }
    return new Provider.Key(List.of(variable), true);
  }

  private Extras extras(Dialect dialect) {
    Map<String, String> headers = texts("headers");
    headers.forEach(this::checkHeader);
    if (dialect == Dialect.OPENAI) {
      put(headers, "OpenAI-Organization", "organisation");
      put(headers, "OpenAI-Project", "project");
    }
    return new Extras(headers, texts("query"));
  }

  private void checkHeader(String header, String value) {
    if (SECRET_HEADERS.contains(header.toLowerCase(java.util.Locale.ROOT))
        && !value.matches("\\$" + VARIABLE)) {
      throw new UsageException(
          "%s holds a secret, which stands in no file; write \"$NAME\" and set NAME in the environment"
              .formatted(place("headers." + header)));
    }
    if (!header.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(c -> c < ' ')) {
      throw new UsageException("%s is no header".formatted(place("headers." + header)));
    }
  }

  private void put(Map<String, String> headers, String header, String key) {
    if (table.has(key)) {
      headers.put(header, text(key));
    }
  }

  private Habits habits(Dialect dialect, Optional<Provider> usual) {
    Patience patience =
        usual.map(Provider::habits).map(Habits::patience).orElseGet(Patience::usual);
    int context = table.has("context") ? Units.count(place("context"), amount("context")) : 0;
    return new Habits(
        context,
        table.has("goesOn") ? truth("goesOn") : Providers.goesOn(dialect),
        new Patience(
            time("connect", patience.connect()),
            time("firstToken", patience.firstToken()),
            time("idle", patience.idle()),
            table.has("tries") ? Units.count(place("tries"), amount("tries")) : patience.tries()));
  }

  private Duration time(String key, Duration usual) {
    return table.has(key) ? Units.time(place(key), amount(key), "") : usual;
  }

  private boolean truth(String key) {
    if (!table.path(key).isBoolean()) {
      throw new UsageException("%s takes true or false".formatted(place(key)));
    }
    return table.path(key).asBoolean();
  }

  private Map<String, String> texts(String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : table.path(key).properties()) {
      if (!entry.getValue().isString()) {
        throw new UsageException("%s takes a text".formatted(place(key + "." + entry.getKey())));
      }
      texts.put(entry.getKey(), entry.getValue().asString());
    }
    return texts;
  }

  private String text(String key) {
    if (!table.path(key).isString()) {
      throw new UsageException("%s takes a text".formatted(place(key)));
    }
    return table.path(key).asString().strip();
  }

  private String amount(String key) {
    JsonNode value = table.path(key);
    if (!value.isString() && !value.isIntegralNumber()) {
      throw new UsageException("%s takes a number, or a text with a unit".formatted(place(key)));
    }
    return value.asString();
  }

  private String place(String key) {
    return "%s in [providers.%s] of %s".formatted(key, name, file);
  }
}
