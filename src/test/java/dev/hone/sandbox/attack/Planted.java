package dev.hone.sandbox.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.sandbox.process.Tools;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What stands for the rest of the machine during one attack, open to everybody, so that nothing
/// but the sandbox keeps an attack from it: a secret file, which this process also holds open; a
/// file and a folder to write to; and a witness, a process of the attack's own user that holds the
/// secret and listens on every kind of socket.
final class Planted implements AutoCloseable {
  /// The user of the first job of root.
  private static final int SLOT = 60_001;

  private final String secret = "secret-" + UUID.randomUUID();
  private final String abstractName = "hone-" + UUID.randomUUID();
  private final int key = ThreadLocalRandom.current().nextInt(1 << 20, 1 << 30);
  private final Path hidden;
  private final Path folder;
  private final FileInputStream held;
  private final Process witness;
  private final BufferedReader reports;
  private final String[] ready;
  private final Map<String, String> before;

  /// Plants all of it.
  ///
  /// @param root an empty folder
  Planted(Path root) throws IOException {
    hidden = open(Files.createDirectory(root.resolve("hidden")));
    folder = open(Files.createDirectory(root.resolve("open")));
    Files.writeString(open(Files.createFile(secretFile())), secret);
    Files.writeString(open(Files.createFile(openFile())), "unchanged");
    held = new FileInputStream(secretFile().toFile());
    witness = startWitness();
    reports = witness.inputReader(StandardCharsets.UTF_8);
    String line = String.valueOf(reports.readLine());
    assertThat(line).as("the witness").startsWith("ready ");
    ready = line.split(" ", -1);
    before = state();
  }

  private static Path open(Path path) throws IOException {
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private Path secretFile() {
    return hidden.resolve("secret");
  }

  private Path openFile() {
    return folder.resolve("file");
  }

  private Process startWitness() throws IOException {
    assumeThat(Tools.find("python3")).as("python3 is not a program of the system").isPresent();
    List<String> command = new ArrayList<>();
    if (Tools.uid() == 0) {
      command.addAll(List.of(Tools.path("setpriv"), "--reuid=" + SLOT, "--regid=" + SLOT));
      command.addAll(List.of("--clear-groups", "--"));
    }
    command.addAll(List.of(Tools.path("python3"), "-I", "-S", "-c", Attack.text("witness.py")));
    command.addAll(List.of(folder.toString(), secret, abstractName, Integer.toString(key)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HONE_SECRET", secret);
    return builder.redirectErrorStream(true).start();
  }

  /// {@return the variables by which an attack finds all of it}
  Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("CANARY_FILE", secretFile().toString());
    variables.put("CANARY_OPEN", openFile().toString());
    variables.put("CANARY_FOLDER", folder.toString());
    variables.put("CANARY_SOCKET", folder.resolve("socket").toString());
    variables.put("CANARY_ABSTRACT", abstractName);
    variables.put("CANARY_PORT", ready[1]);
    variables.put("CANARY_UDP", ready[2]);
    variables.put("CANARY_PID", Long.toString(witness.pid()));
    variables.put("CANARY_KEY", Integer.toString(key));
    return variables;
  }

  /// {@return the word that only who reached the secret can print}
  String secret() {
    return secret;
  }

  /// Fails unless all of it is as it was, and nobody reached the witness.
  ///
  /// @param attributes whether modes, owners and times must be as they were too
  void unharmed(boolean attributes) throws IOException, InterruptedException {
    Map<String, String> now = state();
    Map<String, String> then = new TreeMap<>(before);
    if (!attributes) {
      now.keySet().removeIf(name -> name.startsWith("attributes"));
      then.keySet().removeIf(name -> name.startsWith("attributes"));
    }
    assertThat(now).isEqualTo(then);
    assertThat(witness.isAlive()).as("the witness lives").isTrue();
    witness.outputWriter(StandardCharsets.UTF_8).close();
    assertThat(reports.lines()).as("who reached the witness").isEmpty();
    assertThat(witness.waitFor()).isZero();
    assertThat(systemVObjects()).noneMatch(k -> k == key || k == key + 1);
  }

  private Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    for (Path path : List.of(secretFile(), openFile(), hidden, folder)) {
      state.put(
          "attributes of " + path,
          Files.readAttributes(path, "unix:*", LinkOption.NOFOLLOW_LINKS).entrySet().stream()
              .filter(e -> List.of("mode", "uid", "gid", "lastModifiedTime").contains(e.getKey()))
              .sorted(Map.Entry.comparingByKey())
              .toList()
              .toString());
      try (Stream<Path> names = Files.isDirectory(path) ? Files.list(path) : Stream.of()) {
        String content =
            Files.isDirectory(path) ? names.sorted().toList().toString() : Files.readString(path);
        state.put("content of " + path, content);
      }
    }
    Path process = Path.of("/proc", Long.toString(witness.pid()));
    if (witness.isAlive()) {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      state.put("nice", fields[16]);
      state.put("policy", fields[38]);
      state.put("limits", Files.readString(process.resolve("limits")));
      state.put("score", Files.readString(process.resolve("oom_score_adj")));
      try (Stream<String> lines = Files.lines(process.resolve("status"))) {
        state.put("cpus", lines.filter(l -> l.startsWith("Cpus_allowed:")).toList().toString());
      }
    }
    return state;
  }

  private static List<Integer> systemVObjects() throws IOException {
    List<Integer> keys = new ArrayList<>();
    for (String kind : List.of("shm", "msg", "sem")) {
      try (Stream<String> lines = Files.lines(Path.of("/proc/sysvipc", kind))) {
        lines
            .skip(1)
            .map(l -> l.strip().split("\\s+", 2)[0])
            .map(Integer::valueOf)
            .forEach(keys::add);
      }
    }
    return keys;
  }

  /// Takes away the System V objects of a witness that was killed.
  private void removeObjects() throws IOException, InterruptedException {
    if (Tools.find("ipcrm").isPresent()) {
      String name = Integer.toString(key);
      new ProcessBuilder(Tools.path("ipcrm"), "-M", name, "-Q", name, "-S", name)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  @Override
  public void close() throws IOException {
    held.close();
    // By the end of its input, so that it takes its objects away.
    witness.outputWriter(StandardCharsets.UTF_8).close();
    try {
      if (!witness.waitFor(5, TimeUnit.SECONDS) || witness.exitValue() != 0) {
        witness.destroyForcibly();
        removeObjects();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      witness.destroyForcibly();
    }
  }
}
