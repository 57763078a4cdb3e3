package dev.hone.language.rust;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the Rust compiler and lays out the script that runs it.
final class RustToolchain {
  /// Earlier compilers print a panic's message before its place.
  private static final int MIN_MINOR = 73;

  private static final String INSTALL =
      "; install it (Debian 13: apt install rustc, Fedora: dnf install rust, macOS: brew install"
          + " rust, elsewhere: rustup) or pass --language with another one";

  private final Scripts scripts;
  private final RustObserver observer;
  private final Once<Toolchain> installed = new Once<>(RustToolchain::look);
  private final Once<Toolchain> ready = new Once<>(this::prepare);

  RustToolchain(Path cacheFolder) {
    this.scripts = new Scripts(cacheFolder, "rust", List.of("runner.sh"));
    this.observer = new RustObserver(cacheFolder);
  }

  private record Compiler(Path program, Path sysroot, String version)
      implements Programs.Versioned {
    @Override
    public boolean isRecent() {
      String[] numbers = version.split("\\.", -1);
      return !numbers[0].equals("1") || Integer.parseInt(numbers[1]) >= MIN_MINOR;
    }
  }

  Toolchain installed() {
    return installed.get();
  }

  Toolchain toolchain() {
    return ready.get();
  }

  Path runner() {
    return scripts.folder().resolve("runner.sh");
  }

  private Toolchain prepare() {
    Toolchain plain = installed();
    scripts.write();
    return observer.shownTo(plain.with(List.of(scripts.folder())));
  }

  private static Toolchain look() {
    Compiler compiler = compiler();
    requireLinker();
    List<Path> readOnly =
        compiler.sysroot().startsWith("/usr") ? List.of() : List.of(compiler.sysroot());
    Map<String, String> environment =
        Map.of("PATH", Programs.pathWith(compiler.program()), "RUST_BACKTRACE", "0");
    return new Toolchain(compiler.program(), compiler.version(), readOnly, environment);
  }

  private static Compiler compiler() {
    return Programs.firstRecent(
        Stream.concat(Programs.onPath("rustc").stream(), rustup()).toList(),
        RustToolchain::ask,
        seen -> "rustc 1.%d or later is not on the PATH".formatted(MIN_MINOR) + seen + INSTALL);
  }

  /// The shim of rustup answers for the compiler behind it, which stands in its own folder.
  private static Optional<Compiler> ask(Path program) {
    List<String> root = Programs.ask(List.of(program.toString(), "--print", "sysroot"));
    List<String> version = Programs.ask(List.of(program.toString(), "--version"));
    if (root.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    Path sysroot = Path.of(root.getFirst());
    Path real = sysroot.resolve("bin").resolve("rustc");
    return version
        .getFirst()
        .transform(text -> Optional.of(text.split(" ", -1)))
        .filter(words -> words.length > 1 && words[1].matches("\\d+\\.\\d{1,6}\\..*"))
        .map(words -> new Compiler(Files.isExecutable(real) ? real : program, sysroot, words[1]));
  }

  /// Where rustup puts its programs; it adds them to the PATH of login shells only.
  private static Stream<Path> rustup() {
    String home = System.getenv().getOrDefault("HOME", "/");
    String folder = System.getenv().getOrDefault("CARGO_HOME", home + "/.cargo");
    return Stream.of(Path.of(folder, "bin", "rustc")).filter(Files::isExecutable);
  }

  private static void requireLinker() {
    if (Programs.onPath("cc").isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "cc, by which rustc links programs, is not on the PATH; install it (Debian: apt install"
              + " gcc libc6-dev, Fedora: dnf install gcc, macOS: xcode-select --install) or pass"
              + " --language with another one");
    }
  }
}
