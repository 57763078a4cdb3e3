package dev.hone.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
  @Test
  void withoutAProxyTheWayIsDirect() {
    assertThat(Route.of(Map.of())).isEqualTo(new Route.Direct());
    assertThat(Route.of(Map.of("HTTPS_PROXY", " "))).isEqualTo(new Route.Direct());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://proxy.example:3128,             proxy.example, 3128, ''
          http://proxy.example:3128/,            proxy.example, 3128, ''
          proxy.example,                         proxy.example, 80,   ''
          http://my_proxy:3128,                  my_proxy,      3128, ''
          http://[::1]:3128,                     [::1],         3128, ''
          http://me:wo#rd@proxy.example:3128,    proxy.example, 3128, me:wo#rd
          http://me:w%40rd+1@proxy.example:3128, proxy.example, 3128, me:w@rd+1
          """)
  void aProxyIsReadAsItIsWritten(String address, String host, int port, String credentials) {
    assertThat(Route.of(Map.of("https_proxy", address)))
        .isEqualTo(new Route.Through(host, port, credentials));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://me:secret@proxy.example:x",
        "http://me:secret@pro xy.example:1",
        "http://me:secret%@proxy.example:1",
        "socks5://me:secret@proxy.example:1",
        "http://me:sec/ret@proxy.example:1"
      })
  void anotherWordIsWrongUseAndItsPasswordIsNotRepeated(String address) {
    assertThatThrownBy(() -> Route.of(Map.of("HTTPS_PROXY", address)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("HTTPS_PROXY is no address of a proxy")
        .hasMessageNotContaining("sec")
        .hasNoCause();
  }

  @Test
  @Timeout(10)
  void aProxyThatNeverAnswersIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Route route = new Route.Through("localhost", silent.getLocalPort(), "");

      assertThatThrownBy(() -> route.connect("registry.example", 443, 50))
          .isInstanceOf(IOException.class);
    }
  }
}
