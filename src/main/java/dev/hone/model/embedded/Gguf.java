package dev.hone.model.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the header of a model file says, before anything of it is loaded.
///
/// @param file the model file
/// @param metadata scalar values: a `String`, `Long`, `Double` or `Boolean` by key; of arrays only
///   short ones of numbers, as a list
/// @param tensors the tensor table
/// @param dataOffset where the weights begin, in bytes
record Gguf(Path file, Map<String, Object> metadata, List<Tensor> tensors, long dataOffset) {
  /// One entry of the tensor table.
  ///
  /// @param type the number of the weights' format
  /// @param elements how many weights
  /// @param offset where they begin, in bytes after the data offset
  record Tensor(int type, long elements, long offset) {}

  Gguf {
    metadata = Map.copyOf(metadata);
    tensors = List.copyOf(tensors);
  }

  /// {@return the least length of the whole file in bytes} A tensor of an unknown format counts
  /// with its start only.
  long expectedBytes() {
    return tensors.stream()
        .mapToLong(t -> dataOffset + t.offset() + TensorFormat.bytes(t.type(), t.elements()))
        .max()
        .orElse(dataOffset);
  }

  long parameters() {
    return tensors.stream().mapToLong(Tensor::elements).sum();
  }

  String text(String key) {
    return metadata.get(key) instanceof String text ? text : "";
  }

  /// {@return a number under the architecture's name, such as `qwen2.context_length`, or what is
  /// given for its absence}
  long architectureNumber(String key, long absent) {
    return metadata.get(architecture() + "." + key) instanceof Long number ? number : absent;
  }

  String architecture() {
    return text("general.architecture");
  }

  /// {@return the model's own limit of context in tokens, or 0 where it says nothing}
  long contextTokens() {
    return architectureNumber("context_length", 0);
  }

  /// {@return the bytes that keys and values of one token take, at 16 bits a number}
  long cacheBytesPerToken() {
    long heads = Math.max(1, architectureNumber("attention.head_count", 1));
    long headSize = architectureNumber("embedding_length", 0) / heads;
    long keySize = architectureNumber("attention.key_length", headSize);
    long valueSize = architectureNumber("attention.value_length", headSize);
    return 2 * cacheHeads(heads) * (keySize + valueSize);
  }

  private long cacheHeads(long heads) {
    // An architecture with layers of different kinds gives a list with one number for each.
    Object perLayer = metadata.get(architecture() + ".attention.head_count_kv");
    if (perLayer instanceof List<?> list) {
      return list.stream().mapToLong(n -> n instanceof Long number ? number : 0).sum();
    }
    return architectureNumber("block_count", 0)
        * architectureNumber("attention.head_count_kv", heads);
  }
}
