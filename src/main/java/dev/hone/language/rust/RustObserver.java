package dev.hone.language.rust;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The library by which tests hand over what they see, compiled once for each compiler, as reading
/// its source would be most of the time that a test file takes.
final class RustObserver {
  private static final String LIBRARY = "libhone_observed.rlib";

  /// The variable by which the runner finds it.
  private static final String VARIABLE = "HONE_OBSERVER";

  private final Path cacheFolder;

  RustObserver(Path cacheFolder) {
    this.cacheFolder = cacheFolder;
  }

  /// Returns a toolchain that has the library, which is compiled where it is missing.
  Toolchain shownTo(Toolchain plain) {
    byte[] source = Scripts.resource("rust", "observer.rs");
    // A compiler reads no library of another build, though it may have the same version.
    List<String> build = Programs.ask(List.of(plain.program().toString(), "-vV"));
    Stream<byte[]> compiler = ContentHash.texts(build.toString(), plain.program().toString());
    String hash = ContentHash.of(Stream.concat(Stream.of(source), compiler));
    Path folder =
        new PreparedFolder(cacheFolder, "rust-observer-%s-%s".formatted(plain.version(), hash))
            .made(
                "Rust's observer of tests",
                (part, scratch) -> compile(plain, source, part, scratch));
    Map<String, String> environment = new HashMap<>(plain.environment());
    environment.put(VARIABLE, folder.resolve(LIBRARY).toString());
    return new Toolchain(plain.program(), plain.version(), plain.readOnly(), environment)
        .with(List.of(folder));
  }

  private static void compile(Toolchain plain, byte[] source, Path part, Path scratch)
      throws IOException, InterruptedException {
    Path file = Files.write(scratch.resolve("observer.rs"), source);
    Programs.Answer answer =
        Programs.run(
            List.of(
                plain.program().toString(),
                "--edition",
                "2021",
                "--crate-type",
                "rlib",
                "--crate-name",
                "hone_observed",
                "-C",
                "debuginfo=0",
                "-o",
                part.resolve(LIBRARY).toString(),
                file.toString()));
    if (answer.exit() != 0) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "rustc could not compile the library that tests need; check that `rustc --crate-type rlib`"
              + " works, then run the command again. It said:\n"
              + answer.lastLines());
    }
  }
}
