package dev.hone;

import dev.hone.config.Folders;
import dev.hone.config.ModelSettings;
import dev.hone.failure.UsageException;
import dev.hone.model.LanguageModel;
import dev.hone.model.embedded.EmbeddedModel;
import dev.hone.model.embedded.EmbeddedOptions;
import dev.hone.model.embedded.store.Access;
import dev.hone.model.embedded.store.EngineStore;
import dev.hone.model.embedded.store.ModelStore;
import dev.hone.model.remote.Providers;
import dev.hone.model.remote.RemoteModels;
import dev.hone.model.remote.RemoteName;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models that can be asked for by name, of which at most one is open.
final class Models implements AutoCloseable {
  private static final String DEFAULT = "default";

  private final Map<String, String> environment;
  private final Folders folders;
  private final Access access;
  private final Progress progress;
  private final EngineStore engine;
  private final ModelStore store;
  private final EmbeddedOptions options;
  private String opened = "";
  private @Nullable LanguageModel model;

  Models(Map<String, String> environment, Folders folders, Progress progress) {
    this.environment = Map.copyOf(environment);
    this.folders = folders;
    this.access = Access.of(environment);
    this.progress = progress;
    this.engine = new EngineStore(folders.cache(), progress, access);
    this.store = new ModelStore(folders.cache(), progress, access);
    boolean verbose = "1".equals(environment.get("HONE_ENGINE_LOG"));
    this.options = new EmbeddedOptions(0, 0, verbose);
  }

  /// {@return the model of this name, fetched and loaded where it is not yet}
  ///
  /// @param name `small`, `default`, a GGUF file, `PROVIDER:MODEL`, `URL#MODEL`, or empty for the
  ///   default
  LanguageModel open(String name) {
    String wanted = name.isEmpty() ? DEFAULT : name;
    if (model != null && opened.equals(wanted)) {
      return model;
    }
    close();
    Optional<RemoteName> remote = remote(wanted);
    LanguageModel wantedModel = remote.isPresent() ? remote(remote.get()) : embedded(wanted);
    model = wantedModel;
    opened = wanted;
    return wantedModel;
  }

  private Optional<RemoteName> remote(String wanted) {
    if (!wanted.contains(":") || store.present(wanted).isPresent()) {
      return Optional.empty();
    }
    Providers providers = ModelSettings.read(folders.configFile()).providers();
    Optional<RemoteName> found = providers.find(wanted);
    if (found.isEmpty()) {
      throw new UsageException(
          "no provider of models is called '%s'; use one of %s, an address as http://HOST/v1#NAME, or set [providers.NAME] in %s"
              .formatted(
                  wanted.substring(0, wanted.indexOf(':')),
                  String.join(", ", providers.names()),
                  folders.configFile()));
    }
    return found;
  }

  private LanguageModel remote(RemoteName name) {
    return new RemoteModels(environment, access.offline(), progress).open(name);
  }

  private LanguageModel embedded(String wanted) {
    Path file = store.path(wanted);
    Path libraries = engine.folder();
    progress.report(new Event.Stage("model: loading " + file.getFileName()));
    return EmbeddedModel.open(libraries, file, options);
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
