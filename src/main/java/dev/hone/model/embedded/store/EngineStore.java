package dev.hone.model.embedded.store;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// llama.cpp's shared libraries on this machine, in `engine/VERSION/PLATFORM` of the cache. They
/// are fetched once by npm, as a package of which nothing is run. Threads and processes may share a
/// folder.
public final class EngineStore {
  private static final String INSTALL =
      "install Node.js with npm (Debian, Ubuntu: apt install npm; Fedora: dnf install nodejs-npm; macOS: brew install node) and run the command again";

  private final Path folder;
  private final Progress progress;
  private final Access access;
  private final EngineRelease release;
  private final String platform;

  /// Makes a store for the platform Hone runs on.
  ///
  /// @param cacheFolder the cache of Hone; made when something is fetched
  /// @param progress told what is fetched, from where, and how far it is
  /// @param access what may be used of the outside
  public EngineStore(Path cacheFolder, Progress progress, Access access) {
    this(cacheFolder, progress, access, Catalogue.loadEngine(), thisPlatform());
  }

  EngineStore(
      Path cacheFolder, Progress progress, Access access, EngineRelease release, String platform) {
    this.folder = cacheFolder.resolve("engine").resolve(release.version());
    this.progress = progress;
    this.access = access;
    this.release = release;
    this.platform = platform;
  }

  /// {@return the version of the package the libraries come from}
  public String version() {
    return release.version();
  }

  /// {@return the folder with the libraries if they are here, whole} Nothing is fetched.
  public Optional<Path> present() {
    return Optional.of(folder.resolve(platform)).filter(Archive::isWhole);
  }

  /// {@return the folder with the libraries, fetched first where they are not here}
  ///
  /// @throws ModelException if the platform has none, or they could not be fetched
  public Path folder() {
    Optional<Path> here = present();
    if (here.isPresent()) {
      return here.get();
    }
    EngineRelease.Build wanted = wantedBuild();
    try {
      Files.createDirectories(folder);
      Path lock = folder.resolve(platform + ".lock");
      try (FetchLock _ = FetchLock.take(lock, "the engine", progress)) {
        if (present().isEmpty()) {
          fetch(wanted);
        }
      }
    } catch (IOException e) {
      throw new Disk(Files.isDirectory(folder) ? folder : folder.toAbsolutePath().getRoot())
          .failure("fetching the engine", e);
    }
    return folder.resolve(platform);
  }

  private EngineRelease.Build wantedBuild() {
    EngineRelease.Build wanted =
        release.builds().stream()
            .filter(candidate -> candidate.platform().equals(platform))
            .findFirst()
            .orElseThrow(
                () ->
                    new ModelException(
                        ErrorType.EXTERNAL,
                        "the embedded model has no engine for %s, only for %s; use a remote model"
                            .formatted(platform, platforms())));
    if (access.offline()) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "the engine is not here, and Hone is offline; it would fetch %s by npm: %s version %s. Run once without HONE_OFFLINE"
              .formatted(Size.of(wanted.bytes()), wanted.name(), release.version()));
    }
    return wanted;
  }

  private String platforms() {
    return String.join(", ", release.builds().stream().map(EngineRelease.Build::platform).toList());
  }

  private void fetch(EngineRelease.Build wanted) throws IOException {
    progress.report(
        new Event.Stage(
            "fetching the engine (llama.cpp, licence %s), %s, by npm: %s version %s, to %s"
                .formatted(
                    release.licence(),
                    Size.of(wanted.bytes()),
                    wanted.name(),
                    release.version(),
                    folder)));
    // The archive, npm's own copy of it, and three times its size unpacked.
    new Disk(folder).require(5 * wanted.bytes(), wanted.name());
    Path work = folder.resolve(platform + ".fetching");
    Disk.remove(work);
    Files.createDirectories(work);
    Meter meter = new Meter(progress, wanted.name(), wanted.bytes());
    meter.from("npm", 0);
    Path archive = pack(wanted, work);
    check(wanted, archive);
    meter.at(wanted.bytes());
    Path libraries = Files.createDirectories(work.resolve("libraries"));
    Archive.unpack(archive, "package/bins/" + platform + "/", libraries);
    Disk.remove(folder.resolve(platform));
    Files.move(libraries, folder.resolve(platform));
    Disk.remove(work);
  }

  private Path pack(EngineRelease.Build wanted, Path work) throws IOException {
    PackageClient.Ended ended =
        new PackageClient(access)
            .run(
                List.of(
                    "npm",
                    "pack",
                    "--silent",
                    "--ignore-scripts",
                    "--pack-destination",
                    work.toString(),
                    wanted.name() + "@" + release.version()),
                work,
                INSTALL);
    if (ended.exit() != 0) {
      Disk disk = new Disk(folder);
      throw disk.isFull(ended.tail())
          ? disk.full("fetching the engine")
          : new ModelException(
              ErrorType.EXTERNAL,
              "npm could not fetch %s version %s: %s\nCheck the network or npm's settings, and run the command again."
                  .formatted(wanted.name(), release.version(), ended.tail()));
    }
    try (Stream<Path> files = Files.list(work)) {
      return files
          .filter(file -> file.toString().endsWith(".tgz"))
          .findFirst()
          .orElseThrow(() -> new IOException("npm left no archive in " + work));
    }
  }

  private static void check(EngineRelease.Build wanted, Path archive) throws IOException {
    String found = Base64.getEncoder().encodeToString(Digests.sha512(archive));
    if (!found.equals(wanted.sha512())) {
      long bytes = Files.size(archive);
      Files.delete(archive);
      throw new ModelException(
          ErrorType.EXTERNAL,
          "%s arrived wrong and was removed: %d bytes with SHA-512 %s, expected %d with %s. Run the command again; if it happens again, the registry that npm is set to changes the package"
              .formatted(wanted.name(), bytes, found, wanted.bytes(), wanted.sha512()));
    }
  }

  private static String thisPlatform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x64";
          case "aarch64" -> "arm64";
          case String other -> other;
        };
    String family = system.startsWith("mac") ? "mac" : system.replaceAll("[^a-z].*", "");
    return family + "-" + processor;
  }
}
