package dev.hone.model.embedded;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.TreeMap;

/// The structs that llama.cpp takes by value, and the check that a library means the same ones.
final class Structs {
  static final StructLayout MODEL_PARAMS =
      MemoryLayout.structLayout(
          ADDRESS.withName("devices"),
          ADDRESS.withName("tensor_buft_overrides"),
          JAVA_INT.withName("n_gpu_layers"),
          JAVA_INT.withName("split_mode"),
          JAVA_INT.withName("load_mode"),
          JAVA_INT.withName("lazy_mode"),
          JAVA_INT.withName("main_gpu"),
          MemoryLayout.paddingLayout(4),
          ADDRESS.withName("tensor_split"),
          ADDRESS.withName("progress_callback"),
          ADDRESS.withName("progress_callback_user_data"),
          ADDRESS.withName("kv_overrides"),
          JAVA_BOOLEAN.withName("vocab_only"),
          JAVA_BOOLEAN.withName("check_tensors"),
          JAVA_BOOLEAN.withName("use_extra_bufts"),
          JAVA_BOOLEAN.withName("no_host"),
          JAVA_BOOLEAN.withName("no_alloc"),
          JAVA_BOOLEAN.withName("load_mtp"),
          MemoryLayout.paddingLayout(2));

  static final StructLayout CONTEXT_PARAMS =
      MemoryLayout.structLayout(
          JAVA_INT.withName("n_ctx"),
          JAVA_INT.withName("n_batch"),
          JAVA_INT.withName("n_ubatch"),
          JAVA_INT.withName("n_seq_max"),
          JAVA_INT.withName("n_rs_seq"),
          JAVA_INT.withName("n_outputs_max"),
          JAVA_INT.withName("n_outputs_max_per_seq"),
          JAVA_INT.withName("n_threads"),
          JAVA_INT.withName("n_threads_batch"),
          JAVA_INT.withName("ctx_type"),
          JAVA_INT.withName("rope_scaling_type"),
          JAVA_INT.withName("pooling_type"),
          JAVA_INT.withName("attention_type"),
          JAVA_INT.withName("flash_attn_type"),
          JAVA_FLOAT.withName("rope_freq_base"),
          JAVA_FLOAT.withName("rope_freq_scale"),
          JAVA_FLOAT.withName("yarn_ext_factor"),
          JAVA_FLOAT.withName("yarn_attn_factor"),
          JAVA_FLOAT.withName("yarn_beta_fast"),
          JAVA_FLOAT.withName("yarn_beta_slow"),
          JAVA_INT.withName("yarn_orig_ctx"),
          JAVA_FLOAT.withName("defrag_thold"),
          ADDRESS.withName("cb_eval"),
          ADDRESS.withName("cb_eval_user_data"),
          JAVA_INT.withName("type_k"),
          JAVA_INT.withName("type_v"),
          ADDRESS.withName("abort_callback"),
          ADDRESS.withName("abort_callback_data"),
          JAVA_BOOLEAN.withName("embeddings"),
          JAVA_BOOLEAN.withName("offload_kqv"),
          JAVA_BOOLEAN.withName("no_perf"),
          JAVA_BOOLEAN.withName("op_offload"),
          JAVA_BOOLEAN.withName("swa_full"),
          JAVA_BOOLEAN.withName("kv_unified"),
          MemoryLayout.paddingLayout(2),
          ADDRESS.withName("samplers"),
          JAVA_LONG.withName("n_samplers"),
          ADDRESS.withName("ctx_other"));

  static final StructLayout BATCH =
      MemoryLayout.structLayout(
          JAVA_INT.withName("n_tokens"),
          MemoryLayout.paddingLayout(4),
          ADDRESS.withName("token"),
          ADDRESS.withName("embd"),
          ADDRESS.withName("pos"),
          ADDRESS.withName("n_seq_id"),
          ADDRESS.withName("seq_id"),
          ADDRESS.withName("logits"));

  static final StructLayout CHAT_MESSAGE =
      MemoryLayout.structLayout(ADDRESS.withName("role"), ADDRESS.withName("content"));

