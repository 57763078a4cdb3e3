package dev.hone.language.java;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.BoxClient;
import dev.hone.language.runner.Certificates;
import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Jars by Maven, from the repositories and mirrors of its own settings.
final class JavaLibraries implements PackageClient {
  private static final String CLIENT = "mvn";
  private static final Pattern NAME = Pattern.compile("[\\w.-]+:[\\w.-]+");
  private static final Pattern STORE =
      Pattern.compile("-Djavax\\.net\\.ssl\\.trustStore(?:Type)?=\\S+");

  private final JavaToolchain toolchain;
  private final Path cacheFolder;
  private final Function<InstalledPackages, Language> with;

  JavaLibraries(
      JavaToolchain toolchain, Path cacheFolder, Function<InstalledPackages, Language> with) {
    this.toolchain = toolchain;
    this.cacheFolder = cacheFolder;
    this.with = with;
  }

  /// Returns the jars of a folder of packages, in a fixed order.
  static List<Path> jars(InstalledPackages packages) {
    try (Stream<Path> jars = Files.list(packages.folder().resolve("jars"))) {
      return jars.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PackageFetch fetch(List<PackageName> packages) {
    packages.forEach(JavaLibraries::check);
    Path mvn = mvn();
    Path home = mvn.resolveSibling("..").normalize();
    Toolchain found = toolchain.installed();
    MavenSettings settings = MavenSettings.ofUser(home);
    List<String> words = new ArrayList<>(List.of(mvn.toString()));
    packages.forEach(
        one -> words.add(one.version().isEmpty() ? one.name() : one.name() + ":" + one.version()));
    List<Path> readOnly = new ArrayList<>(found.readOnly());
    readOnly.addAll(shown(home));
    readOnly.addAll(settings.folders());
    Map<String, String> environment = new HashMap<>(found.environment());
    Path java = found.program().resolveSibling("..").normalize();
    environment.put("JAVA_HOME", java.toString());
    environment.put("MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1" + trust(readOnly));
    Certificates.resolved(java.resolve("lib/security/cacerts")).ifPresent(readOnly::add);
    BoxClient box = new BoxClient(cacheFolder);
    readOnly.addAll(box.readOnly());
    readOnly.removeIf(path -> path.startsWith("/usr"));
    return new PackageFetch(
        CLIENT,
        box.command(CLIENT, words),
        environment,
        readOnly.stream().distinct().toList(),
        settings.hosts(),
        List.of(),
        settings.user() + "\0" + settings.global());
  }

  @Override
  public String edition() {
    return BoxClient.edition();
  }

  @Override
  public Language with(InstalledPackages installed) {
    return with.apply(installed);
  }

  static void check(PackageName one) {
    boolean exact = !one.version().matches("LATEST|RELEASE");
    if (!NAME.matcher(one.name()).matches() || !exact) {
      throw new UsageException(
          "'%s' is no group and artifact with at most an exact version; pass libraries as Maven's"
                  .formatted(one.written())
              + " coordinates, such as --with"
              + " com.google.guava:guava==33.0.0-jre");
    }
  }

  private static Path mvn() {
    return Programs.onPath("mvn").stream()
        .flatMap(file -> Certificates.resolved(file).stream())
        .filter(JavaLibraries::isMaven)
        .findFirst()
        .orElseThrow(
            () ->
                new ToolchainException(
                    ErrorType.EXTERNAL,
                    "mvn is not on the PATH, and Maven fetches Java libraries; install it (Debian:"
                        + " apt install maven, Fedora: dnf install maven, macOS: brew install"
                        + " maven) or leave --with out"));
  }

  /// Tells whether a program is Maven's own: a script of the user's may have that name too.
  static boolean isMaven(Path mvn) {
    return Files.isDirectory(mvn.resolveSibling("../lib"))
        && Files.isDirectory(mvn.resolveSibling("../boot"));
  }

  /// Returns what Maven needs of its folder. The installation's settings are no part of that: they
  /// may hold passwords. Distributions put links to other folders into Maven's.
  static List<Path> shown(Path home) {
    List<Path> shown = new ArrayList<>();
    for (String name : List.of("bin", "boot", "lib", "conf/logging")) {
      shown.add(home.resolve(name));
      Certificates.resolved(home.resolve(name)).ifPresent(shown::add);
    }
    Certificates.resolved(home.resolve("bin/m2.conf")).ifPresent(shown::add);
    return shown;
  }

  private static String trust(List<Path> readOnly) {
    Matcher store = STORE.matcher(System.getenv().getOrDefault("MAVEN_OPTS", ""));
    StringBuilder options = new StringBuilder();
    while (store.find()) {
      options.append(' ').append(store.group());
      Path file = Path.of(store.group().substring(store.group().indexOf('=') + 1));
      if (file.isAbsolute() && Files.exists(file)) {
        readOnly.add(file);
      }
    }
    return options.toString();
  }
}
