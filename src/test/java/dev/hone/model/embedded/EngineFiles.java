package dev.hone.model.embedded;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.hone.config.Folders;
import dev.hone.model.ModelException;
import dev.hone.model.embedded.store.Access;
import dev.hone.model.embedded.store.EngineStore;
import dev.hone.model.embedded.store.ModelStore;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The real engine and the small model for tests: those that the system properties
/// `hone.test.engine` (a folder) and `hone.test.model` (a file) name, else those in Hone's cache,
/// fetched where they are not there yet. Where they cannot be had, a test is skipped and says so.
final class EngineFiles {
  private static final Access ACCESS = Access.of(System.getenv());

  private EngineFiles() {}

  static Path engineFolder() {
    return given(
        "hone.test.engine", () -> new EngineStore(cache(), Progress.silent(), ACCESS).folder());
  }

  static Path smallModel() {
    return given(
        "hone.test.model", () -> new ModelStore(cache(), Progress.silent(), ACCESS).path("small"));
  }

  private static Path given(String property, Supplier<Path> fetched) {
    String given = System.getProperty(property, "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    try {
      return fetched.get();
    } catch (ModelException e) {
      return abort("%s is not set, and: %s".formatted(property, e.getMessage()));
    }
  }

  private static Path cache() {
    return Folders.of(System.getenv(), Path.of(System.getProperty("user.home"))).cache();
  }
}
