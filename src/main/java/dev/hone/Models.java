package dev.hone;

import dev.hone.config.Folders;
import dev.hone.model.LanguageModel;
import dev.hone.model.embedded.EmbeddedModel;
import dev.hone.model.embedded.EmbeddedOptions;
import dev.hone.model.embedded.store.Access;
import dev.hone.model.embedded.store.EngineStore;
import dev.hone.model.embedded.store.ModelStore;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models that can be asked for by name, of which at most one is loaded.
final class Models implements AutoCloseable {
  private static final String DEFAULT = "default";

  private final Progress progress;
  private final EngineStore engine;
  private final ModelStore store;
  private final EmbeddedOptions options;
  private String opened = "";
  private @Nullable LanguageModel model;

  Models(Map<String, String> environment, Folders folders, Progress progress) {
    Access access = Access.of(environment);
    this.progress = progress;
    this.engine = new EngineStore(folders.cache(), progress, access);
    this.store = new ModelStore(folders.cache(), progress, access);
    boolean verbose = "1".equals(environment.get("HONE_ENGINE_LOG"));
    this.options = new EmbeddedOptions(0, 0, verbose);
  }

  /// {@return the model of this name, fetched and loaded where it is not yet}
  ///
  /// @param name `small`, `default`, a GGUF file, or empty for the default
  LanguageModel open(String name) {
    String wanted = name.isEmpty() ? DEFAULT : name;
    if (model != null && opened.equals(wanted)) {
      return model;
    }
    close();
    Path file = store.path(wanted);
    Path libraries = engine.folder();
    progress.report(new Event.Stage("model: loading " + file.getFileName()));
    model = EmbeddedModel.open(libraries, file, options);
    opened = wanted;
    return model;
  }

  /// {@return the engine's folder, or empty where it is not fetched yet}
  Optional<Path> engine() {
    return engine.present();
  }

  /// {@return the engine's version, fetched or not}
  String engineVersion() {
    return engine.version();
  }

  /// {@return the file of the default model, or empty where it is not fetched yet}
  Optional<Path> defaultModel() {
    return store.present(DEFAULT);
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
      opened = "";
    }
  }
}
