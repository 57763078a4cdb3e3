package dev.hone.model.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/// What a model file says of itself, read from its header; nothing is loaded.
///
/// @param architecture such as `qwen2` or `llama`, or empty where it says none
/// @param parameters how many weights it has
/// @param contextTokens the most tokens that prompt and reply may have together, or 0 where it says
///   nothing
/// @param quantisation how most weights are kept, such as `Q4_K_M`, or empty where it says nothing
/// @param hasTemplate whether it brings a chat template, without which it cannot be asked
/// @param licence the name of its licence as the file has it, or empty
/// @param usualContextTokens the context that it is opened with
/// @param memoryBytes what it needs with that context: weights, keys and values, buffers
/// @param memoryBytesPerToken what each token of context takes of that
public record ModelFacts(
    String architecture,
    long parameters,
    long contextTokens,
    String quantisation,
    boolean hasTemplate,
    String licence,
    int usualContextTokens,
    long memoryBytes,
    long memoryBytesPerToken) {
  // The numbers are llama.cpp's LLAMA_FTYPE.
  private static final Map<Long, String> QUANTISATIONS =
      Map.ofEntries(
          Map.entry(0L, "F32"),
          Map.entry(1L, "F16"),
          Map.entry(2L, "Q4_0"),
          Map.entry(3L, "Q4_1"),
          Map.entry(7L, "Q8_0"),
          Map.entry(8L, "Q5_0"),
          Map.entry(9L, "Q5_1"),
          Map.entry(10L, "Q2_K"),
          Map.entry(11L, "Q3_K_S"),
          Map.entry(12L, "Q3_K_M"),
          Map.entry(13L, "Q3_K_L"),
          Map.entry(14L, "Q4_K_S"),
          Map.entry(15L, "Q4_K_M"),
          Map.entry(16L, "Q5_K_S"),
          Map.entry(17L, "Q5_K_M"),
          Map.entry(18L, "Q6_K"),
          Map.entry(19L, "IQ2_XXS"),
          Map.entry(20L, "IQ2_XS"),
          Map.entry(21L, "Q2_K_S"),
          Map.entry(22L, "IQ3_XS"),
          Map.entry(23L, "IQ3_XXS"),
          Map.entry(24L, "IQ1_S"),
          Map.entry(25L, "IQ4_NL"),
          Map.entry(26L, "IQ3_S"),
          Map.entry(27L, "IQ3_M"),
          Map.entry(28L, "IQ2_S"),
          Map.entry(29L, "IQ2_M"),
          Map.entry(30L, "IQ4_XS"),
          Map.entry(31L, "IQ1_M"),
          Map.entry(32L, "BF16"),
          Map.entry(36L, "TQ1_0"),
          Map.entry(37L, "TQ2_0"),
          Map.entry(38L, "MXFP4"));

  /// {@return what a file says}
  ///
  /// @param file a GGUF file
  /// @throws dev.hone.model.ModelException if there is no such file, or it is no whole GGUF file
  public static ModelFacts of(Path file) {
    Gguf gguf = GgufReader.read(file);
    int usual = EmbeddedModel.usualContextTokens(gguf);
    return new ModelFacts(
        gguf.architecture(),
        gguf.parameters(),
        gguf.contextTokens(),
        quantisation(gguf),
        !gguf.text(ChatTemplate.KEY).isEmpty(),
        gguf.text("general.license"),
        usual,
        MemoryNeed.of(gguf, usual).totalBytes(),
        gguf.cacheBytesPerToken());
  }

  private static String quantisation(Gguf gguf) {
    return gguf.metadata().get("general.file_type") instanceof Long type
        ? QUANTISATIONS.getOrDefault(type, "type " + type)
        : "";
  }

  /// {@return the memory that programs may take without swapping, in bytes; empty where the system
  /// does not say}
  public static OptionalLong freeMemoryBytes() {
    return MemoryNeed.availableBytes();
  }
}
