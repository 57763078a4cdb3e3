package dev.hone.language.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.language.ToolchainException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHostsTest {
  @Test
  void anAddressHasAHostAndAPort() {
    assertThat(RegistryHosts.of("pip", "https://Mirror.example/simple/"))
        .isEqualTo("mirror.example:443");
    assertThat(RegistryHosts.of("pip", "https://mirror.example:8443"))
        .isEqualTo("mirror.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://mirror.example/",
        "ftp://mirror.example/",
        "https://10.0.0.1/",
        "x y",
        "a"
      })
  void whatASandboxCannotBeLetToIsRefused(String address) {
    assertThatThrownBy(() -> RegistryHosts.of("pip", address))
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("pip is set up to fetch from");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:secret@mirror.example/",
        "https://me:secret@my_mirror/",
        "https://me:secret@mirror.example:x/",
        "https:me:secret@mirror.example",
        "http://me:secret@mirror.example/"
      })
  void aPasswordIsNotRepeated(String address) {
    assertThatThrownBy(() -> RegistryHosts.of("npm", address))
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("an address with a password")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://mirror.example/?token=secret", "https://my_mirror/secret/"})
  void ofAnAddressOnlyTheHostIsRepeated(String address) {
    assertThatThrownBy(() -> RegistryHosts.of("npm", address))
        .isInstanceOf(ToolchainException.class)
        .hasMessageNotContaining("secret");
  }
}
