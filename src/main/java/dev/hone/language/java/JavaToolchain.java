package dev.hone.language.java;

import dev.hone.language.Toolchain;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the JDK and prepares what runs tests with it.
final class JavaToolchain {
  private final RunnerFolder runner;
  private final Once<JavaHome> home = new Once<>(JavaHome::find);
  private final Once<Toolchain> installed = new Once<>(() -> describe(home.get()));
  private final Once<Found> found = new Once<>(this::prepare);

  JavaToolchain(Path cacheFolder, Progress progress) {
    this.runner = new RunnerFolder(cacheFolder, progress);
  }

  private record Found(Toolchain toolchain, List<String> command) {}

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
  List<String> command() {
    return found.get().command();
  }

  private Found prepare() {
    Path folder = runner.folder(home.get());
    return new Found(installed().with(List.of(folder)), RunnerFolder.command(home.get(), folder));
  }

  private static Toolchain describe(JavaHome home) {
    List<Path> readOnly = new ArrayList<>();
    readOnly.add(home.folder());
    readOnly.addAll(settings(home.folder()));
    readOnly.removeIf(path -> path.startsWith("/usr"));
    return new Toolchain(
        home.program(),
        home.version(),
        readOnly,
        Map.of("PATH", Programs.pathWith(home.program())));
  }

  /// Distributions keep the settings of a JDK elsewhere and put links in its folders.
  private static List<Path> settings(Path home) {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> files = Files.walk(home.resolve("conf"))) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        if (Files.exists(link)) {
          Path target = link.toRealPath();
          Path folder = Files.isDirectory(target) ? target : target.getParent();
          if (folder != null && !folder.startsWith(home)) {
            folders.add(folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folders.stream().distinct().toList();
  }
}
