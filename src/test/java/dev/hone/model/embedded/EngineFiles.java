package dev.hone.model.embedded;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the real engine and the small model for tests: by the system properties `hone.test.engine`
/// (a folder) and `hone.test.model` (a file), else in Hone's cache. A test that finds none is
/// skipped and says so.
final class EngineFiles {
  private static final String SMALL = "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf";

  private EngineFiles() {}

  static Path engineFolder() {
    String given = System.getProperty("hone.test.engine", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    return found(cache().resolve("engine"), "libllama.")
        .map(EngineFiles::folderOf)
        .orElseGet(() -> abort("no engine in Hone's cache, and hone.test.engine is not set"));
  }

  static Path smallModel() {
    String given = System.getProperty("hone.test.model", "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    return found(cache().resolve("models"), SMALL)
        .orElseGet(() -> abort("no " + SMALL + " in Hone's cache, and hone.test.model is not set"));
  }

  private static Path cache() {
    Map<String, String> environment = System.getenv();
    if (environment.containsKey("HONE_HOME")) {
      return Path.of(environment.getOrDefault("HONE_HOME", "")).resolve("cache");
    }
    String home = System.getProperty("user.home");
    return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache")).resolve("hone");
  }

  private static Optional<Path> found(Path folder, String start) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder, 4)) {
      List<Path> matching =
          files.filter(f -> f.getFileName().toString().startsWith(start)).sorted().toList();
      return matching.stream().findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().resolve("..").normalize();
  }
}
