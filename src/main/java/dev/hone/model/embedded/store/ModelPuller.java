package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.model.ModelException;
import dev.hone.model.embedded.ModelFacts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Brings a model file that has no name of Hone's from an address. It goes on where an earlier try
/// stopped, as long as the server still has the same version of the file. The hash is the one that
/// was asked for, else the one of an earlier pull, else the hub's; where there is none, that of
/// what came is remembered.
final class ModelPuller {
  private final Path folder;
  private final Progress progress;
  private final Access access;
  private final Hub hub;

  ModelPuller(Path folder, Progress progress, Access access, Hub hub) {
    this.folder = folder;
    this.progress = progress;
    this.access = access;
    this.hub = hub;
  }

  /// Fetches a file unless it is here.
  ///
  /// @param address where it is
  /// @param sha256 the hash that it has to have, or empty
  PulledModel pull(ModelAddress address, String sha256) {
    Path file = folder.resolve(address.file());
    Optional<PulledModel> here = here(file, address, sha256);
    if (here.isPresent()) {
      return here.get();
    }
    if (access.offline()) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s is not here, and Hone is offline; it would be fetched from %s. Run the command without --offline and HONE_OFFLINE"
              .formatted(address.file(), address.uri()));
    }
    return FetchLock.fetching(
        folder,
        file,
        progress,
        () -> {
          // Another process may have brought it while this one waited.
          Optional<PulledModel> brought = here(file, address, sha256);
          return brought.isPresent() ? brought.get() : fetch(file, address, sha256);
        });
  }

  private Optional<PulledModel> here(Path file, ModelAddress address, String sha256) {
    Optional<PulledModel> known = PulledModel.of(file);
    if (known.isEmpty() && Files.exists(file)) {
      throw new UsageException(
          "there is a file %s already, and Hone did not fetch it; move it away, or use it: --model %s"
              .formatted(file, file));
    }
    if (known.isPresent() && !known.get().address().equals(address.uri().toString())) {
      throw new UsageException(
          "%s is here from %s; to have the other one, type hone model remove %s first"
              .formatted(address.file(), known.get().address(), address.file()));
    }
    if (known.isPresent() && !sha256.isEmpty() && !known.get().sha256().equals(sha256)) {
      throw new UsageException(
          "%s is here with SHA-256 %s, and not the one that was asked for; to fetch it anew, type hone model remove %s first"
              .formatted(address.file(), known.get().sha256(), address.file()));
    }
    return known.filter(it -> it.stamp(file).holds(progress));
  }

  private PulledModel fetch(Path file, ModelAddress address, String asked) throws IOException {
    Look look = Look.at(address, hub);
    Source source = look.source();
    String expected = expected(file, asked, look);
    Disk disk = new Disk(folder);
    Begun begun = new Begun(file);
    begun.keepOnly(source);
    try (Partial partial = Partial.open(disk, address.file(), source.bytes())) {
      announce(source, partial.bytes());
      disk.require(source.bytes() - partial.bytes(), address.file());
      fill(source, partial);
      String found = partial.sha256();
      if (!expected.isEmpty() && !found.equals(expected)) {
        partial.restart();
        throw wrong(source, found, expected);
      }
      PulledModel pulled =
          new PulledModel(
              address.uri().toString(), source.bytes(), found, licence(partial, address));
      partial.become(file);
      begun.end();
      pulled.write(file);
      pulled.stamp(file).write();
      return pulled;
    }
  }

  private static String expected(Path file, String asked, Look look) {
    return asked.isEmpty()
        ? PulledModel.of(file).map(PulledModel::sha256).orElse(look.sha256())
        : asked;
  }

  private void announce(Source source, long here) {
    String resumed = here == 0 ? "" : ", of which " + Size.of(here) + " are here";
    progress.report(
        new Event.Stage(
            "fetching %s, %s%s, from %s, to %s"
                .formatted(
                    source.file(), Size.of(source.bytes()), resumed, source.address(), folder)));
  }

  private void fill(Source source, Partial partial) {
    Meter meter = new Meter(progress, source.file(), source.bytes());
    meter.from(source.address().toString(), partial.bytes());
    try {
      hub.fetch(source, partial, meter);
    } catch (OutOfReachException e) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s could not be fetched: %s. What is here is kept (%s): run the command again to go on"
              .formatted(source.address(), e.getMessage(), Size.of(partial.bytes())),
          e);
    }
  }

  private static ModelException wrong(Source source, String found, String expected) {
    return new ModelException(
        ErrorType.EXTERNAL,
        "%s arrived wrong and was removed: it has SHA-256 %s, expected %s. Run the command again; if it happens again, the file there is another one, or a proxy changes it"
            .formatted(source.address(), found, expected));
  }

  /// Reads the header, so that a page which says that there is no such file does not become one.
  private static String licence(Partial partial, ModelAddress address) {
    try {
      return ModelFacts.of(partial.file()).licence();
    } catch (ModelException e) {
      partial.restart();
      throw new ModelException(
          ErrorType.EXTERNAL,
          "what came from %s is no whole GGUF model file, and was removed (%s); check the address"
              .formatted(address.uri(), e.getMessage()),
          e);
    }
  }
}
