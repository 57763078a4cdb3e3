package dev.hone.language.python;

import dev.hone.failure.ErrorType;
import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.ContentHash;
import dev.hone.language.runner.PreparedFolder;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// pytest, which runs tests, and pyflakes, which the gate asks, with their dependencies, pinned by
/// version and hash, in a folder of Hone's own. pip brings them, from wherever this machine's pip
/// is set up to fetch; the hashes decide what is accepted.
final class Pytest {
  private static final String SIZE = "about 0.6 MB";

  private final Path cacheFolder;
  private final Progress progress;
  private final String requirements;
  private final String version;

  Pytest(Path cacheFolder, Progress progress) {
    this.cacheFolder = cacheFolder;
    this.progress = progress;
    this.requirements =
        new String(Scripts.resource("python", "requirements.txt"), StandardCharsets.UTF_8);
    this.version =
        requirements
            .lines()
            .filter(line -> line.startsWith("pytest=="))
            .map(line -> line.substring("pytest==".length(), line.indexOf(' ')))
            .findFirst()
            .orElseThrow();
  }

  /// Returns the folder that holds pytest for an interpreter, fetching it where it is missing.
  Path folder(Toolchain python) {
    return folderFor(python)
        .made("pytest", (part, scratch) -> fetch(python.program(), part, scratch));
  }

  /// Returns what fetching it takes, or nothing where it is there.
  Optional<String> fetching(Toolchain python) {
    return folderFor(python).isMade()
        ? Optional.empty()
        : Optional.of("fetches pytest %s and pyflakes by pip (%s)".formatted(version, SIZE));
  }

  /// Asks for pip where pytest is still to be fetched.
  void requireSource(Toolchain python) {
    if (!folderFor(python).isMade()) {
      requirePip(python.program());
    }
  }

  private PreparedFolder folderFor(Toolchain python) {
    String hash = ContentHash.of(ContentHash.texts(requirements)).substring(0, 8);
    String feature = python.version().substring(0, python.version().lastIndexOf('.'));
    return new PreparedFolder(
        cacheFolder, "pytest-%s-%s-python%s".formatted(version, hash, feature));
  }

  private void fetch(Path python, Path part, Path scratch)
      throws IOException, InterruptedException {
    requirePip(python);
    progress.report(
        new Event.Stage(
            "fetching pytest %s and pyflakes with pip, once (%s)".formatted(version, SIZE)));
    Path list = scratch.resolve("requirements.txt");
    Files.writeString(list, requirements);
    Programs.Answer answer = Programs.run(command(python, list, part));
    if (answer.exit() != 0 || !Files.isDirectory(part.resolve("pytest"))) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "pip could not fetch pytest %s; check the network and pip's settings, then run the"
                  .formatted(version)
              + " command again. pip said:\n"
              + answer.lastLines());
    }
    compile(python, part);
  }

  private static List<String> command(Path python, Path list, Path target) {
    return List.of(
        python.toString(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--no-input",
        "--no-compile",
        "--only-binary",
        ":all:",
        "--no-deps",
        "--require-hashes",
        "--target",
        target.toString(),
        "--requirement",
        list.toString());
  }

  // Bytecode that is used whatever the clock says, since code in the sandbox cannot write it again.
  // A file that does not compile here is only slower, so the exit code does not matter.
  private static void compile(Path python, Path target) throws IOException, InterruptedException {
    Programs.run(
        List.of(
            python.toString(),
            "-I",
            "-m",
            "compileall",
            "-q",
            "--invalidation-mode",
            "unchecked-hash",
            target.toString()));
  }

  private static void requirePip(Path python) {
    if (Programs.ask(List.of(python.toString(), "-m", "pip", "--version")).isEmpty()) {
      throw new ToolchainException(
          ErrorType.EXTERNAL,
          "%s has no pip, which fetches pytest once; install it (Debian: apt install python3-pip,"
                  .formatted(python)
              + " Fedora: dnf install python3-pip, elsewhere: python3 -m ensurepip)");
    }
  }
}
