package dev.hone.sandbox.registry;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /// it, `HTTPS_PROXY` or `https_proxy` names a proxy; `NO_PROXY` does not count.
  ///
  /// @param environment the variables of the process
  /// @throws UsageException if what names the proxy is no address of one
  static Route of(Map<String, String> environment) {
    String offline = environment.getOrDefault("HONE_OFFLINE", "");
    if (!offline.isBlank() && !offline.equals("0")) {
      return new Closed();
    }
    return Stream.of("HTTPS_PROXY", "https_proxy")
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .findFirst()
        .<Route>map(name -> through(name, environment.getOrDefault(name, "").strip()))
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

  /// Java's own reading of addresses knows no host with a line below, and takes what follows a `#`
  /// in a password for something else.
  private static Route through(String name, String address) {
    Matcher parts =
        Pattern.compile(
                "(?:https?://)?(?:(?<user>[^/]*)@)?(?<host>[\\w.-]+|\\[[0-9A-Fa-f:.]+])"
                    + "(?::(?<port>\\d{1,5}))?/?")
            .matcher(address);
    if (!parts.matches()) {
      throw noProxy(name);
    }
    try {
      String user = parts.group("user") == null ? "" : parts.group("user").replace("+", "%2B");
      int port = parts.group("port") == null ? 80 : Integer.parseInt(parts.group("port"));
      String credentials = URLDecoder.decode(user, StandardCharsets.UTF_8);
      return new Through(parts.group("host"), port, credentials);
    } catch (IllegalArgumentException _) {
      // A percent sign without a number behind it, whose message repeats what stands there.
      throw noProxy(name);
    }
  }

  private static UsageException noProxy(String name) {
    // The value stays out of the message, as it may hold a password.
    return new UsageException(
        "%s is no address of a proxy such as http://proxy.example:3128; mend or unset it (in a"
                .formatted(name)
            + " password write / as %2F and % as %25), or leave --with out");
  }

  private static SocketChannel tunnel(Through proxy, String target, int millis) throws IOException {
    SocketChannel channel = opened(proxy.host(), proxy.port(), millis);
    // A channel that waits for an answer knows no limit of its own.
    Thread limit = Thread.ofVirtual().start(() -> closeAfter(millis, channel));
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
    } finally {
      limit.interrupt();
    }
  }

  private static void closeAfter(int millis, SocketChannel channel) {
    try {
      Thread.sleep(millis);
      channel.close();
    } catch (InterruptedException _) {
      // The answer came in time.
    } catch (IOException e) {
      throw new IllegalStateException("could not close a connection to the proxy", e);
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
