package dev.hone.packages;

import dev.hone.failure.ErrorType;
import dev.hone.failure.UsageException;
import dev.hone.language.InstalledPackages;
import dev.hone.language.PackageFetch;
import dev.hone.language.PackageName;
import dev.hone.sandbox.Execution;
import dev.hone.sandbox.Job;
import dev.hone.sandbox.Limit;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.registry.Delivery;
import dev.hone.sandbox.registry.RegistryProxy;
import dev.hone.sandbox.registry.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Runs a language's client in a box with two sockets: one leads through a proxy to the registry,
/// the other takes the files.
final class Fetcher {
  private static final Limits LIMITS =
      new Limits(
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          3L << 30,
          256,
          1024,
          512L << 20,
          2L << 30,
          1L << 20);
  private static final String SOCKETS = "hone-registry-";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Sandbox sandbox;
  private final Route route;
  private final Shelf shelf;

  Fetcher(Sandbox sandbox, Route route, Shelf shelf) {
    this.sandbox = sandbox;
    this.route = route;
    this.shelf = shelf;
  }

  /// What one run in the box came to.
  private record Run(Execution execution, Delivery delivery, RegistryProxy proxy) {}

  InstalledPackages fetch(PackageFetch fetch, List<PackageName> names)
      throws IOException, InterruptedException {
    Path part = shelf.part();
    Path built = shelf.part();
    try {
      Run run = run(fetch, fetch.command(), part, Map.of());
      List<String> resolved = lines(run, "resolved ");
      if (!whole(run) || Shelf.installed(resolved).size() != names.size()) {
        throw failure(fetch, names, run);
      }
      Path kept = part;
      if (!fetch.build().isEmpty()) {
        // The box's user is another one.
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
        run = run(fetch, fetch.build(), built, Map.of(PackageFetch.FETCHED, part.toString()));
        kept = built;
        if (!whole(run)) {
          throw unbuilt(fetch, names, run);
        }
      }
      String hash = run.delivery().delivered().orElseThrow().hash();
      return shelf.keep(names, kept, new Shelf.Kept(hash, resolved));
    } finally {
      Shelf.remove(part);
      Shelf.remove(built);
    }
  }

  private static boolean whole(Run run) {
    return run.execution().exit() == 0 && run.delivery().delivered().isPresent();
  }

  /// Runs a command that hands its files over into a folder. What is fetched already is shown to
  /// it, and then no way leads to the registry.
  private Run run(PackageFetch fetch, List<String> command, Path part, Map<String, String> fetched)
      throws IOException, InterruptedException {
    // No other user of the machine can pass it. The box is shown the sockets alone, and so its own
    // user can reach them.
    Path sockets = Files.createTempDirectory(SOCKETS);
    Abandoned.sweep(sockets, SOCKETS);
    Path empty = Files.createDirectory(sockets.resolve("empty"));
    Path registry = sockets.resolve("registry");
    Path taking = sockets.resolve("delivery");
    String mark = mark();
    try (RegistryProxy proxy = new RegistryProxy(registry, fetch.hosts(), route);
        Delivery delivery = new Delivery(taking, mark, part, Delivery.packages())) {
      Map<String, String> environment = new HashMap<>(fetch.environment());
      List<Path> readOnly = new ArrayList<>(fetch.readOnly());
      if (fetched.isEmpty()) {
        environment.put(PackageFetch.REGISTRY, registry.toString());
        readOnly.add(registry);
      }
      fetched.values().forEach(folder -> readOnly.add(Path.of(folder)));
      environment.putAll(fetched);
      environment.put(PackageFetch.DELIVERY, taking.toString());
      readOnly.add(taking);
      Execution execution =
          sandbox.run(
              new Job(command, environment, empty, readOnly, mark + "\n" + fetch.input(), LIMITS));
      return new Run(execution, delivery, proxy);
    } finally {
      Shelf.remove(sockets);
    }
  }

  private static RuntimeException failure(PackageFetch fetch, List<PackageName> names, Run run) {
    // Without a way to where the answer is a client may say that it does not know a name.
    return run.proxy().unreachable().isEmpty() && run.proxy().refused().isEmpty()
        ? fault(fetch, names, run)
        : unfetched(fetch, names, run);
  }

  private static RuntimeException fault(PackageFetch fetch, List<PackageName> names, Run run) {
    for (String name : lines(run, "unknown ")) {
      return new UsageException(
          "there is no package %s where %s looks; check the name, or leave it out of --with"
              .formatted(name, fetch.client()));
    }
    for (String line : lines(run, "version ")) {
      String[] words = line.split(" ", 2);
      return new UsageException(
          "the package %s has no such version that fits here; %s"
              .formatted(
                  words[0],
                  words.length > 1
                      ? "there are: " + newest(words[1])
                      : "leave the version out for the newest one"));
    }
    for (String name : lines(run, "source ")) {
      return new UsageException(
          "%s comes as source only for this machine, and building it would run its code; name a"
                  .formatted(name)
              + " version or another package that comes built");
    }
    return unfetched(fetch, names, run);
  }

  private static RuntimeException unfetched(PackageFetch fetch, List<PackageName> names, Run run) {
    return new PackageException(
        ErrorType.EXTERNAL,
        "%s could not fetch %s%s"
            .formatted(fetch.client(), PackageStore.words(names), why(fetch, run)));
  }

  private static RuntimeException unbuilt(PackageFetch fetch, List<PackageName> names, Run run) {
    String ended = ended(run);
    return new PackageException(
        ErrorType.EXTERNAL,
        "%s fetched %s and could not build it in a box without a network%s"
            .formatted(
                fetch.client(),
                PackageStore.words(names),
                ended.isEmpty()
                    ? "; name another version, or install what it needs to be built. It said:\n"
                        + run.execution().stderr().strip()
                    : ended));
  }

  private static String why(PackageFetch fetch, Run run) {
    if (run.delivery().problem().isEmpty() && !run.proxy().unreachable().isEmpty()) {
      return ": %s cannot be reached; check the network and run the command again"
          .formatted(String.join(", ", run.proxy().unreachable()));
    }
    String ended = ended(run);
    if (!ended.isEmpty()) {
      return ended;
    }
    String refused =
        run.proxy().refused().isEmpty()
            ? ""
            : " Refused, as it is not the registry of %s's settings: %s."
                .formatted(fetch.client(), String.join(", ", run.proxy().refused()));
    return "; check the names, the network and the settings of %s.%s It said:\n%s"
        .formatted(fetch.client(), refused, run.execution().stderr().strip());
  }

  /// Returns why the run ended too early, or nothing.
  private static String ended(Run run) {
    if (!run.delivery().problem().isEmpty()) {
      return ": what came was not taken, as " + run.delivery().problem();
    }
    return run.execution().limit() == Limit.NONE
        ? ""
        : ": it reached the limit on " + run.execution().limit().id();
  }

  private static String newest(String versions) {
    String[] all = versions.split(" ", -1);
    int from = Math.max(0, all.length - 5);
    return (from > 0 ? "…, " : "") + String.join(", ", List.of(all).subList(from, all.length));
  }

  /// What follows a word at the start of lines that the command printed.
  private static List<String> lines(Run run, String word) {
    return run.execution()
        .stdout()
        .lines()
        .filter(line -> line.startsWith(word) && line.matches("[!-~ ]+"))
        .map(line -> line.substring(word.length()).strip())
        .toList();
  }

  private static String mark() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
