package dev.hone.bench;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Go's standard library, compiled once from a file of Hone. Checks start from it and cannot write
/// to it: a shared cache that they could write to would let one candidate decide over the next.
final class GoPackages {
  private final Path cache;
  private final Progress progress;

  GoPackages(Path cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /// {@return the folder to copy before a check}
  ///
  /// @param program the program `go`
  /// @param version what it says of its version, such as `go1.26.8`
  Path folder(Path program, String version) {
    String source = Texts.of("go/prime_test.go.txt");
    String name = "go-%s-%08x".formatted(version.replaceAll("[^\\w.-]", "_"), source.hashCode());
    Path kept = cache.toAbsolutePath().resolve("bench").resolve(name);
    if (!Files.isDirectory(kept)) {
      progress.report(new Event.Stage("compiling Go's standard library for checks, once"));
    }
    return new Prepared(
            kept,
            Map.of("go.mod", Texts.of("go/go.mod.txt"), "prime_test.go", source),
            "compiling Go's standard library")
        .filled(
            folder ->
                List.of(
                    "env",
                    "GOCACHE=" + folder.resolve("packages"),
                    "GOPATH=" + folder.resolve("path"),
                    "GOTOOLCHAIN=local",
                    "GOPROXY=off",
                    "GOTELEMETRY=off",
                    "GOFLAGS=-buildvcs=false",
                    "CGO_ENABLED=0",
                    program.toString(),
                    "-C",
                    folder.toString(),
                    "test",
                    "."))
        .resolve("packages");
  }
}
