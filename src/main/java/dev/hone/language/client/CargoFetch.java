package dev.hone.language.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Crates by `cargo add` and `cargo fetch`, as archives of their sources, with a manifest and a
/// lock file. Nothing of a crate runs.
final class CargoFetch {
  static final String MANIFEST = "Cargo.toml";
  static final String LOCK = "Cargo.lock";
  private static final String HEAD =
      """
      [package]
      name = "hone_packages"
      version = "0.0.0"
      edition = "2021"

      [dependencies]
      """;
  private static final Pattern UNKNOWN =
      Pattern.compile("the crate `([\\w-]+)(?:@\\S*)?` could not be found in registry index");
  private static final Pattern VERSION =
      Pattern.compile("failed to select a version for the requirement `([\\w-]+) [^`]*`");
  private static final Pattern CANDIDATES =
      Pattern.compile("candidate versions found which didn't match: ([^\\n]+)");

  /// What a crate offers as a whole, and what code that names it alone means to have.
  private static final Pattern WHOLE = Pattern.compile("(?m)^\\s+- (derive|full)$");

  private static final List<String> WHOLES = List.of("derive", "full");

  /// What cargo says instead of their names where there are many.
  private static final Pattern MANY = Pattern.compile("(?m)^\\s+\\d+ deactivated features?$");

  /// The table of a manifest that names the library, which is often the crate's own name.
  private static final Pattern LIBRARY =
      Pattern.compile("(?m)^\\[lib]\\n(?:[^\\[\\n].*\\n|\\n)*?name = \"(\\w+)\"");

  private final String cargo;
  private final String target;
  private final List<String> wanted;
  private final Map<String, String> environment = new HashMap<>();

  /// @param words the `cargo` program, the machine as the compiler calls it, and `NAME` or
  ///   `NAME@VERSION` for each
  CargoFetch(List<String> words) {
    this.cargo = words.get(0);
    this.target = words.get(1);
    this.wanted = words.subList(2, words.size());
  }