  static final StructLayout TOKEN_DATA =
      MemoryLayout.structLayout(
          JAVA_INT.withName("id"), JAVA_FLOAT.withName("logit"), JAVA_FLOAT.withName("p"));

  static final StructLayout TOKEN_DATA_ARRAY =
      MemoryLayout.structLayout(
          ADDRESS.withName("data"),
          JAVA_LONG.withName("size"),
          JAVA_LONG.withName("selected"),
          JAVA_BOOLEAN.withName("sorted"),
          MemoryLayout.paddingLayout(7));

  static final StructLayout SAMPLER_CHAIN_PARAMS =
      MemoryLayout.structLayout(JAVA_BOOLEAN.withName("no_perf"));

  /// Larger than any struct that is asked for: a library with a longer struct then writes into room
  /// that is ours, and is found out by it.
  static final StructLayout ROOM =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(64, JAVA_LONG).withName("words"));

  private static final Map<String, Integer> MODEL_DEFAULTS =
      Map.of(
          "n_gpu_layers", -1,
          "split_mode", 1,
          "load_mode", -1,
          "lazy_mode", 1,
          "main_gpu", 0);

  private static final Map<String, Integer> CONTEXT_DEFAULTS =
      Map.ofEntries(
          Map.entry("n_ctx", 512),
          Map.entry("n_batch", 2048),
          Map.entry("n_ubatch", 512),
          Map.entry("n_seq_max", 1),
          Map.entry("n_rs_seq", 0),
          Map.entry("n_outputs_max", 0),
          Map.entry("n_threads", 4),
          Map.entry("n_threads_batch", 4),
          Map.entry("rope_scaling_type", -1),
          Map.entry("pooling_type", -1),
          Map.entry("attention_type", -1),
          Map.entry("flash_attn_type", -1),
          Map.entry("yarn_orig_ctx", 0),
          Map.entry("type_k", 1),
          Map.entry("type_v", 1));

  private Structs() {}

  static void set(StructLayout layout, MemorySegment struct, String field, int value) {
    struct.set(JAVA_INT, layout.byteOffset(groupElement(field)), value);
  }

  /// {@return a copy of the model parameters, once they are known to be what this binding means}
  static MemorySegment checkedModelParams(MemorySegment room) {
    check(MODEL_PARAMS, room, MODEL_DEFAULTS, Map.of("use_extra_bufts", true, "no_alloc", false));
    return room.asSlice(0, MODEL_PARAMS.byteSize());
  }

  /// {@return the context parameters, once they are known to be what this binding means}
  static MemorySegment checkedContextParams(MemorySegment room) {
    check(
        CONTEXT_PARAMS,
        room,
        CONTEXT_DEFAULTS,
        Map.of("embeddings", false, "offload_kqv", true, "no_perf", true, "swa_full", true));
    return room.asSlice(0, CONTEXT_PARAMS.byteSize());
  }

  private static void check(
      StructLayout layout,
      MemorySegment room,
      Map<String, Integer> numbers,
      Map<String, Boolean> flags) {
    Map<String, String> wrong = new TreeMap<>();
    numbers.forEach(
        (field, expected) -> {
          int found = room.get(JAVA_INT, layout.byteOffset(groupElement(field)));
          if (found != expected) {
            wrong.put(field, found + " instead of " + expected);
          }
        });
    flags.forEach(
        (field, expected) -> {
          // Read as a byte: a boolean read would take any odd number for true.
          byte found = room.get(ValueLayout.JAVA_BYTE, layout.byteOffset(groupElement(field)));
          if (found != (expected ? 1 : 0)) {
            wrong.put(field, found + " instead of " + expected);
          }
        });
    for (long at = layout.byteSize(); at < room.byteSize(); at++) {
      if (room.get(ValueLayout.JAVA_BYTE, at) != 0) {
        wrong.put("size", "more than " + layout.byteSize() + " bytes");
      }
    }
    if (!wrong.isEmpty()) {
      throw EngineProblems.unusable(
          "the engine's libraries are of another version than Hone's binding: " + wrong);
    }
  }
}
