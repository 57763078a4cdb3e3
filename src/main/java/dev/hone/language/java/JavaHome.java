package dev.hone.language.java;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A JDK of version 17 or later on this machine.
///
/// @param folder its home, links resolved
/// @param major its feature version, such as 25
/// @param version its whole version, such as `25.0.1`
/// @param identity what tells it from every other build, for files that only it can read
record JavaHome(Path folder, int major, String version, String identity) {
  private static final int OLDEST = 17;
  private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"((\\d+)[^\"]*)\"");
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/usr/lib64/jvm",
          "/usr/java",
          "/opt",
          "/opt/java",
          "/usr/local",
          "/Library/Java/JavaVirtualMachines",
          "~/Library/Java/JavaVirtualMachines",
          "~/.sdkman/candidates/java",
          "~/.jdks",
          "~/.gradle/jdks",
          "~/.asdf/installs/java",
          "~/.local/share/mise/installs/java",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/home/linuxbrew/.linuxbrew/opt");

  Path program() {
    return folder.resolve("bin").resolve("java");
  }

  /// Returns the JDK that runs Hone if it is one, since start-up caches want a recent version; else
  /// that of `JAVA_HOME`, then that on the `PATH`, then the newest in the usual folders.
  static JavaHome find() {
    List<Path> named = new ArrayList<>();
    if (ModuleFinder.ofSystem().find("jdk.compiler").isPresent()) {
      named.add(Path.of(System.getProperty("java.home")));
    }
    Optional.ofNullable(System.getenv("JAVA_HOME"))
        .filter(home -> home.startsWith("/"))
        .ifPresent(home -> named.add(Path.of(home)));
    Programs.onPath("javac").stream().flatMap(JavaHome::around).forEach(named::add);
    List<JavaHome> seen = new ArrayList<>();
    for (Path folder : named) {
      Optional<JavaHome> home = at(folder);
      if (home.isPresent() && home.get().major() >= OLDEST) {
        return home.get();
      }
      home.ifPresent(seen::add);
    }
    usual().flatMap(folder -> at(folder).stream()).forEach(seen::add);
    return seen.stream()
        .max(Comparator.comparingInt(JavaHome::major))
        .filter(home -> home.major() >= OLDEST)
        .orElseThrow(() -> missing(seen));
  }

  private static Stream<Path> around(Path javac) {
    try {
      Path bin = javac.toRealPath().getParent();
      return bin == null || bin.getParent() == null ? Stream.empty() : Stream.of(bin.getParent());
    } catch (IOException e) {
      // A link that leads nowhere is no JDK.
      return Stream.empty();
    }
  }

  private static Stream<Path> usual() {
    String home = System.getProperty("user.home", "/");
    return FOLDERS.stream()
        .map(folder -> Path.of(folder.replaceFirst("^~", Matcher.quoteReplacement(home))))
        .flatMap(folder -> children(folder).stream())
        .flatMap(
            child ->
                Stream.of(
                    child,
                    child.resolve("Contents/Home"),
                    child.resolve("libexec/openjdk.jdk/Contents/Home"),
                    child.resolve("libexec")));
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      // A folder that cannot be listed holds no JDK.
      return List.of();
    }
  }

  private static Optional<JavaHome> at(Path folder) {
    try {
      Path home = folder.toRealPath();
      String release = Files.readString(home.resolve("release"));
      Matcher version = VERSION.matcher(release);
      boolean whole =
          Files.isExecutable(home.resolve("bin/java"))
              && Files.isExecutable(home.resolve("bin/javac"));
      return whole && version.find()
          ? Optional.of(
              new JavaHome(
                  home,
                  Integer.parseInt(version.group(2)),
                  version.group(1),
                  home + "\n" + release))
          : Optional.empty();
    } catch (IOException e) {
      // Not the home of a JDK.
      return Optional.empty();
    }
  }

  private static ToolchainException missing(List<JavaHome> seen) {
    String old =
        seen.isEmpty()
            ? ""
            : " (found only %s in %s)"
                .formatted(seen.getFirst().version(), seen.getFirst().folder());
    return new ToolchainException(
        ErrorType.EXTERNAL,
        "a JDK 17 or later, with javac, is neither in JAVA_HOME nor on the PATH nor in the usual"
            + " folders"
            + old
            + "; install it (Debian: apt install openjdk-17-jdk-headless, Fedora: dnf install"
            + " java-latest-openjdk-devel, macOS: brew install openjdk) or pass --language with"
            + " another one");
  }
}