  Found found(int proxy) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("cargo-");
    Path folder = project(Files.createTempDirectory("crates-"));
    environment.put("CARGO_HTTP_PROXY", "http://127.0.0.1:" + proxy);
    environment.put("CARGO_HOME", home.toString());
    environment.put("CARGO_TERM_COLOR", "never");
    environment.put("CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS", "fallback");
    String config = System.getenv().getOrDefault("HONE_CARGO_CONFIG", "");
    Files.writeString(home.resolve("config.toml"), config);
    List<String> manifest = new ArrayList<>();
    for (String one : wanted) {
      String name = one.split("@", -1)[0];
      // Alone, as the versions of others may not go with the newest of this one.
      Files.deleteIfExists(project(folder).resolve(LOCK));
      Ran added = cargo(folder, List.of("add", name));
      if (!added.isGood()) {
        return Found.nothing(unknown(added.errors()), added.errors());
      }
      // What a version offers may differ from what the newest one does.
      String exact = one.replace("@", "@=");
      String offered =
          exact.equals(one) ? added.errors() : cargo(folder, List.of("add", exact)).errors();
      manifest.add(line(one, features(folder, exact, offered)));
    }
    Files.writeString(folder.resolve(MANIFEST), HEAD + String.join("\n", manifest) + "\n");
    Files.deleteIfExists(folder.resolve(LOCK));
    Ran fetched = cargo(folder, List.of("fetch", "--target", target));
    return fetched.isGood()
        ? Found.whole(resolved(home, folder), files(home, folder))
        : Found.nothing(version(fetched.errors()), fetched.errors());
  }

  /// Makes a project without code, which cargo wants to be there.
  static Path project(Path folder) throws IOException {
    Files.writeString(folder.resolve(MANIFEST), HEAD);
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/lib.rs"), "");
    return folder;
  }

  private List<String> features(Path folder, String one, String offered)
      throws IOException, InterruptedException {
    if (!MANY.matcher(offered).find()) {
      return WHOLE.matcher(offered).results().map(hit -> hit.group(1)).toList();
    }
    List<String> features = new ArrayList<>();
    for (String feature : WHOLES) {
      if (cargo(folder, List.of("add", one, "--features", feature)).isGood()) {
        features.add(feature);
      }
    }
    return features;
  }

  /// Returns the names of the packages that a manifest of Hone's own lists.
  static List<String> dependencies(String manifest) {
    return manifest
        .substring(HEAD.length())
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static String line(String one, List<String> features) {
    String version = one.contains("@") ? "=" + one.substring(one.indexOf('@') + 1) : "*";
    String quoted = features.isEmpty() ? "" : '"' + String.join("\", \"", features) + '"';
    return "%s = { version = \"%s\", features = [%s] }"
        .formatted(one.split("@", -1)[0], version, quoted);
  }

  private static List<String> unknown(String errors) {
    Matcher matcher = UNKNOWN.matcher(errors);
    return matcher.find() ? List.of("unknown " + matcher.group(1)) : List.of();
  }

  private static List<String> version(String errors) {
    Matcher matcher = VERSION.matcher(errors);
    if (!matcher.find()) {
      return List.of();
    }
    Matcher candidates = CANDIDATES.matcher(errors);
    // The newest stand first here, and last in the line for Hone.
    List<String> versions = new ArrayList<>();
    if (candidates.find()) {
      Stream.of(candidates.group(1).split("[ ,]+", -1))
          .filter(word -> word.matches("\\d.*"))
          .forEach(versions::addFirst);
    }
    return List.of(("version " + matcher.group(1) + " " + String.join(" ", versions)).strip());
  }

  private List<String> resolved(Path home, Path folder) throws IOException {
    String lock = Files.readString(folder.resolve(LOCK));
    List<String> lines = new ArrayList<>();
    for (String one : wanted) {
      String name = one.split("@", -1)[0];
      String wish =
          one.contains("@") ? Pattern.quote(one.substring(one.indexOf('@') + 1)) : "[^\"]+";
      Matcher version =
          Pattern.compile("name = \"%s\"\\nversion = \"(%s[^\"]*)\"".formatted(name, wish))
              .matcher(lock);
      String last = "";
      while (version.find()) {
        last = version.group(1);
      }
      lines.add("resolved %s %s %s".formatted(name, last, library(home, name, last)));
    }
    return lines;
  }

  /// Returns the name of a crate's library, as its manifest has it.
  static String library(Path home, String name, String version) throws IOException {
    Path sources = home.resolve("registry/src");
    if (Files.isDirectory(sources)) {
      try (Stream<Path> registries = Files.list(sources)) {
        for (Path registry : registries.toList()) {
          Path manifest = registry.resolve(name + "-" + version).resolve(MANIFEST);
          Matcher library =
              LIBRARY.matcher(Files.exists(manifest) ? Files.readString(manifest) : "");
          if (library.find()) {
            return library.group(1);
          }
        }
      }
    }
    return name.replace('-', '_');
  }

  /// Takes the archives and what the index says of them; what cargo unpacked is unpacked again.
  static Map<String, Path> files(Path home, Path folder) throws IOException {
    Map<String, Path> files = new HashMap<>();
    files.put(MANIFEST, folder.resolve(MANIFEST));
    files.put(LOCK, folder.resolve(LOCK));
    files.put("home/config.toml", home.resolve("config.toml"));
    Path registry = home.resolve("registry");
    if (!Files.isDirectory(registry)) {
      // Crates that stand in a folder of this machine are read from there.
      return files;
    }
    try (Stream<Path> all = Files.walk(registry)) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(registry.resolve("src")))
          .forEach(file -> files.put("home/" + home.relativize(file), file));
    }
    return files;
  }

  private Ran cargo(Path folder, List<String> words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(cargo));
    command.addAll(words);
    return Ran.in(folder, environment, command);
  }
}
