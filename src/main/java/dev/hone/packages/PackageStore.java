package dev.hone.packages;

import dev.hone.failure.ErrorType;
import dev.hone.failure.HoneException;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.Language;
import dev.hone.language.PackageClient;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.language.ToolchainException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.SandboxException;
import dev.hone.sandbox.registry.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives a language the packages that code may import: those fetched before, and else those that
/// the language's own client fetches in a sandbox that reaches its registry and nothing else. Safe
/// for use by several threads; one fetches at a time.
public final class PackageStore {
  private final Path cacheFolder;
  private final Supplier<Route> route;
  private final Supplier<Sandbox> sandbox;
  private final Progress progress;
  private final Map<String, Language> given = new HashMap<>();

  /// Makes a store; nothing is looked for yet.
  ///
  /// @param cacheFolder where packages are kept
  /// @param route how registries are reached; asked when packages are to be fetched
  /// @param sandbox makes the sandbox that packages are fetched in
  /// @param progress is told which packages there are
  public PackageStore(
      Path cacheFolder, Supplier<Route> route, Supplier<Sandbox> sandbox, Progress progress) {
    this.cacheFolder = cacheFolder;
    this.route = route;
    this.sandbox = sandbox;
    this.progress = progress;
  }

  /// {@return the language with these packages; the language itself where there are none}
  ///
  /// @param language the language
  /// @param names the packages
  /// @throws UsageException if packages of this language are not supported, or the machine's proxy
  ///   is named in a way that cannot be read
  /// @throws PackageException if they cannot be had
  public synchronized Language with(Language language, List<PackageName> names) {
    if (names.isEmpty()) {
      return language;
    }
    PackageClient client =
        language
            .packageClient()
            .orElseThrow(
                () ->
                    new UsageException(
                        "packages for %s are not supported, as it has no client of its own that"
                                .formatted(language.id().title())
                            + " fetches them; leave --with out, or pass --language with a language"
                            + " that has one, such as python"));
    return given.computeIfAbsent(
        language.id() + words(names),
        _ -> {
          InstalledPackages installed = installed(language, client, names);
          return client.with(installed);
        });
  }

  /// {@return the language with packages by option and with those that a requirement names} Where
  /// the latter cannot be had, the language goes without them, and code that imports them is told.
  ///
  /// @param language the language
  /// @param names the packages by option
  /// @param mentioned the packages that the text names
  /// @throws UsageException if packages of this language are not supported
  /// @throws PackageException if those by option cannot be had, or if the thread was interrupted,
  ///   whose flag stays set
  public Language with(Language language, List<PackageName> names, List<PackageName> mentioned) {
    List<PackageName> more =
        mentioned.stream()
            .filter(one -> names.stream().noneMatch(own -> own.name().equals(one.name())))
            .toList();
    if (more.isEmpty()) {
      return with(language, names);
    }
    progress.report(new Event.Stage("packages: the text names " + words(more)));
    try {
      return with(language, Stream.concat(names.stream(), more.stream()).toList());
    } catch (PackageException | SandboxException | UsageException | ToolchainException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      progress.report(new Event.Stage("going on without %s: %s".formatted(words(more), line(e))));
      return with(language, names);
    }
  }

  /// {@return the packages with the versions that they have here, where they were fetched before;
  /// else as they are named} Nothing is fetched.
  ///
  /// @param language the language
  /// @param names the packages
  public List<PackageName> versioned(Language language, List<PackageName> names) {
    Optional<PackageClient> client = language.packageClient();
    if (names.isEmpty() || client.isEmpty()) {
      return names;
    }
    try {
      List<InstalledPackages.Installed> found =
          new Shelf(cacheFolder, language, client.get().edition())
              .find(names)
              .map(InstalledPackages::packages)
              .orElse(List.of());
      return names.stream().map(name -> versioned(name, found)).toList();
    } catch (IOException e) {
      throw unkept(e);
    }
  }

  // A list is kept for its names in any order, and pip writes some of them otherwise.
  private static PackageName versioned(PackageName name, List<InstalledPackages.Installed> found) {
    return found.stream()
        .filter(one -> plain(one.name()).equals(plain(name.name())))
        .findFirst()
        .map(one -> new PackageName(name.name(), one.version()))
        .orElse(name);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  private static String line(HoneException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private InstalledPackages installed(
      Language language, PackageClient client, List<PackageName> names) {
    Shelf shelf = new Shelf(cacheFolder, language, client.edition());
    try {
      Optional<InstalledPackages> kept = shelf.find(names);
      if (kept.isPresent()) {
        progress.report(new Event.Stage("packages: " + kept.get().words() + ", as fetched before"));
        return kept.get();
      }
      InstalledPackages fetched = fetched(shelf, client, names);
      progress.report(new Event.Stage("packages: " + fetched.words()));
      return fetched;
    } catch (IOException e) {
      throw unkept(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackageException(
          ErrorType.EXTERNAL, "fetching packages was interrupted; run the command again", e);
    }
  }

  private InstalledPackages fetched(Shelf shelf, PackageClient client, List<PackageName> names)
      throws IOException, InterruptedException {
    Route way = route.get();
    if (way instanceof Route.Closed) {
      throw new PackageException(
          ErrorType.EXTERNAL,
          "%s: not here, and Hone is offline. Run once without HONE_OFFLINE; after that no network is"
                  .formatted(words(names))
              + " needed");
    }
    Sandbox box = sandbox.get();
    if (!box.ownNetwork()) {
      throw new SandboxException(
          ErrorType.EXTERNAL,
          "packages are fetched only in a sandbox with a network of its own, and the mode %s has none;"
                  .formatted(box.mode())
              + " install bubblewrap (for example: apt install bubblewrap), or allow user namespaces"
              + " in this container, or leave --with out");
    }
    PackageFetch fetch = client.fetch(names);
    progress.report(
        new Event.Stage(
            "fetching %s with %s, in the sandbox, from %s"
                .formatted(
                    words(names),
                    fetch.client(),
                    fetch.hosts().stream()
                        .map(host -> host.replaceFirst(":443$", ""))
                        .sorted()
                        .collect(Collectors.joining(", ")))));
    return new Fetcher(box, way, shelf).fetch(fetch, names);
  }

  private PackageException unkept(IOException e) {
    return new PackageException(
        ErrorType.EXTERNAL,
        "could not keep packages in %s (%s); free space there or set HONE_HOME to another folder"
            .formatted(cacheFolder, e),
        e);
  }

  static String words(List<PackageName> names) {
    return names.stream().map(PackageName::written).collect(Collectors.joining(", "));
  }
}
