package dev.hone.sandbox.registry;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;

/// How this machine reaches a registry.
public sealed interface Route {
  /// Not at all: no connection may be opened.
  record Closed() implements Route {}

  /// By a connection of its own.
  record Direct() implements Route {}

  /// Through the proxy that the machine is set up with.
  ///
  /// @param host the proxy
  /// @param port its port
  /// @param credentials user and password with a colon between them, which no box is shown; empty
  ///   for none
  record Through(String host, int port, String credentials) implements Route {
    @Override
    public String toString() {
      return "Through[" + host + ":" + port + "]";
    }
  }

  /// {@return the route that an environment asks for} `HONE_OFFLINE` set to anything but `0` closes
  /// it, `HTTPS_PROXY` or `https_proxy` names a proxy.
  ///
  /// @param environment the variables of the process
  static Route of(Map<String, String> environment) {
    String offline = environment.getOrDefault("HONE_OFFLINE", "");
    if (!offline.isBlank() && !offline.equals("0")) {
      return new Closed();
    }
    return Stream.of("HTTPS_PROXY", "https_proxy")
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .map(value -> URI.create(value.contains("://") ? value : "http://" + value))
        .filter(uri -> uri.getHost() != null)
        .findFirst()
        .<Route>map(Route::through)
        .orElseGet(Direct::new);
  }

  /// {@return a connection to a host, on which its own protocol may begin}
  ///
  /// @param host the host's name
  /// @param port its port
  /// @param millis how long to wait for it
  /// @throws IOException if it cannot be reached this way
  default SocketChannel connect(String host, int port, int millis) throws IOException {
    return switch (this) {
      case Closed _ -> throw new IOException("no connection may be opened");
      case Direct _ -> opened(host, port, millis);
      case Through proxy -> tunnel(proxy, host + ":" + port, millis);
    };
  }

  private static Route through(URI uri) {
    String credentials = uri.getUserInfo();
    int port = uri.getPort();
    return new Through(uri.getHost(), port < 0 ? 80 : port, credentials == null ? "" : credentials);
  }

  private static SocketChannel tunnel(Through proxy, String target, int millis) throws IOException {
    SocketChannel channel = opened(proxy.host(), proxy.port(), millis);
    try {
      byte[] credentials = proxy.credentials().getBytes(StandardCharsets.UTF_8);
      String authorization =
          credentials.length == 0
              ? ""
              : "Proxy-Authorization: Basic %s\r\n"
                  .formatted(Base64.getEncoder().encodeToString(credentials));
      String request =
          "CONNECT %1$s HTTP/1.1\r\nHost: %1$s\r\n%2$s\r\n".formatted(target, authorization);
      Heads.write(channel, ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
      if (!Heads.firstLine(channel).matches("HTTP/1\\.[01] 2\\d\\d.*")) {
        throw new IOException("the proxy refuses " + target);
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static SocketChannel opened(String host, int port, int millis) throws IOException {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(host);
    }
    SocketChannel channel = SocketChannel.open();
    try {
      channel.socket().connect(address, millis);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
