package dev.hone.model.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes models of a few thousand random weights, which load and generate as large ones do, but
/// say nothing that means anything.
final class TinyModels {
  private static final int WIDTH = 32;
  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;
  private static final int BYTE = 6;

  private TinyModels() {}

  /// Writes a model of Llama's architecture.
  ///
  /// @param file where to
  /// @param template its chat template
  /// @param ends the control token that ends a turn
  /// @param controls its other control tokens
  static Path write(Path file, String template, String ends, String... controls) {
    String[] tokens =
        Stream.of(
                Stream.of("<unk>", "<s>", "</s>"),
                IntStream.range(0, 256).mapToObj("<0x%02X>"::formatted),
                Stream.of("\u2581", "a", "e", "\u2581a", ends),
                Arrays.stream(controls))
            .flatMap(words -> words)
            .toArray(String[]::new);
    int normal = 3 + 256;
    int end = normal + 4;
    int[] types =
        IntStream.range(0, tokens.length)
            .map(t -> t == 0 ? UNKNOWN : t < 3 || t >= end ? CONTROL : t < normal ? BYTE : NORMAL)
            .toArray();
    GgufFiles gguf =
        new GgufFiles()
            .text("general.architecture", "llama")
            .text("tokenizer.chat_template", template)
            .number("llama.context_length", 512)
            .number("llama.embedding_length", WIDTH)
            .number("llama.block_count", 1)
            .number("llama.feed_forward_length", WIDTH)
            .number("llama.attention.head_count", 2)
            .number("llama.attention.head_count_kv", 2)
            .number("llama.rope.dimension_count", WIDTH / 2)
            .real("llama.attention.layer_norm_rms_epsilon", 1e-5f)
            .text("tokenizer.ggml.model", "llama")
            .texts("tokenizer.ggml.tokens", tokens)
            .reals("tokenizer.ggml.scores", new float[tokens.length])
            .numbers("tokenizer.ggml.token_type", types)
            .number("tokenizer.ggml.bos_token_id", 1)
            .number("tokenizer.ggml.eos_token_id", end);
    Random random = new Random(1);
    tensor(gguf, "token_embd.weight", random, WIDTH, tokens.length);
    tensor(gguf, "output_norm.weight", random, WIDTH);
    tensor(gguf, "blk.0.attn_norm.weight", random, WIDTH);
    tensor(gguf, "blk.0.ffn_norm.weight", random, WIDTH);
    for (String name :
        new String[] {
          "attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"
        }) {
      tensor(gguf, "blk.0." + name + ".weight", random, WIDTH, WIDTH);
    }
    return gguf.write(file);
  }

  private static void tensor(GgufFiles gguf, String name, Random random, int... dimensions) {
    float[] weights = new float[Arrays.stream(dimensions).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    gguf.tensor(name, weights, dimensions);
  }
}
