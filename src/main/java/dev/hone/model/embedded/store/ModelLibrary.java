package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The models of this machine, for a person who looks after them: those with a name, and files in
/// the cache. Threads and processes may share a cache.
public final class ModelLibrary {
  private final Path folder;
  private final Progress progress;
  private final Catalogue catalogue;
  private final Shelf shelf;
  private final ModelStore store;
  private final ModelPuller puller;

  /// Makes a library that takes proxies from the environment.
  ///
  /// @param cacheFolder the cache of Hone; made when something is fetched
  /// @param progress told what is fetched, from where, and how far it is
  /// @param access what may be used of the outside
  /// @throws UsageException if the address of the hub that was set is none
  public ModelLibrary(Path cacheFolder, Progress progress, Access access) {
    this(cacheFolder, progress, access, Catalogue.load(access), Patience.usual());
  }

  ModelLibrary(
      Path cacheFolder, Progress progress, Access access, Catalogue catalogue, Patience patience) {
    this.folder = ModelStore.folderIn(cacheFolder);
    this.progress = progress;
    this.catalogue = catalogue;
    Hub hub = new Hub(catalogue.hub(), ProxySelector.getDefault(), patience);
    this.shelf = new Shelf(folder, catalogue, hub);
    this.store = new ModelStore(cacheFolder, progress, access, catalogue, patience);
    this.puller = new ModelPuller(folder, progress, access, hub);
  }

  /// {@return where the files are; the folder need not exist}
  public Path folder() {
    return folder;
  }

  /// {@return every model with a name, in order of size, then the other files in the cache, in the
  /// order of their names}
  ///
  /// @throws ModelException if the folder cannot be read
  public List<ModelEntry> list() {
    return shelf.list();
  }

  /// {@return the model of that name, or the file at that path}
  ///
  /// @param name a name, the name of a file in the cache, or the path of a GGUF file
  /// @throws UsageException if there is none
  public ModelEntry find(String name) {
    return shelf.find(name);
  }

  /// {@return the model, brought here where it was not} May take minutes then.
  ///
  /// @param name one with a name, an `http` or `https` address, or `hub:OWNER/REPOSITORY/FILE`
  /// @param sha256 the hash that the file has to have; empty for the one that is known, if any
  /// @throws UsageException if it is none of these
  /// @throws ModelException if it could not be fetched, its hash is wrong, or the disk is too full
  public ModelEntry pull(String name, String sha256) {
    String hash = hash(sha256);
    return ModelAddress.isMeant(name) ? pullFrom(name, hash) : pullAgain(find(name), hash);
  }

  private ModelEntry pullFrom(String typed, String hash) {
    ModelAddress address = ModelAddress.of(typed, catalogue.hub(), !hash.isEmpty());
    for (HostedModel model : catalogue.models()) {
      if (model.file().equals(address.file())) {
        throw new UsageException(
            "%s is the file of a model that Hone knows; type hone model pull %s"
                .formatted(model.file(), model.name()));
      }
    }
    PulledModel _ = puller.pull(address, hash);
    return find(folder.resolve(address.file()).toString());
  }

  private ModelEntry pullAgain(ModelEntry entry, String hash) {
    String name = entry.name();
    if (!hash.isEmpty() && !hash.equals(entry.sha256())) {
      throw new UsageException(
          "%s is known with another hash (%s); leave --sha256 out"
              .formatted(name, entry.sha256().isEmpty() ? "none" : entry.sha256()));
    }
    if (catalogue.find(name).isPresent()) {
      Path _ = store.path(name);
    } else if (!entry.source().isEmpty()) {
      PulledModel _ =
          puller.pull(ModelAddress.of(entry.source(), catalogue.hub(), true), entry.sha256());
    } else {
      throw new UsageException(
          "%s is a file of yours, and there is no address to fetch it from".formatted(name));
    }
    return find(name);
  }

  /// {@return what reading the whole file showed} A file that is wrong is not believed any more.
  ///
  /// @param name as [#find] takes it
  /// @param sha256 the hash that it has to have; empty for the one that is known, if any
  /// @throws UsageException if there is no such model, or its file is not here
  public CheckedModel verify(String name, String sha256) {
    String hash = hash(sha256);
    ModelEntry entry = find(name);
    Path file = entry.file();
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "%s is not here; hone model pull %s brings it".formatted(name, name));
    }
    progress.report(new Event.Stage("checking the hash of " + file));
    try {
      Stamp stamp = new Stamp(file, Files.size(file), entry.sha256());
      String found = stamp.found();
      if (!entry.sha256().isEmpty()) {
        stamp.check(found);
      }
      return new CheckedModel(
          file, Files.size(file), found, hash.isEmpty() ? entry.sha256() : hash);
    } catch (IOException e) {
      throw Shelf.unreadable(file, e);
    }
  }

  /// Removes a model's file from the cache, with a beginning of it and what is remembered of it.
  ///
  /// @param name one with a name, or the name or the path of a file in the cache
  /// @return what it was
  /// @throws UsageException if there is nothing of it here, or the file is not in the cache
  public ModelEntry remove(String name) {
    ModelEntry entry = find(name);
    Path file = entry.file();
    if (!shelf.holds(file)) {
      throw new UsageException(
          "%s is not in the cache of Hone (%s), and stays; remove it yourself"
              .formatted(file, folder));
    }
    if (entry.state() == ModelEntry.State.ABSENT && !Files.exists(PulledModel.recordOf(file))) {
      throw new UsageException("%s is not here, so there is nothing to remove".formatted(name));
    }
    try (FetchLock _ = FetchLock.of(file, progress)) {
      Files.deleteIfExists(file);
      Files.deleteIfExists(Stamp.of(file));
      Files.deleteIfExists(Partial.of(file));
      Files.deleteIfExists(Begun.of(file));
      Files.deleteIfExists(PulledModel.recordOf(file));
      Disk.remove(ModelFetcher.partsFolder(file));
    } catch (IOException e) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s could not be removed (%s); check the folder".formatted(file, e.getMessage()),
          e);
    }
    return entry;
  }

  private static String hash(String typed) {
    String hash = typed.strip().toLowerCase(Locale.ROOT);
    if (!hash.isEmpty() && !hash.matches("[0-9a-f]{64}")) {
      throw new UsageException(
          "--sha256 takes 64 hexadecimal digits, as sha256sum prints them, not '%s'"
              .formatted(typed));
    }
    return hash;
  }
}
