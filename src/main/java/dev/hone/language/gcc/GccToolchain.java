package dev.hone.language.gcc;

import dev.hone.language.Invocation;
import dev.hone.language.Toolchain;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds a compiler and has the runner built for it, once on each machine.
final class GccToolchain {
  private final Dialect dialect;
  private final Path cacheFolder;
  private final Progress progress;
  private final Once<Compiler> compiler;
  private final Once<Found> found = new Once<>(this::prepare);

  GccToolchain(Dialect dialect, Path cacheFolder, Progress progress) {
    this.dialect = dialect;
    this.compiler = new Once<>(() -> Compiler.find(dialect));
    this.cacheFolder = cacheFolder;
    this.progress = progress;
  }

  private record Found(Toolchain toolchain, Path runner) {}

  Toolchain installed() {
    return describe(compiler.get());
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  /// A command of the runner: `tests` or `check`, and the files it is about.
  Invocation invocation(String mode, List<String> paths, String input) {
    Path folder = found.get().runner();
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("runner").toString());
    command.add(mode);
    command.add(folder.resolve("settings").toString());
    command.addAll(paths);
    return new Invocation(command, input);
  }

  private Found prepare() {
    FrameworkPlaces places = FrameworkPlaces.find();
    Path runner = runner(compiler.get(), places);
    List<Path> shown = new ArrayList<>(places.outside());
    shown.add(runner);
    return new Found(installed().with(shown), runner);
  }

  private static Toolchain describe(Compiler compiler) {
    Map<String, String> environment =
        Map.of(
            "PATH", Programs.pathWith(compiler.program()),
            "LANG", "C.UTF-8",
            "UBSAN_OPTIONS", "print_stacktrace=0");
    List<Path> readOnly = Programs.installation(compiler.program());
    return new Toolchain(compiler.program(), compiler.version(), readOnly, environment);
  }

  private Path runner(Compiler compiler, FrameworkPlaces places) {
    PreparedFolder folder = place(compiler, places);
    String what = "the test runner of " + (dialect.isCpp() ? "C++" : "C");
    return folder.made(
        what,
        (part, _) -> {
          progress.report(new Event.Stage("preparing %s (%s), once".formatted(what, time())));
          new BuiltRunner(dialect, compiler, places).build(part, folder.path());
        });
  }

  Optional<String> firstUse() {
    String headers = dialect.isCpp() ? " and precompiles headers" : "";
    return place(compiler.get(), FrameworkPlaces.find()).isMade()
        ? Optional.empty()
        : Optional.of("builds the test runner%s (%s)".formatted(headers, time()));
  }

  private String time() {
    return dialect.isCpp() ? "about 15 s" : "about 2 s";
  }

  private PreparedFolder place(Compiler compiler, FrameworkPlaces places) {
    return new PreparedFolder(cacheFolder, dialect.folder() + "-" + hash(compiler, places));
  }

  /// Everything that the built files depend on.
  private String hash(Compiler compiler, FrameworkPlaces places) {
    Stream<byte[]> shared =
        Stream.of(BuiltRunner.RUNNER, BuiltRunner.RUNNER_HEADERS, BuiltRunner.SHARED)
            .flatMap(List::stream)
            .map(name -> Scripts.resource("gcc", name));
    Stream<byte[]> own =
        dialect.headers().stream().map(name -> Scripts.resource(dialect.folder(), name));
    return ContentHash.of(
        Stream.of(ContentHash.texts(compiler + " " + dialect + " " + places), shared, own)
            .flatMap(Function.identity()));
  }
}
