package dev.hone.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1", "[::1]", "[0:0::1]"})
  void theseAreThisMachine(String host) {
    assertThat(ThisMachine.isNamed(host)).isTrue();
  }

  /// Whoever owns such a name decides where it leads.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.example.org",
        "127.0.0.1.example.org",
        "localhost.example.org",
        "10.0.0.1",
        "0.0.0.0",
        "[2001:db8::1]",
        "127.0.0.256",
        ""
      })
  void othersAreNot(String host) {
    assertThat(ThisMachine.isNamed(host)).isFalse();
  }
}
