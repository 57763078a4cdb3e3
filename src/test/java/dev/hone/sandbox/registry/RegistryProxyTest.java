package dev.hone.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryProxyTest {
  @TempDir Path folder;

  @Test
  void aTunnelToAPermittedHostCarriesBothWays() throws IOException {
    try (ServerSocket registry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RegistryProxy proxy = proxy("localhost:" + registry.getLocalPort())) {
      var _ = Thread.ofVirtual().start(() -> echo(registry));

      String answer = ask("CONNECT localhost:" + registry.getLocalPort() + " HTTP/1.1", "ping");

      assertThat(answer).isEqualTo("HTTP/1.1 200 Connected\r\n\r\nping");
      assertThat(proxy.refused()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONNECT elsewhere.example:443 HTTP/1.1          | HTTP/1.1 403 | elsewhere.example:443
          CONNECT registry.example:80 HTTP/1.1            | HTTP/1.1 403 | registry.example:80
          CONNECT registry.example:8443 HTTP/1.1          | HTTP/1.1 403 | registry.example:8443
          CONNECT sub.registry.example:443 HTTP/1.1       | HTTP/1.1 403 | sub.registry.example:443
          CONNECT registry.example.:443 HTTP/1.1          | HTTP/1.1 403 | registry.example.:443
          CONNECT 127.0.0.1:443 HTTP/1.1                  | HTTP/1.1 403 | 127.0.0.1:443
          CONNECT 2130706433:443 HTTP/1.1                 | HTTP/1.1 403 | 2130706433:443
          CONNECT 0x7f000001:443 HTTP/1.1                 | HTTP/1.1 403 | 0x7f000001:443
          CONNECT [::1]:443 HTTP/1.1                      | HTTP/1.1 405 | CONNECT [::1]:443 HTTP/1.1
          CONNECT registry.example HTTP/1.1               | HTTP/1.1 405 | CONNECT registry.example HTTP/1.1
          GET http://registry.example/ HTTP/1.1           | HTTP/1.1 405 | GET http://registry.example/ HTTP/1.1
          GET https://registry.example:443/ HTTP/1.1      | HTTP/1.1 405 | GET https://registry.example:443/ HTTP/1.1
          """)
  void everythingElseIsRefusedAndRemembered(String request, String answer, String refused)
      throws IOException {
    // A numeric address is refused even if someone permits it.
    try (RegistryProxy proxy =
        proxy("registry.example:443", "127.0.0.1:443", "2130706433:443", "0x7f000001:443")) {
      assertThat(ask(request, "")).startsWith(answer);
      assertThat(proxy.refused()).containsExactly(refused);
    }
  }

  @Test
  void theMachinesOwnProxyIsAskedWithItsPasswordAndTheBoxSeesNoneOfIt() throws IOException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    try (ServerSocket machines = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://me:word@localhost:" + machines.getLocalPort();
      Route route = Route.of(Map.of("HTTPS_PROXY", address));
      var _ = Thread.ofVirtual().start(() -> answerAsProxy(machines, asked));
      try (RegistryProxy _ = proxy(route, "registry.example:443")) {
        assertThat(ask("CONNECT registry.example:443 HTTP/1.1", "ping"))
            .isEqualTo("HTTP/1.1 200 Connected\r\n\r\nping");
      }
    }
    assertThat(asked)
        .containsExactly(
            "CONNECT registry.example:443 HTTP/1.1",
            "Host: registry.example:443",
            "Proxy-Authorization: Basic bWU6d29yZA==");
  }

  @Test
  void offlineNoConnectionIsOpened() throws IOException {
    Route closed = Route.of(Map.of("HONE_OFFLINE", "1", "HTTPS_PROXY", "http://proxy.example:1"));
    try (ServerSocket registry = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // By a connection of its own it would be reached.
      String target = "localhost:" + registry.getLocalPort();
      try (RegistryProxy proxy = proxy(closed, target)) {
        assertThat(ask("CONNECT " + target + " HTTP/1.1", "")).startsWith("HTTP/1.1 502");
        assertThat(proxy.unreachable()).containsExactly(target);
      }
    }
  }

  @Test
  void aPermittedHostThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (RegistryProxy proxy = proxy("localhost:" + port)) {
      assertThat(ask("CONNECT localhost:" + port + " HTTP/1.1", "")).startsWith("HTTP/1.1 502");
      assertThat(proxy.unreachable()).containsExactly("localhost:" + port);
    }
  }

  private RegistryProxy proxy(String... hosts) throws IOException {
    return proxy(new Route.Direct(), hosts);
  }

  private RegistryProxy proxy(Route route, String... hosts) throws IOException {
    return new RegistryProxy(folder.resolve("s"), Set.of(hosts), route);
  }

  private String ask(String request, String more) throws IOException {
    try (SocketChannel box = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("s")))) {
      String text = request + "\r\nHost: x\r\n\r\n" + more;
      box.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      box.shutdownOutput();
      InputStream in = Channels.newInputStream(box);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static void echo(ServerSocket registry) {
    try (Socket connection = registry.accept();
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      out.write(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answerAsProxy(ServerSocket machines, List<String> asked) {
    try (Socket connection = machines.accept();
        InputStream in = connection.getInputStream();
        OutputStream out = connection.getOutputStream()) {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      asked.addAll(head.toString().lines().filter(line -> !line.isEmpty()).toList());
      out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.write(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
