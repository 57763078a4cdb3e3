package dev.hone.sandbox.registry;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The heads of HTTP messages around a tunnel.
final class Heads {
  private static final int HEAD_BYTES = 8192;

  private Heads() {}

  /// Returns the first line of a head that was read to its end, and not one byte beyond it; empty
  /// where it has no end.
  static String firstLine(SocketChannel channel) throws IOException {
    StringBuilder head = new StringBuilder();
    ByteBuffer one = ByteBuffer.allocate(1);
    while (head.length() < HEAD_BYTES && head.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one.clear()) < 0) {
        break;
      }
      head.append((char) (one.get(0) & 0xFF));
    }
    boolean whole = head.indexOf("\r\n\r\n") >= 0;
    return whole ? head.substring(0, head.indexOf("\r\n")) : "";
  }

  static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
