package dev.hone.language.python;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the interpreter and lays out what it needs to run tests.
final class PythonToolchain {
  /// Set to 1 in the environment of the gate where types are to be checked.
  static final String TYPES = "HONE_MYPY";

  private static final int MIN_MINOR = 9;

  /// Asked of each candidate: a shim of a version manager and a virtual environment both answer
  /// with the interpreter behind them.
  private static final String QUESTION =
      """
      import sys, os
      print(os.path.realpath(getattr(sys, '_base_executable', None) or sys.executable))
      print('%d.%d.%d' % sys.version_info[:3])
      print(os.path.realpath(sys.base_prefix))
      """;

  private final Scripts scripts;
  private final Pytest pytest;
  private final boolean types;
  private final Once<Toolchain> installed = new Once<>(this::look);
  private final Once<Found> found = new Once<>(this::prepare);

  /// Makes the toolchain; nothing is looked for yet.
  ///
  /// @param types whether mypy checks the types of candidates
  PythonToolchain(Path cacheFolder, Progress progress, boolean types) {
    this.types = types;
    this.scripts =
        new Scripts(
            cacheFolder,
            "python",
            List.of("runner.py", "keeper.py", "observer.py", "gate.py", "typecheck.py"));
    this.pytest = new Pytest(cacheFolder, progress);
  }

  private record Interpreter(Path program, int minor, String version, Path prefix)
      implements Programs.Versioned {
    @Override
    public boolean isRecent() {
      return minor >= MIN_MINOR;
    }
  }

  private record Found(Toolchain toolchain, Path site) {}

  Toolchain installed() {
    return installed.get();
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  Optional<String> firstUse() {
    return pytest.fetching(installed());
  }

  Path site() {
    return found.get().site();
  }

  Path script(String name) {
    return scripts.folder().resolve(name);
  }

  private Found prepare() {
    Toolchain plain = installed();
    scripts.write();
    Path site = pytest.folder(plain);
    return new Found(plain.with(List.of(scripts.folder(), site)), site);
  }

  private Toolchain look() {
    Interpreter interpreter = interpreter();
    List<Path> readOnly =
        interpreter.prefix().startsWith("/usr") ? List.of() : List.of(interpreter.prefix());
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", Programs.pathWith(interpreter.program()));
    environment.put("PYTHONHASHSEED", "0");
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1");
    if (types) {
      requireMypy(interpreter.program());
      environment.put(TYPES, "1");
    }
    Toolchain plain =
        new Toolchain(interpreter.program(), interpreter.version(), readOnly, environment);
    pytest.requireSource(plain);
    return plain;
  }

  private static void requireMypy(Path interpreter) {
    if (Programs.ask(List.of(interpreter.toString(), "-m", "mypy", "--version")).isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s=1 asks for mypy, and %s has none; run %s -m pip install mypy, or unset %s"
              .formatted(TYPES, interpreter, interpreter, TYPES));
    }
  }

  private static Interpreter interpreter() {
    return Programs.firstRecent(
        Programs.onPath("python3", "python"),
        PythonToolchain::ask,
        seen ->
            "python3 3.9 or later is not on the PATH"
                + seen
                + "; install it (Debian: apt install python3 python3-pip, Fedora: dnf install"
                + " python3 python3-pip, macOS: brew install python) or pass --language with"
                + " another one");
  }

  private static Optional<Interpreter> ask(Path program) {
    List<String> answer = Programs.ask(List.of(program.toString(), "-I", "-c", QUESTION));
    if (answer.size() != 3 || !answer.get(1).startsWith("3.")) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(answer.get(1).split("\\.", -1)[1]);
    Path prefix = Path.of(answer.get(2));
    return Optional.of(new Interpreter(Path.of(answer.get(0)), minor, answer.get(1), prefix));
  }
}
