package dev.hone.model.embedded;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.hone.failure.ErrorType;
import dev.hone.model.ModelException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A walk through a grammar, by llama.cpp's own sampler of grammars. It looks at each token of the
/// vocabulary once a step, which takes some milliseconds: for short answers. Not safe for threads.
final class Grammar implements AutoCloseable {
  private static final String ROOT = "root";
  private static final long WIDTH = Structs.TOKEN_DATA.byteSize();
  private static final long ID = Structs.TOKEN_DATA.byteOffset(groupElement("id"));
  private static final long LOGIT = Structs.TOKEN_DATA.byteOffset(groupElement("logit"));

  private final Llama llama;
  private final MemorySegment sampler;
  private final int tokens;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment candidates;
  private final MemorySegment array;

  private Grammar(Llama llama, MemorySegment sampler, int tokens) {
    this.llama = llama;
    this.sampler = sampler;
    this.tokens = tokens;
    this.candidates = arena.allocate(Structs.TOKEN_DATA, tokens);
    this.array = arena.allocate(Structs.TOKEN_DATA_ARRAY);
  }

  /// {@return the beginning of a grammar}
  ///
  /// @throws ModelException if the text is no grammar, or one that begins with itself
  static Grammar of(Llama llama, Vocabulary vocabulary, String text) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment sampler =
          llama.samplerInitGrammar.toSegment(
              vocabulary.handle(), arena.allocateFrom(text), arena.allocateFrom(ROOT));
      if (sampler.equals(MemorySegment.NULL)) {
        throw new ModelException(
            ErrorType.USER,
            "the engine does not take the grammar of a request: %s. It is written in GBNF, with a rule root, and no rule begins with itself"
                .formatted(text.strip()));
      }
      return new Grammar(llama, sampler, vocabulary.size());
    }
  }

  /// Takes the tokens out that cannot come next.
  ///
  /// @param scores the scores of all tokens, changed in place
  /// @throws ModelException if none can come next; llama.cpp would end the whole process over it
  void mask(MemorySegment scores) {
    for (int token = 0; token < tokens; token++) {
      candidates.set(JAVA_INT, token * WIDTH + ID, token);
      candidates.set(JAVA_FLOAT, token * WIDTH + LOGIT, scores.getAtIndex(JAVA_FLOAT, token));
    }
    array.set(ADDRESS, offset("data"), candidates);
    array.set(JAVA_LONG, offset("size"), tokens);
    array.set(JAVA_LONG, offset("selected"), -1);
    llama.samplerApply.run(sampler, array);
    boolean any = false;
    for (int token = 0; token < tokens; token++) {
      float score = candidates.get(JAVA_FLOAT, token * WIDTH + LOGIT);
      scores.setAtIndex(JAVA_FLOAT, token, score);
      any |= score > Float.NEGATIVE_INFINITY;
    }
    if (!any) {
      throw new ModelException(
          ErrorType.USER,
          "the grammar of a request leads to where nothing can follow; give each rule an end");
    }
  }

  /// Goes on by a token that was left in.
  void take(int token) {
    llama.samplerAccept.run(sampler, token);
  }

  private static long offset(String field) {
    return Structs.TOKEN_DATA_ARRAY.byteOffset(groupElement(field));
  }

  @Override
  public void close() {
    llama.samplerFree.run(sampler);
    arena.close();
  }
}
