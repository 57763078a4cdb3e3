package dev.hone.language.node;

import dev.hone.language.Toolchain;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Once;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds Node.js and lays out the scripts of the test runner. Safe for use by several threads.
public final class NodeToolchain {
  private static final String QUESTION =
      "console.log(require('fs').realpathSync(process.execPath)); console.log(process.versions.node)";

  private final Scripts scripts;
  private final Once<Toolchain> installed = new Once<>(NodeToolchain::look);
  private final Once<Toolchain> ready = new Once<>(this::prepare);

  /// Makes a finder; nothing is looked for yet.
  ///
  /// @param cacheFolder where the scripts are kept
  public NodeToolchain(Path cacheFolder) {
    this.scripts =
        new Scripts(
            cacheFolder,
            "node",
            List.of(
                "run.cjs",
                "report.cjs",
                "gate.mjs",
                "preload.cjs",
                "observer.cjs",
                "frameworks.cjs",
                "expect.cjs",
                "mocks.cjs"));
  }

  private record Node(Path program, String version, int major, int minor)
      implements Programs.Versioned {
    /// Older ones read an ES module in a `.js` file as an error, and cannot `require` one.
    @Override
    public boolean isRecent() {
      return major > 22 || (major == 22 && minor >= 12) || (major == 20 && minor >= 19);
    }
  }

  /// {@return Node.js as found on this machine, with nothing laid out}
  ///
  /// @throws ToolchainException if it is missing or too old
  public Toolchain installed() {
    return installed.get();
  }

  /// {@return Node.js as found on this machine, with the scripts laid out}
  ///
  /// @throws ToolchainException if it is missing or too old
  public Toolchain toolchain() {
    return ready.get();
  }

  /// {@return where a script stands, once the toolchain was asked for}
  ///
  /// @param name its file name
  public Path script(String name) {
    return scripts.folder().resolve(name);
  }

  private Toolchain prepare() {
    Toolchain plain = installed();
    scripts.write();
    return plain.with(List.of(scripts.folder()));
  }

  private static Toolchain look() {
    Node node = node();
    Map<String, String> environment =
        Map.of(
            "PATH",
            Programs.pathWith(node.program()),
            "NO_COLOR",
            "1",
            "NODE_NO_WARNINGS",
            "1",
            // Node reads this at every start, and a sandbox may not show the system's file.
            "OPENSSL_CONF",
            "/dev/null");
    List<Path> readOnly = shown(node.program());
    return new Toolchain(node.program(), node.version(), readOnly, environment);
  }

  /// Returns what Node.js needs of the folder it was installed into: `etc` there has npm's settings
  /// for all users, which may hold tokens.
  static List<Path> shown(Path node) {
    return Programs.installation(node).stream()
        .flatMap(folder -> Stream.of(node, folder.resolve("lib"), folder.resolve("include")))
        .filter(Files::exists)
        .toList();
  }

  private static Node node() {
    return Programs.firstRecent(
        Stream.concat(Programs.onPath("node", "nodejs").stream(), nvm()).toList(),
        NodeToolchain::ask,
        seen ->
            "Node.js 20.19, 22.12 or later is not on the PATH"
                + seen
                + "; install it (Debian 13: apt install nodejs, Fedora: dnf install nodejs, macOS:"
                + " brew install node, elsewhere: nvm install 22) or pass --language with another"
                + " one");
  }

  private static Optional<Node> ask(Path program) {
    List<String> answer = Programs.ask(List.of(program.toString(), "-e", QUESTION));
    if (answer.size() != 2 || !answer.get(1).matches("\\d+\\.\\d+\\..*")) {
      return Optional.empty();
    }
    String[] numbers = answer.get(1).split("\\.", -1);
    return Optional.of(
        new Node(
            Path.of(answer.get(0)),
            answer.get(1),
            Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1])));
  }

  /// Versions that nvm keeps, newest first; it puts one on the PATH only in interactive shells.
  private static Stream<Path> nvm() {
    String home = System.getenv().getOrDefault("HOME", "/");
    Path versions =
        Path.of(System.getenv().getOrDefault("NVM_DIR", home + "/.nvm")).resolve("versions/node");
    try (Stream<Path> folders = Files.list(versions)) {
      return folders
          .filter(
              folder -> folder.getFileName().toString().matches("v\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}"))
          .sorted(Comparator.comparing(NodeToolchain::rank).reversed())
          .map(folder -> folder.resolve("bin").resolve("node"))
          .filter(Files::isExecutable)
          .toList()
          .stream();
    } catch (IOException e) {
      // There is no nvm here.
      return Stream.empty();
    }
  }

  private static String rank(Path folder) {
    String[] numbers = folder.getFileName().toString().substring(1).split("\\.", -1);
    return Stream.of(numbers)
        .map(number -> "%06d".formatted(Integer.parseInt(number)))
        .reduce("", String::concat);
  }
}
