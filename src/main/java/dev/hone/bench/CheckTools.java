package dev.hone.bench;

import dev.hone.failure.ErrorType;
import dev.hone.language.LanguageId;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.typescript.TypeScriptPackages;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the programs that checks need, as they stand on the PATH of this machine. It asks no
/// language of Hone: a check must not change with what Hone can do. Only the TypeScript compiler is
/// the one that Hone fetches, pinned by version and hash.
final class CheckTools {
  private static final String SYSTEM_PATH = "/usr/local/bin:/usr/bin:/bin";

  private final TypeScriptPackages typeScript;
  private final GoPackages goPackages;

  private final Set<Path> folders = new LinkedHashSet<>();
  private final Set<Path> readOnly = new LinkedHashSet<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private String goCache = "-";

  CheckTools(TypeScriptPackages typeScript, GoPackages goPackages) {
    this.typeScript = typeScript;
    this.goPackages = goPackages;
  }

  /// What checks run with.
  ///
  /// @param environment their variables
  /// @param readOnly what they may read beyond the system's own
  /// @param goCache the folder of compiled Go packages, or `-` where no check needs it
  record Found(Map<String, String> environment, List<Path> readOnly, String goCache) {
    Found {
      environment = Map.copyOf(environment);
      readOnly = List.copyOf(readOnly);
    }
  }

  /// {@return what the checks of these problems run with}
  ///
  /// @throws ToolchainException if a program is missing
  Found find(Collection<Problem> problems) {
    problems.stream().map(Problem::language).distinct().sorted().forEach(this::language);
    problems.stream()
        .flatMap(problem -> Arrays.stream(problem.hidden().run().split("[^\\w.+-]+", -1)))
        .distinct()
        .filter(word -> word.matches("[A-Za-z][\\w.+-]*"))
        .forEach(word -> Programs.onPath(word).stream().limit(1).forEach(this::showAlone));
    environment.put(
        "PATH",
        Stream.concat(folders.stream().map(Path::toString), Stream.of(SYSTEM_PATH))
            .collect(Collectors.joining(File.pathSeparator)));
    environment.put("NO_COLOR", "1");
    List<Path> all = new ArrayList<>(readOnly);
    if (!goCache.equals("-")) {
      all.add(Path.of(goCache));
    }
    return new Found(environment, all, goCache);
  }

  private void language(LanguageId language) {
    switch (language) {
      case PYTHON -> python();
      case JAVASCRIPT -> show(node(language));
      case TYPESCRIPT -> {
        Path node = node(language);
        show(node);
        Path compiler = typeScript.folder(node).resolve("typescript");
        show(compiler.resolve("bin"), compiler);
      }
      case JAVA -> java();
      case GO -> go();
      case RUST -> rust();
      case C -> show(program(language, "gcc", "cc", "clang"));
      case CPP -> show(program(language, "g++", "c++", "clang++"));
    }
  }

  private void python() {
    Path program = program(LanguageId.PYTHON, "python3");
    // A shim of a version manager and a virtual environment both answer with what is behind them.
    List<String> answer =
        answer(
            program,
            "-I",
            "-c",
            "import os,sys;print(os.path.realpath(sys.executable));print(os.path.realpath(sys.base_prefix))");
    show(Path.of(answer.getFirst()).resolveSibling("."), Path.of(answer.getLast()));
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("PYTHONHASHSEED", "0");
  }

  private Path node(LanguageId language) {
    // Node reads this at every start, and a sandbox may not show the system's file.
    environment.put("OPENSSL_CONF", "/dev/null");
    Path program = program(language, "node");
    return Path.of(answer(program, "-p", "process.execPath").getFirst());
  }

  private void java() {
    show(program(LanguageId.JAVA, "javac"));
    show(program(LanguageId.JAVA, "java"));
    // A JVM takes a quarter of the machine's memory and a thread for each processor otherwise.
    environment.put(
        "JAVA_TOOL_OPTIONS", "-Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto");
  }

  private void go() {
    Path program = program(LanguageId.GO, "go");
    List<String> answer = answer(program, "env", "GOROOT", "GOVERSION");
    Path root = Path.of(answer.getFirst());
    show(root.resolve("bin"), root);
    environment.putAll(
        Map.of(
            "GOTOOLCHAIN", "local",
            "GOPROXY", "off",
            "GOTELEMETRY", "off",
            "GOFLAGS", "-buildvcs=false",
            "CGO_ENABLED", "0"));
    goCache = goPackages.folder(root.resolve("bin").resolve("go"), answer.getLast()).toString();
  }

  private void rust() {
    // Below the proxy of rustup lies a whole toolchain; the proxy itself wants to write to its
    // home.
    Path root = Path.of(answer(program(LanguageId.RUST, "rustc"), "--print", "sysroot").getFirst());
    show(root.resolve("bin"), root);
    environment.put("CARGO_NET_OFFLINE", "true");
  }

  private static Path program(LanguageId language, String... names) {
    return Programs.onPath(names).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ToolchainException(
                    ErrorType.EXTERNAL,
                    "the checks of %s problems need %s, which is not on the PATH; install it, or leave these problems out with --language"
                        .formatted(language.title(), names[0])));
  }

  private static List<String> answer(Path program, String... words) {
    List<String> answer =
        Programs.ask(Stream.concat(Stream.of(program.toString()), Stream.of(words)).toList());
    if (answer.isEmpty() || answer.stream().anyMatch(String::isBlank)) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s does not say where it is installed (asked %s); repair it, or leave its problems out with --language"
              .formatted(program, String.join(" ", words)));
    }
    return answer;
  }

  /// Shows a program of a language with what stands around it.
  private void show(Path program) {
    Path folder = real(program).resolveSibling(".").normalize();
    show(folder, folder.endsWith("bin") ? folder.resolveSibling(".").normalize() : folder);
  }

  private void show(Path programs, Path home) {
    folders.add(programs.normalize());
    readOnly.add(home.normalize());
  }

  /// Shows any other program that a check names with its folder. What has another name behind its
  /// links, such as a version manager's, is of no use alone.
  private void showAlone(Path program) {
    Path real = real(program);
    if (real.endsWith(program.getFileName())
        && !real.resolveSibling(".").normalize().endsWith("shims")) {
      Path folder = real.resolveSibling(".").normalize();
      show(folder, folder);
    }
  }

  private static Path real(Path program) {
    try {
      return program.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
