package dev.hone.packages;

import dev.hone.candidate.Candidate;
import dev.hone.failure.HoneException;
import dev.hone.language.Language;
import dev.hone.language.PackageName;
import dev.hone.language.SourceFile;
import dev.hone.progress.Event;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.sandbox.registry.Route;
import dev.hone.scan.Scanner;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Fetches packages from the registry of this machine's own client, in the sandbox, and judges code
/// that imports them. Skips the test where the registry cannot be reached.
final class PackageShop {
  /// Where the toolchains' runners are kept between tests.
  static final Path TOOLCHAINS = Path.of("target", "toolchains");

  /// The strongest sandbox that works here.
  static final Sandbox SANDBOX = new Sandboxes().choose();

  private final Path cache;
  private final List<String> lines = new ArrayList<>();

  /// @param cache an empty folder
  PackageShop(Path cache) {
    this.cache = cache;
  }

  /// Returns what was reported.
  List<String> lines() {
    return List.copyOf(lines);
  }

  Language fetched(Language language, String names) {
    Assumptions.assumeTrue(SANDBOX.ownNetwork(), "no sandbox with a network of its own here");
    Assumptions.assumeTrue(System.getenv("HONE_OFFLINE") == null, "HONE_OFFLINE is set");
    try {
      return store(Route.of(System.getenv()), SANDBOX).with(language, PackageName.list(names));
    } catch (PackageException e) {
      String message = String.valueOf(e.getMessage());
      Assumptions.assumeFalse(message.contains("cannot be reached"), message);
      throw e;
    }
  }

  /// Returns why packages are not fetched.
  HoneException refused(Language language, String names) {
    try {
      fetched(language, names);
    } catch (HoneException e) {
      return e;
    }
    throw new AssertionError("there is " + names);
  }

  Language keptBefore(Language language, String names) {
    return store(new Route.Closed(), SANDBOX).with(language, PackageName.list(names));
  }

  Judgement judged(Language language, SourceFile code, SourceFile test)
      throws InterruptedException {
    return new Judge(new Scanner(), SANDBOX)
        .judge(
            language,
            new Candidate(List.of(code)),
            new Suite(new GivenTests(language).ofUser(List.of(test))),
            new JudgeSettings(Limits.defaults(), Set.of()));
  }

  /// The folders are closed for writing, and JUnit removes only what it can open.
  void open() throws IOException {
    try (Stream<Path> folders = Files.walk(cache)) {
      folders.filter(Files::isDirectory).forEach(one -> one.toFile().setWritable(true));
    }
  }

  /// Returns a store with a way to registries and a sandbox of its own.
  PackageStore store(Route route, Sandbox sandbox) {
    return new PackageStore(
        cache,
        () -> route,
        () -> sandbox,
        event -> {
          if (event instanceof Event.Stage(String text)) {
            lines.add(text);
          }
        });
  }
}
