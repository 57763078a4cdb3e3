package dev.hone.config;

import dev.hone.failure.Spelling;
import dev.hone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// What one file sets.
///
/// @param base what counts whatever the profile
/// @param profiles what counts with a profile, by its name
record SettingsFile(List<Setting> base, Map<String, List<Setting>> profiles) {
  /// The table with a table for each profile.
  static final String PROFILES = "profiles";

  private static final String PROFILE = "profile";

  SettingsFile {
    base = List.copyOf(base);
    profiles = new LinkedHashMap<>(profiles);
  }

  /// {@return what a file sets; nothing where it is not there}
  ///
  /// @param file the file
  /// @param keys the keys that there are
  /// @param project whether it is the file of a project
  /// @throws UsageException if it cannot be read, or has a key or a value that means nothing
  static SettingsFile read(Path file, Keys keys, boolean project) {
    if (!Files.exists(file)) {
      return new SettingsFile(List.of(), Map.of());
    }
    try {
      String text = Files.readString(file);
      return new Reading(file, keys, project, Lines.of(text)).all(new TomlMapper().readTree(text));
    } catch (JacksonException e) {
      // the parser's own words may repeat what stands there, and that may be a secret
      throw new UsageException(
          "%s:%d is no TOML, near column %d; a text stands in quotes, a table in [ ]: correct it, or remove the file"
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw new UsageException(
          "%s cannot be read (%s); it has to be a text in UTF-8 that you may read"
              .formatted(file, e.getMessage()));
    }
  }

  /// One file while it is read.
  private record Reading(Path file, Keys keys, boolean project, Lines lines) {
    SettingsFile all(JsonNode root) {
      Map<String, List<Setting>> profiles = new LinkedHashMap<>();
      List<Setting> base = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : root.properties()) {
        if (entry.getKey().equals(PROFILES)) {
          profiles(entry.getValue(), profiles);
        } else {
          read(List.of(entry.getKey()), entry.getValue(), "", base);
        }
      }
      return new SettingsFile(base, profiles);
    }

    private void profiles(JsonNode table, Map<String, List<Setting>> profiles) {
      if (!table.isObject()) {
        throw new UsageException(
            "%s is no table of profiles; what is meant is a table [profiles.NAME] for each"
                .formatted(Setting.place(List.of(PROFILES), at(List.of(PROFILES), ""))));
      }
      for (Map.Entry<String, JsonNode> entry : table.properties()) {
        String name = entry.getKey();
        if (!name.matches("[A-Za-z0-9_-]{1,64}") || !entry.getValue().isObject()) {
          throw new UsageException(
              "%s has in [profiles] what is no table [profiles.NAME], with a name of letters and digits"
                  .formatted(at(List.of(PROFILES), "").place()));
        }
        List<Setting> settings = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : entry.getValue().properties()) {
          if (one.getKey().equals(PROFILE)) {
            throw new UsageException(
                "%s is no setting of a profile; it stands before the tables, or is passed as --profile"
                    .formatted(Setting.place(List.of(PROFILE), at(List.of(PROFILE), name))));
          }
          read(List.of(one.getKey()), one.getValue(), name, settings);
        }
        profiles.put(name, settings);
      }
    }

    private void read(List<String> path, JsonNode value, String profile, List<Setting> into) {
      Origin.InFile at = at(path, profile);
      if (SecretLiterals.looksLikeOne(path.getLast())) {
        throw SecretLiterals.refusal(at.place());
      }
      Optional<Key> key = keys.find(path);
      if (key.isPresent()) {
        if (SecretLiterals.holdsOne(value)) {
          throw SecretLiterals.refusal(Setting.place(path, at));
        }
        Setting setting = new Setting(key.get(), path, value, at);
        Values.check(setting);
        into.add(setting);
      } else if (keys.isTable(path)) {
        checkTable(path, value, at);
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          List<String> below = new ArrayList<>(path);
          below.add(entry.getKey());
          read(below, entry.getValue(), profile, into);
        }
      } else {
        throw unknown(path, at);
      }
    }

    private void checkTable(List<String> path, JsonNode value, Origin.InFile at) {
      boolean named = keys.isOfNames(path.subList(0, path.size() - 1));
      if (!value.isObject() || (named && !isName(path))) {
        String wanted =
            switch (path.getFirst()) {
              case "providers" ->
                  "a table [providers.NAME], with a name of lower-case letters and digits";
              case "prices" -> "a table [prices.\"PROVIDER:NAME\"], with the model in quotes";
              default -> "a table [%s]".formatted(Names.of(path));
            };
        throw new UsageException(
            "%s is no table of settings; what is meant is %s"
                .formatted(Setting.place(path, at), wanted));
      }
    }

    private static boolean isName(List<String> path) {
      return path.getFirst().equals("prices")
          ? path.getLast().contains(":")
          : path.getLast().matches("[a-z][a-z0-9_-]*");
    }

    private UsageException unknown(List<String> path, Origin.InFile at) {
      String place = Setting.place(path, at);
      List<String> table = path.subList(0, path.size() - 1);
      List<String> known = new ArrayList<>(keys.below(table));
      if (table.isEmpty() && at.profile().isEmpty()) {
        known.add(PROFILES);
      }
      Optional<String> near = Spelling.nearest(path.getLast(), known);
      if (near.isEmpty() && SecretLiterals.isNamed(path.getLast())) {
        return SecretLiterals.refusal(place);
      }
      return new UsageException(
          "%s is no setting; use one of %s%s"
              .formatted(
                  place,
                  names(table, known),
                  near.map(word -> " (did you mean " + word + "?)").orElse("")));
    }

    private String names(List<String> table, List<String> known) {
      return known.stream()
          .map(
              name -> {
                List<String> path = new ArrayList<>(table);
                path.add(name);
                return name.equals(PROFILES) || keys.isTable(path) ? "[" + name + "]" : name;
              })
          .collect(Collectors.joining(", "));
    }

    private Origin.InFile at(List<String> path, String profile) {
      List<String> whole = new ArrayList<>(path);
      if (!profile.isEmpty()) {
        whole.addAll(0, List.of(PROFILES, profile));
      }
      return new Origin.InFile(file, lines.of(whole), profile, project);
    }
  }
}
