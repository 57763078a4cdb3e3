package dev.hone.language.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Jars by Maven, with what they need to run. Maven runs its own plugin and nothing of the jars.
final class MavenFetch {
  /// Stands in the settings for the port of the proxy.
  private static final String PORT = "HONE_PROXY_PORT";

  private static final List<String> FILES = List.of("user.xml", "global.xml");

  private static final String GOAL =
      "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";
  private static final String NEWEST = "RELEASE";
  private static final Pattern MISSING =
      Pattern.compile(
          "(?:Could not find (?:artifact|metadata)|Failed to (?:resolve version for"
              + "|read artifact descriptor for)|could not be resolved:) ([\\w.-]+:[\\w.-]+)[:/]");
  private static final int IMPORTS = 3;

  private final String mvn;
  private final List<String> settings;
  private final List<Artifact> wanted;

  /// @param words the `mvn` program, and `GROUP:ARTIFACT` or `GROUP:ARTIFACT:VERSION` for each
  /// @param settings the user's settings and those of the installation, with a NUL between them,
  ///   which no XML holds
  MavenFetch(List<String> words, byte[] settings) {
    this.mvn = words.getFirst();
    this.settings = List.of(new String(settings, StandardCharsets.UTF_8).split("\0", 2));
    this.wanted = words.stream().skip(1).map(Artifact::of).toList();
  }

  /// What is asked for.
  private record Artifact(String group, String name, String version) {
    static Artifact of(String word) {
      String[] parts = word.split(":", -1);
      return new Artifact(parts[0], parts[1], parts.length > 2 ? parts[2] : NEWEST);
    }

    String key() {
      return group + ":" + name;
    }

    Artifact newest() {
      return new Artifact(group, name, NEWEST);
    }

    String xml() {
      return ("<dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
              + "<version>%s</version></dependency>")
          .formatted(group, name, version);
    }

    /// The plugin puts the group before the name.
    boolean isIn(String file) {
      String start = group + "." + name + "-";
      return file.startsWith(start)
          && file.substring(start.length()).matches("\\d.*|[A-Za-z]+\\d*\\.jar");
    }

    String versionIn(String file) {
      return file.substring((group + "." + name + "-").length()).replaceFirst("\\.jar$", "");
    }
  }

  Found found(int proxy) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("artifacts-");
    for (int i = 0; i < settings.size(); i++) {
      Files.writeString(
          folder.resolve(FILES.get(i)), settings.get(i).replace(PORT, Integer.toString(proxy)));
    }
    Ran ran = copied(folder, wanted);
    if (ran.isGood()) {
      return resolved(folder);
    }
    String said =
        ran.lines().stream()
            .filter(line -> line.matches("\\[ERROR] ?\\S.*"))
            .collect(Collectors.joining("\n"));
    return Found.nothing(fault(folder, ran.output()), said + "\n" + ran.errors());
  }

  private Ran copied(Path folder, List<Artifact> artifacts)
      throws IOException, InterruptedException {
    String all = artifacts.stream().map(Artifact::xml).collect(Collectors.joining());
    String pom =
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>hone</groupId>
          <artifactId>packages</artifactId>
          <version>0</version>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(all);
    Files.writeString(folder.resolve("pom.xml"), pom);
    return Ran.in(
        folder,
        Map.of("HOME", folder.toString()),
        List.of(
            mvn,
            "-B",
            "-ntp",
            "-s",
            folder.resolve(FILES.getFirst()).toString(),
            "-gs",
            folder.resolve(FILES.getLast()).toString(),
            "-Dmaven.repo.local=" + folder.resolve("repository"),
            "-DincludeScope=runtime",
            "-Dmdep.prependGroupId=true",
            "-DoutputDirectory=" + folder.resolve("jars"),
            GOAL));
  }

  /// A name whose newest version is there has no such version.
  private List<String> fault(Path folder, String output) throws IOException, InterruptedException {
    for (String missing : missing(output)) {
      for (Artifact one : wanted) {
        if (one.key().equals(missing)) {
          boolean known =
              !one.version().equals(NEWEST) && copied(folder, List.of(one.newest())).isGood();
          return List.of(
              known ? "version " + one.key() + " " + version(folder, one) : "unknown " + one.key());
        }
      }
    }
    return List.of();
  }

  /// Returns what Maven says is not there. What could not be transferred may well be.
  static List<String> missing(String output) {
    return output.contains("Could not transfer ")
        ? List.of()
        : MISSING.matcher(output).results().map(hit -> hit.group(1)).toList();
  }

  private Found resolved(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    Map<String, Path> files = new HashMap<>();
    for (Path jar : jars(folder)) {
      files.put("jars/" + jar.getFileName(), jar);
    }
    for (Artifact one : wanted) {
      String version = version(folder, one);
      lines.add("resolved " + one.key() + " " + version + imports(folder, one));
    }
    return Found.whole(lines, files);
  }

  private static String version(Path folder, Artifact one) throws IOException {
    return jar(folder, one)
        .map(jar -> one.versionIn(jar.getFileName().toString()))
        .orElse("")
        .strip();
  }

  private static Optional<Path> jar(Path folder, Artifact one) throws IOException {
    return jars(folder).stream().filter(jar -> one.isIn(jar.getFileName().toString())).findFirst();
  }

  private static List<Path> jars(Path folder) throws IOException {
    Path jars = folder.resolve("jars");
    if (!Files.isDirectory(jars)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(jars)) {
      return all.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /// Returns the packages of a jar that hold the most, as those that code imports.
  private static String imports(Path folder, Artifact one) throws IOException {
    Optional<Path> jar = jar(folder, one);
    if (jar.isEmpty()) {
      return "";
    }
    try (JarFile open = new JarFile(jar.get().toFile())) {
      Map<String, Long> classes =
          open.stream()
              .map(JarEntry::getName)
              .filter(name -> name.matches("(?!META-INF)[\\w/]+/[A-Z]\\w*\\.class"))
              .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
              .filter(name -> !name.matches(".*\\b(?:internal|impl)\\b.*"))
              .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
      return classes.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
          .limit(IMPORTS)
          .map(entry -> " " + entry.getKey())
          .collect(Collectors.joining());
    }
  }
}
