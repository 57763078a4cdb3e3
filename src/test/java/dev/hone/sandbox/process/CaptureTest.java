package dev.hone.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {
  @Test
  void whatFitsIsKeptWhole() {
    Capture capture = new Capture(10);
    add(capture, "0123");
    add(capture, "456789");

    assertThat(capture.text()).isEqualTo("0123456789");
    assertThat(capture.truncated()).isFalse();
  }

  /// The pieces in which bytes come must not matter.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 26})
  void ofMoreTheHeadAndTheTailAreKeptAndTheGapIsNamed(int piece) {
    Capture capture = new Capture(10);
    String all = "abcdefghijklmnopqrstuvwxyz";
    for (int at = 0; at < all.length(); at += piece) {
      add(capture, all.substring(at, Math.min(at + piece, all.length())));
    }

    assertThat(capture.text()).isEqualTo("abcde\n[… 16 bytes left out …]\nvwxyz");
    assertThat(capture.truncated()).isTrue();
  }

  @Test
  void oneByteTooManyIsTruncation() {
    Capture capture = new Capture(4);
    add(capture, "abcde");

    assertThat(capture.text()).isEqualTo("ab\n[… 1 bytes left out …]\nde");
    assertThat(capture.truncated()).isTrue();
  }

  @Test
  void nothingIsAnEmptyText() {
    assertThat(new Capture(1 << 20).text()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    Capture capture = new Capture(10);
    capture.add(new byte[] {'a', (byte) 0xff, 'b'}, 3);

    assertThat(capture.text()).isEqualTo("a\ufffdb");
  }

  private static void add(Capture capture, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    capture.add(bytes, bytes.length);
  }
}
