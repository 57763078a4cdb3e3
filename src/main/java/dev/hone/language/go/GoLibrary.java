package dev.hone.language.go;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.go.GoToolchain.Installation;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The standard library's archives and the test runner, built once for each Go by Go itself, so
/// that a test run calls nothing but compiler and linker.
final class GoLibrary {
  /// The runner's file in the folder.
  static final String RUNNER = "run";

  /// Starts a command that no setting of the user reaches.
  static final List<String> ENVIRONMENT =
      List.of(
          "/usr/bin/env",
          "GOTOOLCHAIN=local",
          "GOENV=off",
          "GOFLAGS=",
          "GOWORK=off",
          "GOPROXY=off",
          "GOEXPERIMENT=",
          "GOOS=",
          "GOARCH=",
          "CGO_ENABLED=0");

  private static final List<String> SOURCES =
      List.of(
          "drive/drive.go",
          "examples.go",
          "observer.go",
          "runner/build.go",
          "runner/check.go",
          "runner/embed.go",
          "runner/examples.go",
          "runner/fetched.go",
          "runner/go.mod",
          "runner/main.go",
          "runner/memory.go",
          "runner/module.go",
          "runner/packages.go",
          "runner/prepare.go",
          "runner/process.go",
          "runner/program.go",
          "runner/report.go",
          "runner/session.go");

  private final Path cacheFolder;
  private final Progress progress;

  GoLibrary(Path cacheFolder, Progress progress) {
    this.cacheFolder = cacheFolder;
    this.progress = progress;
  }

  /// Returns the folder that was prepared for an installation, preparing it where it is missing.
  Path folder(Installation go) {
    return place(go).made("Go's prepared library", (part, scratch) -> prepare(go, part, scratch));
  }

  boolean isPrepared(Installation go) {
    return place(go).isMade();
  }

  private PreparedFolder place(Installation go) {
    return new PreparedFolder(cacheFolder, "go-" + go.version() + "-" + hash(go));
  }

  private void prepare(Installation go, Path part, Path scratch)
      throws IOException, InterruptedException {
    progress.report(
        new Event.Stage(
            "preparing the standard library of Go " + go.version() + ", once (about a minute)"));
    for (String source : SOURCES) {
      Path file = part.resolve(source);
      Files.createDirectories(file.getParent());
      Files.write(file, Scripts.resource("go", source));
    }
    String runner = part.resolve(RUNNER).toString();
    String program = go.program().toString();
    run(
        scratch,
        List.of(
            program,
            "build",
            "-C",
            part.resolve("runner").toString(),
            "-trimpath",
            "-buildvcs=false",
            "-gcflags=all=-dwarf=false",
            "-ldflags=-s -w",
            "-o",
            runner,
            "."));
    run(scratch, List.of(runner, "prepare", program, go.tools().toString()));
  }

  private static void run(Path scratch, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(ENVIRONMENT);
    command.add("GO111MODULE=on");
    command.add("GOCACHE=" + scratch.resolve("cache"));
    command.add("GOPATH=" + scratch.resolve("path"));
    command.addAll(words);
    Programs.Answer answer = Programs.run(command);
    if (answer.exit() != 0) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "Go could not build its standard library; check that `go build std` works, then run the"
              + " command again. It said:\n"
              + answer.lastLines());
    }
  }

  private static String hash(Installation go) {
    return ContentHash.of(
        Stream.concat(
            ContentHash.texts(go.tools() + "\n"),
            SOURCES.stream().map(source -> Scripts.resource("go", source))));
  }
}
