package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.remote.Dialect;
import dev.hone.model.remote.Patience;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Provider.Extras;
import dev.hone.model.remote.Provider.Habits;
import dev.hone.model.remote.Providers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The providers of models as the tables `[providers.NAME]` set them. A table with the name of a
/// usual provider changes what it names and leaves the rest.
///
/// @param name the provider's name
/// @param table what it sets
record ProviderSettings(String name, Map<String, Setting> table) {
  private static final String VARIABLE = "[A-Za-z_][A-Za-z0-9_]*";

  /// {@return the providers that settings name}
  ///
  /// @throws UsageException if one has a value that means nothing
  static List<Provider> of(Settings settings) {
    List<Provider> providers = new ArrayList<>();
    settings
        .tables("providers")
        .forEach((name, table) -> providers.add(new ProviderSettings(name, table).provider()));
    return providers;
  }

  private Provider provider() {
    Optional<Provider> usual =
        Providers.usual().stream().filter(provider -> provider.name().equals(name)).findFirst();
    Dialect dialect =
        set("dialect", Setting::word)
            .flatMap(Dialect::of)
            .orElse(usual.map(Provider::dialect).orElse(Dialect.OPENAI));
    return new Provider(
        name, dialect, url(usual), key(dialect, usual), extras(dialect), habits(dialect, usual));
  }

  private URI url(Optional<Provider> usual) {
    return set("url", setting -> Providers.address(setting.filled(), setting.place()))
        .or(() -> usual.map(Provider::url))
        .orElseThrow(
            () ->
                new UsageException(
                    "url in [providers.%s] (%s) must be set, such as url = \"https://host/v1\""
                        .formatted(name, table.values().iterator().next().origin().place())));
  }

  private Provider.Key key(Dialect dialect, Optional<Provider> usual) {
    Setting set = table.get("keyVariable");
    if (set == null) {
      boolean fetched = KeyCommands.isFetched(table);
      Provider.Key known = usual.map(Provider::key).orElse(new Provider.Key(List.of(), false));
      return fetched && known.variables().isEmpty()
          ? new Provider.Key(List.of(KeyCommands.variable(name)), true)
          : known;
    }
    String variable = set.named();
    if (variable.isEmpty() && (dialect == Dialect.OPENAI || dialect == Dialect.OLLAMA)) {
      return new Provider.Key(List.of(), false);
    }
    if (!variable.matches(VARIABLE)) {
      throw new UsageException(
          // what stands there may be a key
          "%s takes the name of a variable of the environment that holds the key, not the key itself"
              .formatted(set.place()));
    }
    return new Provider.Key(List.of(variable), true);
  }

  private Extras extras(Dialect dialect) {
    Map<String, String> headers = texts("headers");
    headers.forEach(
        (name, value) -> SecretLiterals.checkHeader(place("headers", name), name, value));
    if (dialect == Dialect.OPENAI) {
      set("organisation", Setting::filled).ifPresent(id -> headers.put("OpenAI-Organization", id));
      set("project", Setting::filled).ifPresent(id -> headers.put("OpenAI-Project", id));
    }
    Map<String, String> query = texts("query");
    query.forEach((name, value) -> SecretLiterals.check(place("query", name), name, value));
    return new Extras(headers, query);
  }

  private String place(String key, String part) {
    Setting setting = table.get(key);
    return "%s in %s".formatted(part, setting == null ? key : setting.place());
  }

  private Habits habits(Dialect dialect, Optional<Provider> usual) {
    Patience patience =
        usual.map(Provider::habits).map(Habits::patience).orElseGet(Patience::usual);
    return new Habits(
        set("context", Setting::count).orElse(0),
        set("goesOn", Setting::truth).orElse(Providers.goesOn(dialect)),
        new Patience(
            time("connect", patience.connect()),
            time("firstToken", patience.firstToken()),
            time("idle", patience.idle()),
            set("tries", Setting::count).orElse(patience.tries())));
  }

  private Duration time(String key, Duration otherwise) {
    return set(key, Setting::time).orElse(otherwise);
  }

  private Map<String, String> texts(String key) {
    return new LinkedHashMap<>(set(key, Setting::table).orElse(Map.of()));
  }

  private <T> Optional<T> set(String key, Function<Setting, T> reading) {
    return Optional.ofNullable(table.get(key)).map(reading);
  }
}
