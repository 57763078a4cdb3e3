package dev.hone.model.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes small model files by hand.
public final class GgufFiles {
  private final ByteArrayOutputStream metadata = new ByteArrayOutputStream();
  private int values;
  private int version = 3;

  public GgufFiles version(int number) {
    version = number;
    return this;
  }

  public GgufFiles text(String key, String value) {
    key(metadata, key, 8);
    string(metadata, value);
    return this;
  }

  public GgufFiles number(String key, int value) {
    key(metadata, key, 4);
    int32(metadata, value);
    return this;
  }

  public GgufFiles texts(String key, String... entries) {
    key(metadata, key, 9);
    int32(metadata, 8);
    int64(metadata, entries.length);
    for (String entry : entries) {
      string(metadata, entry);
    }
    return this;
  }

  /// Writes the file with one tensor of 64 × 4 single floats, and its data.
  public Path write(Path file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    int32(out, version);
    int64(out, 1);
    int64(out, values);
    out.writeBytes(metadata.toByteArray());
    string(out, "token_embd.weight");
    int32(out, 2);
    int64(out, 64);
    int64(out, 4);
    int32(out, 0);
    int64(out, 0);
    out.writeBytes(new byte[(32 - out.size() % 32) % 32]);
    out.writeBytes(new byte[64 * 4 * 4]);
    try {
      return Files.write(file, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void key(ByteArrayOutputStream out, String key, int type) {
    string(out, key);
    int32(out, type);
    values++;
  }

  private static void string(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int64(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void int32(ByteArrayOutputStream out, int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }

  private static void int64(ByteArrayOutputStream out, long value) {
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
  }
}
