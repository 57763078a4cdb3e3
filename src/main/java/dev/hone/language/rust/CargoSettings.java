package dev.hone.language.rust;

import dev.hone.language.runner.RegistryHosts;
import dev.hone.language.runner.UsualRegistries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where cargo's own settings say that crates come from: sources that stand in for the usual
/// registry, and certificates. Nothing else of the settings counts, least of all a token.
///
/// @param text the settings for a sandbox
/// @param hosts what may be reached, each as `host:port`
/// @param folders folders of crates on this machine
/// @param certificates a file, or empty
record CargoSettings(String text, Set<String> hosts, List<Path> folders, String certificates) {
  private static final String USUAL = "crates-io";
  private static final String CLIENT = "cargo";
  private static final Pattern SECTION = Pattern.compile("\\[\\s*([\\w.\"'-]+)\\s*]\\s*(?:#.*)?");
  private static final Pattern SETTING =
      Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"([^\"\\\\]*)\"|'([^']*)')\\s*(?:#.*)?");

  /// Returns the settings of this user.
  static CargoSettings ofUser() {
    String home = System.getenv().getOrDefault("HOME", "/");
    Path folder = Path.of(System.getenv().getOrDefault("CARGO_HOME", home + "/.cargo"));
    return Stream.of("config.toml", "config")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(file -> of(read(file)))
        .orElseGet(() -> of(""));
  }

  /// Returns what a text says.
  static CargoSettings of(String toml) {
    Map<String, String> all = new LinkedHashMap<>();
    String section = "";
    for (String line : toml.lines().map(String::strip).toList()) {
      Matcher head = SECTION.matcher(line);
      Matcher setting = SETTING.matcher(line);
      if (head.matches()) {
        section = head.group(1).replaceAll("[\"']", "") + ".";
      } else if (setting.matches()) {
        all.put(section + setting.group(1), text(setting));
      }
    }
    return new Reading(all).settings();
  }

  private static String text(Matcher setting) {
    return setting.group(2) == null ? setting.group(3) : setting.group(2);
  }

  /// Follows the names from the usual registry to the source that stands in for it.
  private record Reading(Map<String, String> all) {
    CargoSettings settings() {
      Map<String, String> kept = new HashMap<>();
      String name = USUAL;
      String next = at(name, "replace-with");
      while (next != null && kept.size() <= all.size()) {
        kept.put("source." + name + ".replace-with", next);
        name = next;
        next = at(name, "replace-with");
      }
      Set<String> hosts = new TreeSet<>();
      List<Path> folders = new ArrayList<>();
      for (String kind : List.of("directory", "local-registry")) {
        String folder = at(name, kind);
        if (folder != null) {
          folders.add(Path.of(folder));
          kept.put("source." + name + "." + kind, folder);
        }
      }
      // A source may also be one of the registries, whose address has another key.
      String source = at(name, "registry");
      String registry = source == null ? all.get("registries." + name + ".index") : source;
      if (registry != null) {
        hosts.add(RegistryHosts.of(CLIENT, registry.replaceFirst("^sparse\\+", "")));
        kept.put("source." + name + ".registry", registry);
      } else if (folders.isEmpty()) {
        hosts.addAll(UsualRegistries.of(CLIENT));
      }
      return new CargoSettings(written(kept), hosts, folders, all.getOrDefault("http.cainfo", ""));
    }

    private @Nullable String at(String source, String key) {
      return all.get("source." + source + "." + key);
    }

    private static String written(Map<String, String> kept) {
      StringBuilder text = new StringBuilder();
      kept.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              one -> {
                int dot = one.getKey().lastIndexOf('.');
                String name = one.getKey().substring("source.".length(), dot);
                text.append("[source.\"%s\"]\n".formatted(name));
                text.append(
                    "%s = '%s'\n".formatted(one.getKey().substring(dot + 1), one.getValue()));
              });
      return text.toString();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
