package dev.hone.model.embedded;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;

/// A loaded model with one context: tokens go in, scores of the next token come out. Not safe for
/// threads; whoever owns it calls from one at a time.
final class Session implements AutoCloseable {
  /// Tokens that are read in one call. Small, so that an interrupt is seen soon and the engine's
  /// buffers stay small; larger ones read no faster on a processor.
  static final int CHUNK = 64;

  /// The place of the scores behind the last token that was read.
  static final int LAST = -1;

  private final Llama llama;
  private final MemorySegment model;
  private final MemorySegment context;
  private final MemorySegment memory;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment batch = arena.allocate(Structs.BATCH);
  private final MemorySegment batchTokens = arena.allocate(JAVA_INT, CHUNK);
  private final MemorySegment scored = arena.allocate(JAVA_BYTE, CHUNK);
  private final Vocabulary vocabulary;

  private Session(Llama llama, MemorySegment model, MemorySegment context) {
    this.llama = llama;
    this.model = model;
    this.context = context;
    this.memory = llama.getMemory.toSegment(context);
    this.vocabulary = new Vocabulary(llama, llama.modelGetVocab.toSegment(model));
    batch.set(ADDRESS, Structs.BATCH.byteOffset(groupElement("token")), batchTokens);
    scored.fill((byte) 1);
  }

  static Session open(Llama llama, Path file, int contextTokens, int threads) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment modelParams = llama.modelParams(arena);
      MemorySegment contextParams = llama.contextParams(arena);
      Structs.set(Structs.CONTEXT_PARAMS, contextParams, "n_ctx", contextTokens);
      Structs.set(Structs.CONTEXT_PARAMS, contextParams, "n_batch", CHUNK);
      Structs.set(Structs.CONTEXT_PARAMS, contextParams, "n_ubatch", CHUNK);
      Structs.set(Structs.CONTEXT_PARAMS, contextParams, "n_threads", threads);
      Structs.set(Structs.CONTEXT_PARAMS, contextParams, "n_threads_batch", threads);
      MemorySegment model =
          llama.modelLoadFromFile.toSegment(
              arena.allocateFrom(file.toAbsolutePath().toString()), modelParams);
      if (model.equals(MemorySegment.NULL)) {
        throw refused(file, "load", ErrorType.EXTERNAL);
      }
      MemorySegment context = llama.initFromModel.toSegment(model, contextParams);
      if (context.equals(MemorySegment.NULL)) {
        llama.modelFree.run(model);
        throw refused(file, "make a context for", ErrorType.INSUFFICIENT_RESOURCES);
      }
      return new Session(llama, model, context);
    }
  }

  private static ModelException refused(Path file, String what, ErrorType type) {
    return new ModelException(
        type,
        "llama.cpp could not "
            + what
            + " the model "
            + file
            + "; its own log says why (open the model with the verbose option), and --model default"
            + " takes the one that is known to work");
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  int contextTokens() {
    return llama.nCtx.toInt(context);
  }

  MemorySegment context() {
    return context;
  }

  /// Reads tokens behind those already there.
  ///
  /// @param tokens where they are taken from
  /// @param from the first of them
  /// @param count how many, at most {@link #CHUNK}
  void read(int[] tokens, int from, int count) {
    MemorySegment.copy(tokens, from, batchTokens, JAVA_INT, 0, count);
    Structs.set(Structs.BATCH, batch, "n_tokens", count);
    int status = llama.decode.toInt(context, batch);
    if (status != 0) {
      forgetFrom(0);
      throw new ModelException(
          ErrorType.EXTERNAL,
          "llama.cpp could not read " + count + " tokens (status " + status + "); try again");
    }
  }

  /// Reads tokens behind those already there, with scores behind each of them.
  ///
  /// @param tokens at most {@link #CHUNK}
  void readScored(int[] tokens) {
    long logits = Structs.BATCH.byteOffset(groupElement("logits"));
    batch.set(ADDRESS, logits, scored);
    try {
      read(tokens, 0, tokens.length);
    } finally {
      batch.set(ADDRESS, logits, MemorySegment.NULL);
    }
  }

  /// Reads with another number of threads from now on.
  ///
  /// @param threads how many, at least 1
  void useThreads(int threads) {
    llama.setNThreads.run(context, threads, threads);
  }

  /// Forgets all tokens from that position on.
  void forgetFrom(int position) {
    if (position == 0) {
      llama.memoryClear.run(memory, false);
    } else if (!llama.memorySeqRm.toBoolean(memory, 0, position, -1)) {
      throw new IllegalStateException("the context does not forget from " + position);
    }
  }

  /// {@return the scores of all tokens as the next one, to be read and changed in place until the
  /// next read}
  ///
  /// @param place behind which token of the last batch, or {@link #LAST}
  @SuppressWarnings("restricted")
  MemorySegment scores(int place) {
    return llama
        .getLogitsIth
        .toSegment(context, place)
        .reinterpret(vocabulary.size() * JAVA_FLOAT.byteSize());
  }

  @Override
  public void close() {
    llama.free.run(context);
    llama.modelFree.run(model);
    arena.close();
  }
}
