package dev.hone.model.embedded.store;

import dev.hone.failure.UsageException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
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
    this(cacheFolder, progress, access, Catalogue.load());
  }

  ModelStore(Path cacheFolder, Progress progress, Access access, Catalogue catalogue) {
    this(cacheFolder, progress, access, catalogue, Patience.usual());
  }

  ModelStore(
      Path cacheFolder, Progress progress, Access access, Catalogue catalogue, Patience patience) {
    this.folder = cacheFolder.resolve("models");
    this.progress = progress;
    this.catalogue = catalogue;
    Hub hub = new Hub(catalogue.hub(), ProxySelector.getDefault(), patience);
    this.fetcher = new ModelFetcher(folder, progress, access, hub);
  }

  /// {@return the names that [#path] knows} In order of size.
  public List<String> names() {
    return catalogue.names();
  }

  /// {@return the file of a model, fetched first where it is not here} May take minutes then.
  ///
  /// @param name one of [#names], or the path of a GGUF file
  /// @throws UsageException if the name is neither, or the path is no file
  /// @throws dev.hone.model.ModelException if it could not be fetched, or the disk is too full
  public Path path(String name) {
    Optional<HostedModel> model = catalogue.find(name);
    if (model.isEmpty()) {
      return ownFile(name);
    }
    Path file = folder.resolve(model.get().file());
    if (!isHere(model.get(), file)) {
      fetcher.fetch(model.get(), file, () -> isHere(model.get(), file));
    }
    return file;
  }

  /// {@return the file of a model if it is here} Nothing is fetched.
  ///
  /// @param name one of [#names], or the path of a GGUF file
  public Optional<Path> present(String name) {
    Optional<HostedModel> model = catalogue.find(name);
    if (model.isEmpty()) {
      return fileAt(name);
    }
    Path file = folder.resolve(model.get().file());
    return Optional.of(file).filter(it -> isHere(model.get(), it));
  }

  private Path ownFile(String name) {
    Optional<Path> file = fileAt(name);
    if (file.isPresent()) {
      return file.get();
    }
    String choices = String.join(", ", names());
    if (name.endsWith(".gguf")) {
      throw new UsageException(
          "the model file %s does not exist; give the path of a GGUF file, or one of %s"
              .formatted(name, choices));
    }
    throw new UsageException(
        "no model is called %s; choose one of %s, or give the path of a GGUF file"
            .formatted(name, choices));
  }

  private static Optional<Path> fileAt(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  private boolean isHere(HostedModel model, Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) != model.bytes()) {
        return false;
      }
      Path stamp = ModelFetcher.stampOf(file);
      if (Files.exists(stamp)) {
        return Files.readString(stamp).strip().equals(model.sha256());
      }
      return isRight(model, file, stamp);
    } catch (IOException _) {
      // What cannot be read is fetched again, and that says what is wrong with the folder.
      return false;
    }
  }

  /// Somebody may have copied the file here by hand.
  private boolean isRight(HostedModel model, Path file, Path stamp) throws IOException {
    progress.report(new Event.Stage("checking the hash of " + file));
    boolean right = HexFormat.of().formatHex(Digests.sha256(file)).equals(model.sha256());
    if (right) {
      Files.writeString(stamp, model.sha256() + "\n");
    }
    return right;
  }
}
