package dev.hone.model.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// Little-endian reading of a file through a small buffer. Every method throws `EOFException` where
/// the file ends first, or where a length points behind its end.
final class GgufInput {
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN).limit(0);

  GgufInput(FileChannel channel) {
    this.channel = channel;
  }

  long size() throws IOException {
    return channel.size();
  }

  long position() throws IOException {
    return channel.position() - buffer.remaining();
  }

  byte int8() throws IOException {
    return atLeast(1).get();
  }

  short int16() throws IOException {
    return atLeast(2).getShort();
  }

  int int32() throws IOException {
    return atLeast(4).getInt();
  }

  long int64() throws IOException {
    return atLeast(8).getLong();
  }

  /// {@return a number of things that follow, each at least a byte long}
  long count() throws IOException {
    long count = int64();
    if (count < 0 || count > size() - position()) {
      throw new EOFException();
    }
    return count;
  }

  String string() throws IOException {
    byte[] bytes = new byte[Math.toIntExact(Math.min(count(), Integer.MAX_VALUE - 8))];
    int done = 0;
    while (done < bytes.length) {
      int part = Math.min(atLeast(1).remaining(), bytes.length - done);
      buffer.get(bytes, done, part);
      done += part;
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void skip(long bytes) throws IOException {
    if (bytes <= buffer.remaining()) {
      buffer.position(buffer.position() + (int) bytes);
    } else {
      channel.position(position() + bytes);
      buffer.limit(0);
    }
  }

  private ByteBuffer atLeast(int bytes) throws IOException {
    while (buffer.remaining() < bytes) {
      buffer.compact();
      int read = channel.read(buffer);
      buffer.flip();
      if (read < 0) {
        throw new EOFException();
      }
    }
    return buffer;
  }
}
