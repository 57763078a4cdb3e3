package dev.hone.config;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import dev.hone.model.remote.Provider;
import dev.hone.model.remote.Providers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/// Puts the layers upon one another: defaults, the file of the user, that of the project, the
/// profile of each, variables, options.
final class Layers {
  private static final String PROFILE = "profile";

  private final SettingsSources sources;
  private final Keys keys = Keys.load();
  private final SettingsFile user;
  private final List<SettingsFile> projects;
  private final List<Setting> typed;

  /// Reads every source once.
  ///
  /// @throws UsageException if one has a key or a value that means nothing
  Layers(SettingsSources sources) {
    this.sources = sources;
    user = SettingsFile.read(sources.userFile(), keys, false);
    projects =
        sources.projectFiles().stream().map(file -> SettingsFile.read(file, keys, true)).toList();
    typed = Stream.concat(variables().stream(), options().stream()).toList();
    typed.forEach(Values::check);
  }

  /// {@return what counts, in the order of the table of keys}
  Settings merged() {
    Map<String, Setting> counting = new LinkedHashMap<>();
    put(counting, defaults());
    put(counting, user.base());
    Map<String, Setting> users = new LinkedHashMap<>(counting);
    ProjectRules rules = new ProjectRules(sources.userFile());
    for (SettingsFile project : projects) {
      project.base().forEach(setting -> rules.check(setting, users));
      project.profiles().values().forEach(all -> all.forEach(rules::checkAlone));
      put(counting, project.base());
    }
    String profile = profile(counting);
    put(counting, of(user, profile));
    put(users, of(user, profile));
    for (SettingsFile project : projects) {
      of(project, profile).forEach(setting -> rules.check(setting, users));
      put(counting, of(project, profile));
    }
    put(counting, typed);
    return new Settings(keys, counting, profile, sources);
  }

  private List<Setting> defaults() {
    return keys.all().stream()
        .filter(key -> !key.usual().isEmpty())
        .map(key -> setting(key, key.usual(), new Origin.Usual()))
        .toList();
  }

  private List<Setting> variables() {
    List<String> providers =
        Stream.concat(
                Providers.usual().stream().map(Provider::name),
                user.base().stream()
                    .filter(setting -> setting.path().getFirst().equals("providers"))
                    .map(setting -> setting.path().get(1)))
            .distinct()
            .toList();
    return Variables.read(keys, sources.environment(), providers);
  }

  private List<Setting> options() {
    return keys.withOption().stream()
        .filter(key -> sources.options().containsKey(key.option()))
        .map(
            key ->
                setting(
                    key,
                    sources.options().getOrDefault(key.option(), ""),
                    new Origin.Option(key.option())))
        .toList();
  }

  private static Setting setting(Key key, String text, Origin origin) {
    return new Setting(key, key.parts(), JsonNodeFactory.instance.stringNode(text), origin);
  }

  private String profile(Map<String, Setting> counting) {
    Map<String, Setting> all = new LinkedHashMap<>(counting);
    put(all, typed);
    Setting named = all.get(PROFILE);
    if (named == null) {
      return "";
    }
    String name = named.filled();
    SortedSet<String> known = new TreeSet<>(user.profiles().keySet());
    projects.forEach(project -> known.addAll(project.profiles().keySet()));
    if (known.contains(name)) {
      return name;
    }
    if (known.isEmpty()) {
      throw new UsageException(
          "%s names the profile '%s', and there is none; write a table [profiles.%s] into %s"
              .formatted(named.place(), name, Names.of(List.of(name)), sources.userFile()));
    }
    throw new UsageException(
        "%s names the profile '%s', which there is not; use one of %s%s"
            .formatted(
                named.place(),
                name,
                String.join(", ", known),
                Spelling.nearest(name, known)
                    .map(near -> " (did you mean " + near + "?)")
                    .orElse("")));
  }

  private static List<Setting> of(SettingsFile file, String profile) {
    return new ArrayList<>(file.profiles().getOrDefault(profile, List.of()));
  }

  private static void put(Map<String, Setting> into, List<Setting> settings) {
    settings.forEach(setting -> into.put(setting.name(), setting));
  }
}
