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
      Ran added = cargo(folder, List.of("add", name));
      if (!added.isGood()) {
        return Found.nothing(unknown(added.errors()), added.errors());
      }
      manifest.add(line(one, added.errors()));
    }
    Files.writeString(folder.resolve(MANIFEST), HEAD + String.join("\n", manifest) + "\n");
    Files.deleteIfExists(folder.resolve(LOCK));
    Ran fetched = cargo(folder, List.of("fetch", "--target", target));
    return fetched.isGood()
        ? Found.whole(resolved(folder), files(home, folder))
        : Found.nothing(version(fetched.errors()), fetched.errors());
  }

  /// Makes a project without code, which cargo wants to be there.
  static Path project(Path folder) throws IOException {
    Files.writeString(folder.resolve(MANIFEST), HEAD);
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/lib.rs"), "");
    return folder;
  }

  private static String line(String one, String offered) {
    List<String> features = WHOLE.matcher(offered).results().map(hit -> hit.group(1)).toList();
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

  private List<String> resolved(Path folder) throws IOException {
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
      lines.add("resolved %s %s %s".formatted(name, last, name.replace('-', '_')));
    }
    return lines;
  }

  /// Takes the archives and what the index says of them; what cargo unpacked is unpacked again.
  private static Map<String, Path> files(Path home, Path folder) throws IOException {
    Map<String, Path> files = new HashMap<>();
    files.put(MANIFEST, folder.resolve(MANIFEST));
    files.put(LOCK, folder.resolve(LOCK));
    files.put("home/config.toml", home.resolve("config.toml"));
    try (Stream<Path> all = Files.walk(home.resolve("registry"))) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(home.resolve("registry/src")))
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
