package dev.hone.language.typescript;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The compiler and the types of Node.js, pinned by version and hash, in a folder of Hone's own.
/// npm brings them, from wherever this machine's npm is set up to fetch; the hashes decide what is
/// accepted.
public final class TypeScriptPackages {
  private static final String SIZE = "about 5 MB";
  private static final String MODULES = "node_modules";

  private final Path cacheFolder;
  private final Progress progress;
  // What reads JSON is slow to load, and not every command needs it.
  private final Once<JsonNode> wanted =
      new Once<>(() -> JsonMapper.shared().readTree(text("package.json")).path("dependencies"));

  /// Makes the packages' place known; nothing is fetched yet.
  ///
  /// @param cacheFolder the folder of downloads and runners
  /// @param progress told before something is fetched
  public TypeScriptPackages(Path cacheFolder, Progress progress) {
    this.cacheFolder = cacheFolder;
    this.progress = progress;
  }

  /// Returns the version of the compiler.
  String version() {
    return wanted.get().path("typescript").asString();
  }

  /// {@return the folder `node_modules` that holds the packages, fetched first where they are
  /// missing}
  ///
  /// @param node Node.js, which runs npm
  /// @throws ToolchainException if they cannot be fetched
  public Path folder(Path node) {
    String what = "typescript %s and @types/node %s".formatted(version(), typesVersion());
    return place().made(what, (part, _) -> fetch(node, part, what)).resolve(MODULES);
  }

  /// Asks for npm where the packages are still to be fetched.
  void requireSource(Path node) {
    if (!place().isMade()) {
      npm(node);
    }
  }

  /// Returns what fetching them takes, or nothing where they are there.
  Optional<String> fetching() {
    return place().isMade()
        ? Optional.empty()
        : Optional.of("fetches the compiler by npm (%s)".formatted(SIZE));
  }

  /// Returns the folder `node_modules`, whether or not it is fetched yet.
  Path modules() {
    return place().path().resolve(MODULES);
  }

  private PreparedFolder place() {
    return new PreparedFolder(
        cacheFolder, "typescript-%s-with-types-%s".formatted(version(), typesVersion()));
  }

  private String typesVersion() {
    return wanted.get().path("@types/node").asString();
  }

  private void fetch(Path node, Path part, String what) throws IOException, InterruptedException {
    List<String> command = start(node, npm(node));
    progress.report(new Event.Stage("fetching " + what + " with npm, once (" + SIZE + ")"));
    Files.writeString(part.resolve("package.json"), text("package.json"));
    Files.writeString(part.resolve("package-lock.json"), text("package-lock.json"));
    // Of a folder that is reached by a link npm says that its two files do not fit.
    command.addAll(
        List.of(
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--prefix",
            part.toRealPath().toString()));
    Programs.Answer answer = Programs.run(command);
    if (answer.exit() != 0
        || !Files.exists(part.resolve("node_modules/typescript/lib/typescript.js"))) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "npm could not fetch %s; check the network and npm's settings, then run the command again."
                  .formatted(what)
              + " npm said:\n"
              + answer.lastLines());
    }
  }

  private static Path npm(Path node) {
    Path beside = node.resolveSibling("npm");
    List<Path> found = Files.isExecutable(beside) ? List.of(beside) : Programs.onPath("npm");
    if (found.isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "npm is not on the PATH, and it fetches the TypeScript compiler once; install it (Debian:"
              + " apt install npm, Fedora: dnf install nodejs-npm, macOS: brew install node) or pass"
              + " --language with another one");
    }
    return found.getFirst();
  }

  /// Returns the start of a command of npm, run by the Node.js that was chosen where npm is a
  /// script of it.
  private static List<String> start(Path node, Path npm) throws IOException {
    Path real = npm.toRealPath();
    return new ArrayList<>(
        real.toString().endsWith(".js")
            ? List.of(node.toString(), real.toString())
            : List.of(npm.toString()));
  }

  private static String text(String name) {
    return new String(Scripts.resource("typescript", name), StandardCharsets.UTF_8);
  }
}
