package dev.hone.sandbox;

import dev.hone.sandbox.process.Tools;
import dev.hone.sandbox.process.Workplace;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Things of the machine that no box may reach: a file, which Hone also holds open; a variable of
/// Hone's environment; a port; a process of Hone's own user; an abstract and a path Unix socket.
/// Closing takes them away.
final class Canaries implements AutoCloseable {
  /// Listens on an abstract Unix socket, which Java cannot, until its input ends.
  private static final String LISTENER =
      """
      my $socket;
      socket($socket, AF_UNIX, SOCK_STREAM, 0) && bind($socket, pack_sockaddr_un("\\0$ARGV[0]"))
        && listen($socket, 8) or die;
      $| = 1;
      print "ready\\n";
      <STDIN>;
      """;

  /// Where a path Unix socket may lie, as the kernel takes no longer path.
  private static final int MOST_PATH_BYTES = 100;

  /// What the sandbox or a shell sets itself.
  private static final Set<String> SET_INSIDE =
      Set.of("PATH", "HOME", "TMPDIR", "LANG", "PWD", "OLDPWD", "SHLVL");

  private final String mark = "hone-canary-" + UUID.randomUUID();
  private final List<AutoCloseable> held = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();

  private Canaries() {}

  /// {@return canaries that are there until closed}
  static Canaries plant(Workplace workplace) throws IOException {
    Canaries canaries = new Canaries();
    try {
      canaries.plantAll(workplace);
      return canaries;
    } catch (IOException | RuntimeException e) {
      canaries.close();
      throw e;
    }
  }

  /// {@return what canary.sh must know of them, in its order; empty for what could not be planted}
  List<String> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  private void plantAll(Workplace workplace) throws IOException {
    Path file = workplace.file("canary", "not for the box".getBytes(StandardCharsets.UTF_8));
    held.add(new FileInputStream(file.toFile()));
    ServerSocket port = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"));
    held.add(port);
    arguments.add(file.toString());
    arguments.add(Integer.toString(port.getLocalPort()));
    arguments.add(namespace("net"));
    arguments.add(namespace("pid"));
    arguments.add(ownVariable());
    Process victim = victim(List.of(Tools.path("cat")));
    arguments.add(Long.toString(victim.pid()));
    arguments.add(mark);
    arguments.add(abstractSocket(Tools.find("perl")));
    arguments.add(pathSocket(workplace.unique("socket")));
  }

  private static String namespace(String kind) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString();
  }

  private static String ownVariable() {
    return System.getenv().keySet().stream()
        .filter(name -> name.matches("[A-Za-z][A-Za-z0-9_]*") && !SET_INSIDE.contains(name))
        .sorted()
        .findFirst()
        .orElse("");
  }

  /// Starts a process whose environment is marked, and which ends with Hone, however that ends.
  ///
  /// @param command a command that ends with its input
  private Process victim(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().put("HONE_CANARY", mark);
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    held.add(process::destroyForcibly);
    return process;
  }

  /// {@return the name of a socket that somebody listens on; empty where no perl can}
  private String abstractSocket(Optional<Path> perl) throws IOException {
    if (perl.isEmpty()) {
      return "";
    }
    Process listener = victim(List.of(perl.get().toString(), "-MSocket", "-e", LISTENER, mark));
    BufferedReader output = listener.inputReader(StandardCharsets.UTF_8);
    return "ready".equals(output.readLine()) ? mark : "";
  }

  private String pathSocket(Path path) throws IOException {
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > MOST_PATH_BYTES) {
      return "";
    }
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    held.add(socket);
    socket.bind(UnixDomainSocketAddress.of(path));
    held.add(() -> Workplace.remove(path));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    return path.toString();
  }

  @Override
  public void close() {
    for (AutoCloseable each : held.reversed()) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("could not take away " + each, e);
      }
    }
  }
}
