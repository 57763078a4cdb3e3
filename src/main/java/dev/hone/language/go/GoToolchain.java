package dev.hone.language.go;

import dev.hone.language.Toolchain;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds Go and what was prepared for it.
final class GoToolchain {
  private static final int MIN_MINOR = 21;
  private static final Pattern VERSION = Pattern.compile("go(1\\.(\\d{1,4})[\\w.-]*).*");

  private final GoLibrary library;
  private final Once<Installation> installation = new Once<>(GoToolchain::find);
  private final Once<Found> found = new Once<>(this::prepare);

  GoToolchain(Path cacheFolder, Progress progress) {
    this.library = new GoLibrary(cacheFolder, progress);
  }

  /// An installation of Go.
  ///
  /// @param program the `go` program itself
  /// @param root the folder of the installation
  /// @param tools the folder of compiler and linker
  /// @param version such as `1.22.3`
  /// @param minor the number after `1.`
  record Installation(Path program, Path root, Path tools, String version, int minor)
      implements Programs.Versioned {
    @Override
    public boolean isRecent() {
      return minor >= MIN_MINOR;
    }
  }

  private record Found(Toolchain toolchain, Path runner) {}

  Toolchain installed() {
    return describe(installation.get());
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  Optional<String> firstUse() {
    return library.isPrepared(installation.get())
        ? Optional.empty()
        : Optional.of("compiles the standard library (about a minute)");
  }

  /// Returns the program that builds and runs tests.
  Path runner() {
    return found.get().runner();
  }

  private Found prepare() {
    Path folder = library.folder(installation.get());
    return new Found(installed().with(List.of(folder)), folder.resolve(GoLibrary.RUNNER));
  }

  private static Toolchain describe(Installation go) {
    List<Path> readOnly = new ArrayList<>();
    if (!go.root().startsWith("/usr")) {
      readOnly.add(go.root());
    }
    if (!go.tools().startsWith(go.root()) && !go.tools().startsWith("/usr")) {
      readOnly.add(go.tools());
    }
    Map<String, String> environment =
        Map.of(
            "PATH", Programs.pathWith(go.program()),
            "GOTOOLCHAIN", "local",
            "GOPROXY", "off",
            "GOENV", "off",
            "CGO_ENABLED", "0");
    return new Toolchain(go.program(), go.version(), readOnly, environment);
  }

  private static Installation find() {
    // The archive of the Go project is unpacked here, and not every shell has it on the PATH.
    Stream<Path> usual = Stream.of(Path.of("/usr/local/go/bin/go")).filter(Files::isExecutable);
    return Programs.firstRecent(
        Stream.concat(Programs.onPath("go").stream(), usual).toList(),
        GoToolchain::ask,
        seen ->
            "go 1.21 or later is not on the PATH"
                + seen
                + "; install it (Debian 13: apt install golang-go, Fedora: dnf install golang,"
                + " macOS: brew install go, elsewhere: the Go project's archive in /usr/local/go)"
                + " or pass --language with another one");
  }

  /// A shim of a version manager answers with the installation behind it.
  private static Optional<Installation> ask(Path program) {
    List<String> command = new ArrayList<>(GoLibrary.ENVIRONMENT);
    command.addAll(
        List.of("GO111MODULE=off", program.toString(), "env", "GOROOT", "GOTOOLDIR", "GOVERSION"));
    List<String> answer = Programs.ask(command);
    if (answer.size() != 3) {
      return Optional.empty();
    }
    Matcher version = VERSION.matcher(answer.get(2).replaceFirst("^devel ", ""));
    if (!version.matches()) {
      return Optional.empty();
    }
    Path root = Path.of(answer.get(0));
    Path own = root.resolve("bin").resolve("go");
    return Optional.of(
        new Installation(
            Files.isExecutable(own) ? own : program,
            root,
            Path.of(answer.get(1)),
            version.group(1),
            Integer.parseInt(version.group(2))));
  }
}
