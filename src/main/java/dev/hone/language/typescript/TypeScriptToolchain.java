package dev.hone.language.typescript;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.node.NodeToolchain;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.Once;
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
import java.util.Optional;

/// Finds Node.js, fetches the compiler and makes the checker of the two.
final class TypeScriptToolchain {
  private final NodeToolchain node;
  private final TypeScriptPackages packages;
  private final Scripts scripts;
  private final Path cacheFolder;
  private final Progress progress;
  private final Once<Toolchain> installed = new Once<>(this::look);
  private final Once<Found> found = new Once<>(this::prepare);

  TypeScriptToolchain(Path cacheFolder, Progress progress) {
    this.node = new NodeToolchain(cacheFolder);
    this.packages = new TypeScriptPackages(cacheFolder, progress);
    this.scripts =
        new Scripts(
            cacheFolder,
            "typescript",
            List.of(
                "build.cjs",
                "libraries.js",
                "packages.js",
                "faults.js",
                "check.js",
                "testing.d.ts"));
    this.cacheFolder = cacheFolder;
    this.progress = progress;
  }

  private record Found(Toolchain toolchain, Path checker) {}

  Toolchain installed() {
    return installed.get();
  }

  Toolchain toolchain() {
    return found.get().toolchain();
  }

  Optional<String> firstUse() {
    Toolchain plain = node.installed();
    PreparedFolder checker = place(plain, build(plain, packages.modules()));
    return checker.isMade()
        ? Optional.empty()
        : Optional.of(
            packages.fetching().map(fetching -> fetching + " and ").orElse("")
                + "prepares the checker (about 40 MB)");
  }

  NodeToolchain node() {
    return node;
  }

  /// Returns the command that starts the checker, without its own arguments.
  List<String> checker() {
    Found known = found.get();
    String program = known.toolchain().program().toString();
    Path snapshot = known.checker().resolve("checker.blob");
    return Files.exists(snapshot)
        ? List.of(program, "--snapshot-blob", snapshot.toString())
        : List.of(program, known.checker().resolve("checker.js").toString());
  }

  private Toolchain look() {
    Toolchain plain = node.installed();
    packages.requireSource(plain.program());
    return versioned(plain);
  }

  private Found prepare() {
    Toolchain plain = node.toolchain();
    Path modules = packages.folder(plain.program());
    scripts.write();
    List<String> command = build(plain, modules);
    Path checker =
        place(plain, command).made("the TypeScript checker", (part, _) -> build(command, part));
    return new Found(versioned(plain).with(List.of(modules, checker)), checker);
  }

  private Toolchain versioned(Toolchain plain) {
    return new Toolchain(
        plain.program(), packages.version(), plain.readOnly(), plain.environment());
  }

  private List<String> build(Toolchain plain, Path modules) {
    return List.of(
        plain.program().toString(),
        scripts.folder().resolve("build.cjs").toString(),
        modules.toString(),
        node.script(".").normalize().toString(),
        scripts.folder().toString());
  }

  private PreparedFolder place(Toolchain plain, List<String> command) {
    // The checker knows these paths, and a snapshot starts only in the Node.js that made it.
    String name =
        "typescript-%s-node-%s-%s"
            .formatted(
                packages.version(),
                plain.version(),
                ContentHash.of(ContentHash.texts(String.join("\n", command) + "\n")));
    return new PreparedFolder(cacheFolder, name);
  }

  private void build(List<String> command, Path part) throws IOException, InterruptedException {
    progress.report(new Event.Stage("preparing the TypeScript checker, once (about 40 MB)"));
    List<String> whole = new ArrayList<>(command);
    whole.add(part.toString());
    Programs.Answer answer = Programs.run(whole);
    if (answer.exit() != 0 || !Files.exists(part.resolve("checker.js"))) {
      throw new ToolchainException(
          ErrorType.INTERNAL,
          "could not prepare the TypeScript checker; remove %s and run the command again. Node.js"
                  .formatted(cacheFolder.toAbsolutePath().resolve("runners"))
              + " said:\n"
              + answer.output().strip());
    }
  }
}
