package dev.hone.language.java;

import dev.hone.language.Toolchain;
import dev.hone.language.runner.JavaFolders;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the JDK and prepares what runs tests with it.
final class JavaToolchain {
  private final RunnerFolder runner;
  private final Once<JavaHome> home = new Once<>(JavaHome::find);
  private final Once<Toolchain> installed = new Once<>(() -> describe(home.get()));
  private final Once<Found> found = new Once<>(this::prepare);

  JavaToolchain(Path cacheFolder, Progress progress) {
    this.runner = new RunnerFolder(cacheFolder, progress);
  }

  private record Found(Toolchain toolchain, Path folder) {}

  Toolchain installed() {
    return installed.get();
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  Optional<String> firstUse() {
    return runner.isMade(home.get())
        ? Optional.empty()
        : Optional.of("prepares the test runner (a few seconds)");
  }

  /// Returns the command that starts the runner, without its arguments.
  List<String> command(List<Path> libraries) {
    return RunnerFolder.command(home.get(), found.get().folder(), libraries);
  }

  private Found prepare() {
    Path folder = runner.folder(home.get());
    return new Found(installed().with(List.of(folder)), folder);
  }

  private static Toolchain describe(JavaHome home) {
    return new Toolchain(
        home.program(),
        home.version(),
        JavaFolders.of(home.folder()),
        Map.of("PATH", Programs.pathWith(home.program())));
  }
}
