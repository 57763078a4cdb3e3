package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8TextTest {
  private final Utf8Text text = new Utf8Text();

  @Test
  void aCharacterComesOnceAllItsBytesAreThere() {
    StringBuilder seen = new StringBuilder();

    for (byte b : "a€😀é".getBytes(StandardCharsets.UTF_8)) {
      seen.append(text.add(new byte[] {b}));
    }

    assertThat(seen).hasToString("a€😀é");
  }

  @Test
  void anEmojiIsNeverShownAsHalf() {
    byte[] bytes = "😀".getBytes(StandardCharsets.UTF_8);

    assertThat(text.add(new byte[] {bytes[0], bytes[1], bytes[2]})).isEmpty();
    assertThat(text.add(new byte[] {bytes[3], 'x'})).isEqualTo("😀x");
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    assertThat(text.add(new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo("a\uFFFDb");
  }

  @Test
  void aControlTokenWithoutBytesIsNothing() {
    assertThat(text.add(new byte[0])).isEmpty();
  }
}
