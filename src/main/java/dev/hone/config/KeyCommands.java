package dev.hone.config;

import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import dev.hone.model.remote.Provider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The commands that print keys: those of `keyCommand`, and that of the system's keyring for
/// `keyring`. A key that stands in a variable goes before them.
///
/// @param commands by the names of providers
/// @param folder where they run
public record KeyCommands(Map<String, List<String>> commands, Path folder) {
  private static final String COMMAND = "keyCommand";
  private static final String KEYRING = "keyring";
  private static final String ENTRY = "([A-Za-z0-9._@+][A-Za-z0-9._@+-]{0,99})";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// Copies the map.
  public KeyCommands {
    commands = Map.copyOf(commands);
  }

  /// {@return the commands that settings name}
  static KeyCommands of(Settings settings) {
    Map<String, List<String>> commands = new HashMap<>();
    settings
        .tables("providers")
        .forEach(
            (name, table) -> {
              if (isFetched(table)) {
                commands.put(name, command(name, table));
              }
            });
    // never in the folder of a project: a program named by a relative path would be the project's
    return new KeyCommands(commands, Path.of(System.getProperty("user.home", "/")));
  }

  /// {@return whether a table says how the key is fetched}
  static boolean isFetched(Map<String, Setting> table) {
    return table.containsKey(COMMAND) || table.containsKey(KEYRING);
  }

  /// {@return what a key is called that has no variable of its own}
  static String variable(String provider) {
    return "HONE_KEY_OF_" + provider.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static List<String> command(String name, Map<String, Setting> table) {
    Setting command = table.get(COMMAND);
    Setting keyring = table.get(KEYRING);
    if (command != null && keyring != null) {
      throw new UsageException(
          "%s and %s exclude each other; leave one out"
              .formatted(command.place(), keyring.place()));
    }
    if (command != null) {
      List<String> words = command.texts();
      if (words.isEmpty() || words.getFirst().isBlank()) {
        throw new UsageException(
            "%s takes a program and its arguments, such as [\"pass\", \"show\", \"%s\"]"
                .formatted(command.place(), name));
      }
      return words;
    }
    return keyring(table.values().stream().filter(s -> s.path().contains(KEYRING)).toList());
  }

  private static List<String> keyring(List<Setting> one) {
    Setting setting = one.getFirst();
    String entry = setting.filled();
    if (!entry.matches(ENTRY + "(?:/" + ENTRY + ")?")) {
      throw new UsageException(
          "%s takes SERVICE or SERVICE/ACCOUNT as the keyring knows them"
              .formatted(setting.place()));
    }
    String[] parts = entry.split("/", -1);
    boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    List<String> command =
        new ArrayList<>(
            mac
                ? List.of("security", "find-generic-password", "-w", "-s", parts[0])
                : List.of("secret-tool", "lookup", "service", parts[0]));
    if (parts.length > 1) {
      command.addAll(mac ? List.of("-a", parts[1]) : List.of("account", parts[1]));
    }
    return List.copyOf(command);
  }

  /// {@return the names of the providers whose keys are fetched}
  public Set<String> providers() {
    return commands.keySet();
  }

  /// {@return an environment with the key of a provider in it, fetched where it is not there and a
  /// command can fetch it} The command runs without a shell and for at most a minute.
  ///
  /// @param provider whose key
  /// @param environment the variables of the process
  /// @throws ModelException if the command fails
  public Map<String, String> with(Provider provider, Map<String, String> environment) {
    List<String> command = commands.getOrDefault(provider.name(), List.of());
    List<String> variables = provider.key().variables();
    boolean there =
        variables.stream().anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    if (command.isEmpty() || variables.isEmpty() || there) {
      return environment;
    }
    Map<String, String> filled = new HashMap<>(environment);
    filled.put(variables.getFirst(), new KeyCommand(provider.name(), command, LIMIT).key(folder));
    return filled;
  }
}
