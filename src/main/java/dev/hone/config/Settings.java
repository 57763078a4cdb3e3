package dev.hone.config;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every setting that counts, and where it came from. Files and variables are read once, when it is
/// made. It holds the environment and with it the person's secrets: it is never printed as a whole.
public final class Settings {
  /// The option by which kept replies stand in for models.
  public static final String REPLAY = "--replay";

  private static final String OFFLINE = "offline";

  /// Keys that parts of Hone take from the environment, by their variables.
  private static final List<String> HANDED_ON =
      List.of(OFFLINE, "model.hub", "model.engineProcess", "python.types", "sandbox.readyBoxes");

  private final Keys keys;
  private final Map<String, Setting> settings;
  private final String profile;
  private final SettingsSources sources;

  Settings(Keys keys, Map<String, Setting> settings, String profile, SettingsSources sources) {
    this.keys = keys;
    this.settings = new LinkedHashMap<>(settings);
    this.profile = profile;
    this.sources = sources;
  }

  /// {@return what counts}
  ///
  /// @param sources where settings may stand
  /// @throws dev.hone.failure.UsageException if one has a key or a value that means nothing, or a
  ///   project sets what is not for it to decide, or there is no such profile
  public static Settings read(SettingsSources sources) {
    return new Layers(sources).merged();
  }

  /// {@return what counts, in the order of the table of keys} Keys that nothing sets and that have
  /// no default are left out.
  public List<Setting> all() {
    return settings.values().stream()
        .sorted(
            Comparator.comparingInt((Setting setting) -> keys.all().indexOf(setting.key()))
                .thenComparing(Setting::name))
        .toList();
  }

  /// {@return the keys that there are}
  public Keys keys() {
    return keys;
  }

  /// {@return the name of the profile that counts; empty for none}
  public String profile() {
    return profile;
  }

  /// {@return the file of the user, which need not exist}
  public Path userFile() {
    return sources.userFile();
  }

  /// {@return the file of the project; none where there is no such file}
  public List<Path> projectFiles() {
    return sources.projectFiles();
  }

  /// {@return the variables of the process, with those changed that files and options set} It holds
  /// secrets.
  public Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(sources.environment());
    for (String name : HANDED_ON) {
      given(name)
          .ifPresent(
              setting ->
                  environment.put(
                      setting.key().variable(),
                      setting.key().kind() == Kind.SWITCH
                          ? setting.truth() ? "1" : "0"
                          : setting.text()));
    }
    if (fetchesNothing()) {
      environment.put(keys.named(OFFLINE).variable(), "1");
    }
    return Map.copyOf(environment);
  }

  /// {@return whether a person said that no connection is opened}
  boolean isOffline() {
    return find(OFFLINE).filter(Setting::truth).isPresent();
  }

  /// {@return whether nothing is fetched or sent} So it is with kept replies, too: what ran before
  /// is there. The run log is open to them all the same, wherever it is.
  boolean fetchesNothing() {
    return isOffline() || sources.options().containsKey(REPLAY);
  }

  /// {@return a setting, its default where nothing sets it; empty where it has none}
  Optional<Setting> find(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  /// {@return a setting that is set somewhere; empty where it has its default or none}
  Optional<Setting> given(String name) {
    return find(name).filter(setting -> !(setting.origin() instanceof Origin.Usual));
  }

  /// {@return what is set in the tables of a table, by their names and then by its own}
  Map<String, Map<String, Setting>> tables(String table) {
    Map<String, Map<String, Setting>> tables = new LinkedHashMap<>();
    for (Setting setting : settings.values()) {
      List<String> path = setting.path();
      if (path.size() == 3 && path.getFirst().equals(table)) {
        tables
            .computeIfAbsent(path.get(1), _ -> new LinkedHashMap<>())
            .put(path.getLast(), setting);
      }
    }
    return tables;
  }
}
