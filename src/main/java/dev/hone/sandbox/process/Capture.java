package dev.hone.sandbox.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the head and the tail of a stream of bytes, each up to a number of bytes. Safe for use by
/// several threads.
final class Capture {
  private final int half;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();
  private byte[] ring = new byte[0];
  private long total;

  Capture(long maxBytes) {
    this.half = Math.clamp(maxBytes / 2, 1, 1 << 28);
  }

  synchronized void add(byte[] bytes, int length) {
    int forHead = Math.min(half - head.size(), length);
    head.write(bytes, 0, forHead);
    for (int i = forHead; i < length; ) {
      if (ring.length == 0) {
        ring = new byte[half];
      }
      int at = (int) ((total + i - half) % half);
      int chunk = Math.min(length - i, half - at);
      System.arraycopy(bytes, i, ring, at, chunk);
      i += chunk;
    }
    total += length;
  }

  synchronized boolean truncated() {
    return total > 2L * half;
  }

  synchronized String text() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toByteArray());
    long inTail = Math.max(0, total - half);
    if (inTail > half) {
      String gap = "\n[… %d bytes left out …]\n".formatted(inTail - half);
      all.writeBytes(gap.getBytes(StandardCharsets.UTF_8));
      int start = (int) (inTail % half);
      all.write(ring, start, half - start);
      all.write(ring, 0, start);
    } else {
      all.write(ring, 0, (int) inTail);
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
