package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import dev.hone.progress.Progress;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The model files on this machine, in the folder `models` of the cache. A file is fetched once and
/// hashed then; later its size and its stamp are believed. Threads and processes may share a
/// folder.
public final class ModelStore {
  private final Path folder;
  private final Progress progress;
  private final Catalogue catalogue;
  private final ModelFetcher fetcher;

  /// Makes a store that takes proxies from the environment.
  ///
  /// @param cacheFolder the cache of Hone; made when something is fetched
  /// @param progress told what is fetched, from where, and how far it is
  /// @param access what may be used of the outside
  public ModelStore(Path cacheFolder, Progress progress, Access access) {
    this(cacheFolder, progress, access, Catalogue.load(access));
  }

  ModelStore(Path cacheFolder, Progress progress, Access access, Catalogue catalogue) {
    this(cacheFolder, progress, access, catalogue, Patience.usual());
  }

  ModelStore(
      Path cacheFolder, Progress progress, Access access, Catalogue catalogue, Patience patience) {
    this.folder = folderIn(cacheFolder);
    this.progress = progress;
    this.catalogue = catalogue;
    Hub hub = new Hub(catalogue.hub(), ProxySelector.getDefault(), patience);
    this.fetcher = new ModelFetcher(folder, progress, access, hub);
  }

  /// {@return where model files lie in the cache}
  static Path folderIn(Path cacheFolder) {
    return cacheFolder.resolve("models");
  }

  /// {@return the names that [#path] knows} In order of size.
  public List<String> names() {
    return catalogue.names();
  }

  /// {@return the file of a model, fetched first where it is not here} May take minutes then.
  ///
  /// @param name one of [#names], the name of a file that was pulled, or the path of a GGUF file
  /// @throws UsageException if the name is neither, or the path is no file
  /// @throws dev.hone.model.ModelException if it could not be fetched, or the disk is too full
  public Path path(String name) {
    Optional<HostedModel> model = catalogue.find(name);
    if (model.isEmpty()) {
      return ownFile(name);
    }
    Path file = folder.resolve(model.get().file());
    Stamp stamp = model.get().stamp(file);
    if (!stamp.holds(progress)) {
      fetcher.fetch(model.get(), file, () -> stamp.holds(progress));
    }
    return file;
  }

  /// {@return the file of a model if it is here} Nothing is fetched.
  ///
  /// @param name one of [#names], the name of a file that was pulled, or the path of a GGUF file
  public Optional<Path> present(String name) {
    Optional<HostedModel> model = catalogue.find(name);
    if (model.isEmpty()) {
      return fileAt(name).or(() -> pulled(name).filter(Files::isRegularFile));
    }
    Path file = folder.resolve(model.get().file());
    return Optional.of(file).filter(it -> model.get().stamp(it).holds(progress));
  }

  private Path ownFile(String name) {
    Optional<Path> file = fileAt(name);
    if (file.isPresent()) {
      return file.get();
    }
    Optional<Path> pulled = pulled(name);
    if (pulled.isPresent()) {
      return whole(pulled.get());
    }
    String choices = String.join(", ", names());
    if (name.endsWith(".gguf")) {
      throw new UsageException(
          "the model file %s does not exist; give the path of a GGUF file, or one of %s (hone model list)"
              .formatted(name, choices));
    }
    throw new UsageException(
        "no model is called %s; choose one of %s, or give the path of a GGUF file"
            .formatted(name, choices));
  }

  /// {@return a file of that name in the cache, which may have been changed}
  private Optional<Path> pulled(String name) {
    return name.endsWith(".gguf") && !name.contains("/") && !name.contains("\\")
        ? Optional.of(folder.resolve(name))
            .filter(file -> Files.exists(PulledModel.recordOf(file)) || Files.isRegularFile(file))
        : Optional.empty();
  }

  private Path whole(Path file) {
    Optional<PulledModel> known = PulledModel.of(file);
    if (known.isPresent() && !known.get().stamp(file).holds(progress)) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s is not what was fetched: it was changed, cut short or removed. Bring it again: hone model pull %s"
              .formatted(file, known.get().address()));
    }
    return file;
  }

  private static Optional<Path> fileAt(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
