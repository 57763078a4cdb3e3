package dev.hone.config;

import dev.hone.failure.Spelling;
import dev.hone.model.remote.Provider;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds variables that begin as those of Hone do and are none.
public final class StrayVariables {
  private static final Set<String> OTHERS =
      Set.of(
          "HONE_HOME",
          "HONE_API_KEY",
          "HONE_DEBUG",
          "HONE_ENGINE_LOG",
          "HONE_REQUIRE_SANDBOX_MODES");

  private StrayVariables() {}

  /// {@return a line for each, with the variable that may be meant}
  ///
  /// @param settings the settings, whose variables are looked at
  public static List<String> in(Settings settings) {
    Set<String> known =
        Stream.concat(
                settings.keys().all().stream().map(Key::variable).filter(name -> !name.isEmpty()),
                OTHERS.stream())
            .collect(Collectors.toSet());
    Set<String> named =
        ModelSettings.of(settings).providers().all().stream()
            .flatMap(provider -> named(provider).stream())
            .collect(Collectors.toSet());
    return settings.environment().keySet().stream()
        .filter(name -> name.startsWith("HONE_") && !named.contains(name))
        .filter(
            name -> known.stream().noneMatch(one -> name.matches(one.replace("*", "[A-Z0-9_]+"))))
        .sorted()
        .map(
            name ->
                name
                    + " is no variable of Hone"
                    + Spelling.nearest(name, known)
                        .map(near -> " (did you mean " + near + "?)")
                        .orElse(""))
        .toList();
  }

  private static List<String> named(Provider provider) {
    return Stream.of(
            provider.key().variables().stream(),
            provider.extras().headers().values().stream(),
            provider.extras().query().values().stream())
        .flatMap(names -> names)
        .map(name -> name.startsWith("$") ? name.substring(1) : name)
        .toList();
  }
}
