package dev.hone.bench;

import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The TypeScript compiler for checks, pinned by version and hash. npm brings it once, from
/// wherever this machine's npm is set up to fetch; nothing of it runs while it is fetched.
final class TypeScriptCompiler {
  private static final String VERSION = "5.9.3";

  private final Path cache;
  private final Progress progress;

  TypeScriptCompiler(Path cache, Progress progress) {
    this.cache = cache;
    this.progress = progress;
  }

  /// {@return the folder of the package, whose folder `bin` holds `tsc`}
  Path folder() {
    Path kept = cache.toAbsolutePath().resolve("bench").resolve("typescript-" + VERSION);
    if (!Files.isDirectory(kept)) {
      progress.report(
          new Event.Stage("fetching TypeScript " + VERSION + " by npm, once (about 4 MB)"));
    }
    return new Prepared(
            kept,
            Map.of(
                "package.json", Texts.of("typescript/package.json"),
                "package-lock.json", Texts.of("typescript/package-lock.json")),
            "fetching TypeScript by npm")
        .filled(
            folder ->
                List.of(
                    "npm",
                    "ci",
                    "--prefix",
                    folder.toString(),
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--loglevel",
                    "error"))
        .resolve("node_modules")
        .resolve("typescript");
  }
}
