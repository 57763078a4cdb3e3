package dev.hone.model.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A hash that tells model files apart without reading them whole: the length, the header, and
/// samples of the weights at even distances.
final class Fingerprint {
  private static final int SAMPLES = 64;
  private static final int SAMPLE_BYTES = 4096;

  private Fingerprint() {}

  static String of(Gguf gguf) {
    try (FileChannel channel = FileChannel.open(gguf.file())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long size = channel.size();
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
      update(digest, channel, 0, gguf.dataOffset());
      long step = Math.max(SAMPLE_BYTES, (size - gguf.dataOffset()) / SAMPLES);
      for (long at = gguf.dataOffset(); at < size; at += step) {
        update(digest, channel, at, SAMPLE_BYTES);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void update(MessageDigest digest, FileChannel channel, long from, long length)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, 1 << 16));
    long at = from;
    while (at < from + length) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), from + length - at));
      int read = channel.read(buffer, at);
      if (read < 0) {
        return;
      }
      digest.update(buffer.flip());
      at += read;
    }
  }
}
