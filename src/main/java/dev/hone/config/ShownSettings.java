package dev.hone.config;

import dev.hone.model.remote.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes settings ready to be shown. No secret is among them.
public final class ShownSettings {
  private static final String SET = "set";
  private static final String NOT_SET = "not set";
  private static final String PROVIDERS = "providers";

  private final Settings settings;
  private final ModelSettings models;
  private final List<ShownSetting> shown = new ArrayList<>();

  private ShownSettings(Settings settings) {
    this.settings = settings;
    this.models = ModelSettings.of(settings);
  }

  /// {@return every key with its value, also those that nothing sets, and of each provider its
  /// address and whether there is a key}
  ///
  /// @param settings the settings
  /// @throws dev.hone.failure.UsageException if a provider or a price is there in part
  public static List<ShownSetting> of(Settings settings) {
    ShownSettings made = new ShownSettings(settings);
    settings.keys().all().stream().filter(key -> !key.isNamed()).forEach(made::fixed);
    Map<String, Map<String, Setting>> tables = settings.tables(PROVIDERS);
    made.models.providers().all().forEach(provider -> made.provider(provider, tables));
    settings.all().stream()
        .filter(setting -> setting.path().getFirst().equals("prices"))
        .forEach(made::show);
    return List.copyOf(made.shown);
  }

  private void fixed(Key key) {
    settings
        .find(key.name())
        .ifPresentOrElse(
            this::show, () -> shown.add(new ShownSetting(key.name(), "", new Origin.Usual())));
  }

  private void show(Setting setting) {
    shown.add(new ShownSetting(setting.name(), value(setting), setting.origin()));
  }

  private String value(Setting setting) {
    if (setting.key().kind() == Kind.TABLE) {
      return setting.table().entrySet().stream()
          .map(entry -> entry.getKey() + " " + state(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return setting.key().kind().isHidden() ? SET : setting.text();
  }

  private String state(String value) {
    return !value.startsWith("$") || isSet(value.substring(1)) ? SET : NOT_SET;
  }

  private boolean isSet(String variable) {
    return !settings.environment().getOrDefault(variable, "").isBlank();
  }

  private void provider(Provider provider, Map<String, Map<String, Setting>> tables) {
    Map<String, Setting> table = tables.getOrDefault(provider.name(), Map.of());
    String name = PROVIDERS + "." + provider.name() + ".";
    if (!table.containsKey("dialect")) {
      shown.add(new ShownSetting(name + "dialect", provider.dialect().id(), new Origin.Usual()));
    }
    if (!table.containsKey("url")) {
      shown.add(new ShownSetting(name + "url", provider.url().toString(), new Origin.Usual()));
    }
    settings.all().stream().filter(table::containsValue).forEach(this::show);
    shown.add(key(name + "key", provider, table));
  }

  private ShownSetting key(String name, Provider provider, Map<String, Setting> table) {
    List<String> variables = provider.key().variables();
    Optional<String> variable = variables.stream().filter(this::isSet).findFirst();
    if (variable.isPresent()) {
      return new ShownSetting(name, SET, new Origin.Variable(variable.get()));
    }
    Optional<Setting> fetched =
        List.of("keyCommand", "keyring").stream()
            .filter(table::containsKey)
            .map(table::get)
            .findFirst();
    if (fetched.isPresent()) {
      return new ShownSetting(name, SET, fetched.get().origin());
    }
    return new ShownSetting(
        name, provider.key().required() ? NOT_SET : "not needed", new Origin.Usual());
  }
}
