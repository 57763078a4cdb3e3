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
  private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private int values;
  private int count;
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

  /// Adds a single float.
  public GgufFiles real(String key, float value) {
    key(metadata, key, 6);
    int32(metadata, Float.floatToRawIntBits(value));
    return this;
  }

  /// Adds a list of single floats.
  public GgufFiles reals(String key, float... entries) {
    key(metadata, key, 9);
    int32(metadata, 6);
    int64(metadata, entries.length);
    for (float entry : entries) {
      int32(metadata, Float.floatToRawIntBits(entry));
    }
    return this;
  }

  /// Adds a list of numbers.
  public GgufFiles numbers(String key, int... entries) {
    key(metadata, key, 9);
    int32(metadata, 5);
    int64(metadata, entries.length);
    for (int entry : entries) {
      int32(metadata, entry);
    }
    return this;
  }

  /// Adds a tensor.
  ///
  /// @param name its name
  /// @param weights its weights
  /// @param dimensions how many there are in each direction, the first of them a multiple of 8
  public GgufFiles tensor(String name, float[] weights, int... dimensions) {
    string(tensors, name);
    int32(tensors, dimensions.length);
    for (int dimension : dimensions) {
      int64(tensors, dimension);
    }
    int32(tensors, 0);
    int64(tensors, data.size());
    for (float weight : weights) {
      int32(data, Float.floatToRawIntBits(weight));
    }
    count++;
    return this;
  }

  /// Writes the file; where no tensor was added, with one of 64 × 4 weights that are zero.
  public Path write(Path file) {
    if (count == 0) {
      tensor("token_embd.weight", new float[64 * 4], 64, 4);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    int32(out, version);
    int64(out, count);
    int64(out, values);
    out.writeBytes(metadata.toByteArray());
    out.writeBytes(tensors.toByteArray());
    out.writeBytes(new byte[(32 - out.size() % 32) % 32]);
    out.writeBytes(data.toByteArray());
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
