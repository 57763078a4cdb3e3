package dev.hone.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/// The settings that stand in the environment.
final class Variables {
  private Variables() {}

  /// {@return what the variables of an environment set; empty ones set nothing}
  ///
  /// @param keys the keys that there are
  /// @param environment the variables
  /// @param providers names of providers that there are, for those with a dash in their name
  static List<Setting> read(Keys keys, Map<String, String> environment, List<String> providers) {
    List<Setting> settings = new ArrayList<>();
    Map<String, String> sorted = new TreeMap<>(environment);
    for (Key key : keys.all()) {
      if (key.variable().isEmpty()) {
        continue;
      }
      Pattern pattern = Pattern.compile(key.variable().replace("*", "([A-Z0-9_]+)"));
      sorted.forEach(
          (name, value) -> {
            Matcher matcher = pattern.matcher(name);
            if (!value.isBlank() && matcher.matches()) {
              List<String> path = path(key, matcher, providers);
              settings.add(
                  new Setting(
                      key,
                      path,
                      JsonNodeFactory.instance.stringNode(value),
                      new Origin.Variable(name)));
            }
          });
    }
    return settings;
  }

  private static List<String> path(Key key, Matcher matcher, List<String> providers) {
    if (!key.isNamed()) {
      return key.parts();
    }
    String written = matcher.group(1);
    String name =
        providers.stream()
            .filter(provider -> part(provider).equals(written))
            .findFirst()
            .orElseGet(() -> written.toLowerCase(Locale.ROOT));
    return key.parts().stream().map(part -> part.equals("*") ? name : part).toList();
  }

  /// {@return the variable that sets a key}
  static String name(Key key, List<String> path) {
    int chosen = key.parts().indexOf("*");
    return chosen < 0 ? key.variable() : key.variable().replace("*", part(path.get(chosen)));
  }

  private static String part(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
