package dev.hone.sandbox.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A proxy on a socket in the file system that opens tunnels to a few hosts and refuses everything
/// else: other hosts and ports, numeric addresses, and requests that are no tunnel, such as plain
/// HTTP. What goes through a tunnel is encrypted and not looked at.
public final class RegistryProxy implements AutoCloseable {
  private static final int CONNECTIONS = 64;
  private static final int CONNECT_MILLIS = 20_000;
  private static final Pattern CONNECT =
      Pattern.compile("CONNECT ([A-Za-z0-9.-]{1,253}):(\\d{1,5}) HTTP/1\\.[01]");
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|0[xX].*");

  private final Set<String> hosts;
  private final Route route;
  private final Set<String> refused = new ConcurrentSkipListSet<>();
  private final Set<String> unreachable = new ConcurrentSkipListSet<>();
  private final Listener listener;

  /// Starts to listen.
  ///
  /// @param socket where; its folder is there and can be passed by the box's user
  /// @param hosts what may be reached, each as `host:port`, in lower case
  /// @param route how they are reached
  /// @throws IOException if the socket cannot be made
  public RegistryProxy(Path socket, Set<String> hosts, Route route) throws IOException {
    this.hosts = Set.copyOf(hosts);
    this.route = route;
    this.listener = new Listener(socket, CONNECTIONS, this::serve);
  }

  /// {@return what was asked for and refused, in the order of the alphabet}
  public List<String> refused() {
    return List.copyOf(refused);
  }

  /// {@return the permitted hosts that could not be reached, in the order of the alphabet}
  public List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  @Override
  public void close() {
    listener.close();
  }

  private void serve(SocketChannel box) throws IOException {
    String line = Heads.firstLine(box);
    Matcher matcher = CONNECT.matcher(line);
    if (!matcher.matches()) {
      refuse(shown(line));
      answer(box, "405 Only Tunnels");
      return;
    }
    String host = matcher.group(1).toLowerCase(Locale.ROOT);
    String target = host + ":" + matcher.group(2);
    if (!hosts.contains(target) || NUMERIC.matcher(host).matches()) {
      refuse(target);
      answer(box, "403 Not The Registry");
      return;
    }
    Optional<SocketChannel> reached = reached(host, Integer.parseInt(matcher.group(2)));
    if (reached.isEmpty()) {
      unreachable.add(target);
      answer(box, "502 Unreachable");
      return;
    }
    try (SocketChannel registry = reached.get()) {
      answer(box, "200 Connected");
      pipe(box, registry);
    }
  }

  private void refuse(String asked) {
    refused.add(asked);
    System.getLogger(RegistryProxy.class.getName())
        .log(System.Logger.Level.DEBUG, "refused to a box that fetches packages: {0}", asked);
  }

  private Optional<SocketChannel> reached(String host, int port) {
    try {
      return Optional.of(route.connect(host, port, CONNECT_MILLIS));
    } catch (IOException _) {
      // The box's client and the caller are told that there is no way.
      return Optional.empty();
    }
  }

  private static void pipe(SocketChannel box, SocketChannel registry) throws IOException {
    Thread back = Thread.ofVirtual().start(() -> copyBack(registry, box));
    try {
      copy(box, registry);
      registry.shutdownOutput();
      back.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copyBack(SocketChannel registry, SocketChannel box) {
    try {
      copy(registry, box);
      box.shutdownOutput();
    } catch (IOException _) {
      // One side is gone, so the tunnel is.
      closeQuietly(box);
    }
  }

  private static void closeQuietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new IllegalStateException("could not close a connection of the box", e);
    }
  }

  private static void copy(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    while (from.read(buffer) >= 0) {
      buffer.flip();
      Heads.write(to, buffer);
      buffer.clear();
    }
  }

  private static String shown(String line) {
    String plain = line.replaceAll("[^!-~ ]", "?");
    return plain.length() <= 100 ? plain : plain.substring(0, 100);
  }

  private static void answer(SocketChannel box, String status) throws IOException {
    String text = "HTTP/1.1 " + status + "\r\n\r\n";
    Heads.write(box, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
