package dev.hone.model.embedded;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the header of a model file, and refuses a file that is none or is cut short.
final class GgufReader {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int LONGEST_KEPT_LIST = 1024;
  private static final int STRING = 8;
  private static final int ARRAY = 9;

  private final Path file;
  private final GgufInput in;

  private GgufReader(Path file, GgufInput in) {
    this.file = file;
    this.in = in;
  }

  /// {@return the header of a file whose length is at least what the header promises}
  static Gguf read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new ModelException(
          ErrorType.USER,
          "there is no model file "
              + file
              + "; pass --model with the path of a GGUF file, or --model default");
    }
    try (FileChannel channel = FileChannel.open(file)) {
      Gguf gguf = new GgufReader(file, new GgufInput(channel)).header();
      if (channel.size() < gguf.expectedBytes()) {
        throw cutShort(file, channel.size() + " of " + gguf.expectedBytes() + " bytes are there");
      }
      return gguf;
    } catch (EOFException e) {
      throw cutShort(file, "it ends inside its header");
    } catch (IOException e) {
      throw new ModelException(
          ErrorType.EXTERNAL,
          "the model file " + file + " cannot be read (" + e.getMessage() + "); check it",
          e);
    }
  }

  private static ModelException cutShort(Path file, String how) {
    return new ModelException(
        ErrorType.USER,
        "the model file " + file + " is cut short: " + how + ". Fetch or copy it again");
  }

  private Gguf header() throws IOException {
    if (in.size() < 4 || in.int32() != MAGIC) {
      throw new ModelException(
          ErrorType.USER,
          file + " is not a GGUF model file; pass --model with the path of one that is");
    }
    int version = in.int32();
    if (version != 2 && version != 3) {
      throw new ModelException(
          ErrorType.USER,
          file
              + " is written in GGUF version "
              + Integer.toUnsignedString(version)
              + ", and Hone reads versions 2 and 3; convert it or pass another file to --model");
    }
    long tensorCount = in.count();
    long valueCount = in.count();
    Map<String, Object> metadata = new HashMap<>();
    for (long i = 0; i < valueCount; i++) {
      String key = in.string();
      value(in.int32()).ifPresent(value -> metadata.put(key, value));
    }
    List<Gguf.Tensor> tensors = new ArrayList<>();
    for (long i = 0; i < tensorCount; i++) {
      tensors.add(tensor());
    }
    long alignment = metadata.get("general.alignment") instanceof Long n && n > 0 ? n : 32;
    long dataOffset = (in.position() + alignment - 1) / alignment * alignment;
    return new Gguf(file, metadata, tensors, dataOffset);
  }

  private Gguf.Tensor tensor() throws IOException {
    in.skip(in.count()); // its name
    int dimensions = in.int32();
    if (dimensions < 0 || dimensions > 8) {
      throw damaged("a tensor of " + dimensions + " dimensions");
    }
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      elements *= in.int64();
    }
    return new Gguf.Tensor(in.int32(), elements, in.int64());
  }

  private Optional<Object> value(int type) throws IOException {
    return switch (type) {
      case STRING -> Optional.of(in.string());
      case ARRAY -> list();
      default -> Optional.of(scalar(type));
    };
  }

  private Object scalar(int type) throws IOException {
    return switch (type) {
      case 0 -> (long) Byte.toUnsignedInt(in.int8());
      case 1 -> (long) in.int8();
      case 2 -> (long) Short.toUnsignedInt(in.int16());
      case 3 -> (long) in.int16();
      case 4 -> Integer.toUnsignedLong(in.int32());
      case 5 -> (long) in.int32();
      case 6 -> (double) Float.intBitsToFloat(in.int32());
      case 7 -> in.int8() != 0;
      case 10, 11 -> in.int64();
      case 12 -> Double.longBitsToDouble(in.int64());
      default -> throw damaged("a value of type " + type);
    };
  }

  private Optional<Object> list() throws IOException {
    int type = in.int32();
    long count = in.count();
    if (type == STRING) {
      for (long i = 0; i < count; i++) {
        in.skip(in.count());
      }
      return Optional.empty();
    }
    List<Object> kept = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      Object element = scalar(type);
      if (i < LONGEST_KEPT_LIST) {
        kept.add(element);
      }
    }
    return Optional.of(List.copyOf(kept));
  }

  private ModelException damaged(String what) {
    return new ModelException(
        ErrorType.USER,
        "the model file " + file + " is damaged: it names " + what + ". Fetch or copy it again");
  }
}
