package dev.hone.language.node;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.RegistryHosts;
import dev.hone.language.runner.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Packages for Node.js by npm, without their scripts. Registries and certificates are those that
/// this machine's npm is set up with; its passwords stay outside.
public final class NodePackages implements PackageClient {
  /// The variable by which gate and runner know the folder `node_modules` of packages.
  public static final String FOLDER = "HONE_PACKAGES";

  private static final String CLIENT = "npm";
  private static final Pattern NAME =
      Pattern.compile("(?:@[a-z0-9][a-z0-9._-]*/)?[a-z0-9][a-z0-9._-]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+].+)?");

  private final NodeToolchain node;
  private final boolean types;
  private final Scripts scripts;
  private final Function<InstalledPackages, Language> with;

  /// Makes a client; nothing is looked for yet.
  ///
  /// @param node finds Node.js
  /// @param cacheFolder where its scripts are kept
  /// @param types whether declarations of TypeScript are fetched for packages without
  /// @param with makes the language whose code may import packages
  public NodePackages(
      NodeToolchain node,
      Path cacheFolder,
      boolean types,
      Function<InstalledPackages, Language> with) {
    this.node = node;
    this.types = types;
    this.scripts = new Scripts(cacheFolder, "node", List.of("fetch.cjs", "npm-settings.cjs"));
    this.with = with;
  }

  /// {@return a toolchain that shows packages too}
  ///
  /// @param plain without them
  /// @param packages at most one folder of them
  public static Toolchain showing(Toolchain plain, List<InstalledPackages> packages) {
    if (packages.isEmpty()) {
      return plain;
    }
    List<Path> readOnly = new ArrayList<>(plain.readOnly());
    Map<String, String> environment = new HashMap<>(plain.environment());
    for (InstalledPackages one : packages) {
      readOnly.add(one.folder());
      environment.put(FOLDER, one.folder().resolve("node_modules").toString());
    }
    return new Toolchain(plain.program(), plain.version(), readOnly, environment);
  }

  /// What npm's settings come to: its options, what it may reach and what it reads.
  private record Settings(List<String> options, Set<String> hosts, List<Path> readOnly) {
    static Settings of(List<String> lines) {
      Settings settings = new Settings(new ArrayList<>(), new TreeSet<>(), new ArrayList<>());
      lines.forEach(line -> settings.add(line.split(" ", 3)));
      return settings;
    }

    private void add(String... setting) {
      switch (setting[0]) {
        case "registry" -> reached("--registry", setting[1]);
        case "scope" -> reached("--" + setting[1] + ":registry", setting[2]);
        case "certificates" -> {
          readOnly.add(Path.of(setting[1]));
          options.addAll(List.of("--cafile", setting[1]));
        }
        default -> throw new IllegalStateException("unknown setting of npm: " + setting[0]);
      }
    }

    private void reached(String option, String address) {
      hosts.add(RegistryHosts.of(CLIENT, address));
      options.addAll(List.of(option, address));
    }
  }

  @Override
  public PackageFetch fetch(List<PackageName> packages) {
    packages.forEach(NodePackages::check);
    Toolchain found = node.toolchain();
    scripts.write();
    Path npm = Npm.script(found.program());
    Settings settings = settings(found.program(), npm);
    List<String> command = new ArrayList<>();
    command.add(found.program().toString());
    command.add(scripts.folder().resolve("fetch.cjs").toString());
    command.addAll(List.of(npm.toString(), types ? "types" : "plain"));
    command.addAll(settings.options());
    command.add("--");
    packages.forEach(
        one ->
            command.add(one.version().isEmpty() ? one.name() : one.name() + "@" + one.version()));
    List<Path> readOnly = new ArrayList<>(found.readOnly());
    readOnly.add(scripts.folder());
    readOnly.add(npm.resolveSibling("..").normalize());
    readOnly.addAll(settings.readOnly());
    return new PackageFetch(CLIENT, command, found.environment(), readOnly, settings.hosts());
  }

  @Override
  public String edition() {
    return String.valueOf(scripts.folder().getFileName());
  }

  @Override
  public Language with(InstalledPackages installed) {
    return with.apply(installed);
  }

  private Settings settings(Path program, Path npm) {
    String script = scripts.folder().resolve("npm-settings.cjs").toString();
    List<String> answer = Programs.ask(List.of(program.toString(), script, npm.toString()));
    if (answer.isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "npm config ls does not work, and npm fetches packages; mend npm's settings (%s)"
              .formatted(npm));
    }
    return Settings.of(answer);
  }

  static void check(PackageName one) {
    // Where npm finds no whole version it takes a tag or a range, which is not always the same one.
    boolean exact = one.version().isEmpty() || VERSION.matcher(one.version()).matches();
    if (!NAME.matcher(one.name()).matches() || !exact) {
      throw new UsageException(
          "'%s' is no name of an npm package with at most a whole version; pass names as the registry"
                  .formatted(one.written())
              + " has them, in lower case, such as --with lodash or lodash==4.17.21");
    }
  }
}
