package dev.hone.bench;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    String name =
        "bench-go-%s-%08x".formatted(version.replaceAll("[^\\w.-]", "_"), source.hashCode());
    return new PreparedFolder(cache, name)
        .made(
            "Go's standard library for checks",
            (part, scratch) -> compile(program, source, part, scratch));
  }

  private void compile(Path program, String source, Path part, Path scratch)
      throws IOException, InterruptedException {
    progress.report(new Event.Stage("compiling Go's standard library for checks, once"));
    Files.writeString(scratch.resolve("go.mod"), Texts.of("go/go.mod.txt"));
    Files.writeString(scratch.resolve("prime_test.go"), source);
    Programs.Answer answer =
        Programs.run(
            List.of(
                "env",
                "GOCACHE=" + part,
                "GOPATH=" + scratch.resolve("path"),
                "GOTOOLCHAIN=local",
                "GOPROXY=off",
                "GOTELEMETRY=off",
                "GOFLAGS=-buildvcs=false",
                "CGO_ENABLED=0",
                program.toString(),
                "-C",
                scratch.toString(),
                "test",
                "."));
    if (answer.exit() != 0) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "Go could not compile its standard library for checks; mend what is said here and run the"
              + " command again:\n"
              + answer.lastLines());
    }
  }
}
