package dev.hone.model.embedded;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Text to tokens and back.
final class Vocabulary {
  // LLAMA_TOKEN_ATTR_UNKNOWN and _CONTROL: those that a text spells only where that is asked for.
  private static final int CONTROL = 1 | 1 << 3;
  // A letter: no vocabulary has it in one token with a line's end or a bracket.
  private static final String BEFORE = "a";
  private static final int LONGEST_SPELLING = 1 << 16;

  private final Llama llama;
  private final MemorySegment vocabulary;
  private final int size;
  private final ControlTokens controls;

  Vocabulary(Llama llama, MemorySegment vocabulary) {
    this.llama = llama;
    this.vocabulary = vocabulary;
    this.size = llama.vocabNTokens.toInt(vocabulary);
    this.controls =
        new ControlTokens(
            IntStream.range(0, size)
                .filter(token -> (llama.vocabGetAttr.toInt(vocabulary, token) & CONTROL) != 0)
                .mapToObj(this::spelling)
                .filter(spelling -> !spelling.isEmpty())
                .distinct()
                .toList());
  }

  @SuppressWarnings("restricted")
  private String spelling(int token) {
    return llama
        .vocabGetText
        .toSegment(vocabulary, token)
        .reinterpret(LONGEST_SPELLING)
        .getString(0);
  }

  /// {@return the vocabulary as the engine knows it}
  MemorySegment handle() {
    return vocabulary;
  }

  int size() {
    return size;
  }

  boolean endsTurn(int token) {
    return llama.vocabIsEog.toBoolean(vocabulary, token);
  }

  int endOfTurn() {
    int endOfTurn = llama.vocabEot.toInt(vocabulary);
    return endOfTurn >= 0 ? endOfTurn : llama.vocabEos.toInt(vocabulary);
  }

  /// {@return the tokens of a rendered prompt, with a leading one where the model wants it}
  int[] tokens(List<ChatTemplate.Part> parts) {
    boolean leading = llama.vocabGetAddBos.toBoolean(vocabulary);
    IntStream tokens = leading ? IntStream.of(llama.vocabBos.toInt(vocabulary)) : IntStream.empty();
    for (ChatTemplate.Part part : controls.resolve(parts)) {
      tokens = IntStream.concat(tokens, Arrays.stream(tokensOf(part)));
    }
    return tokens.toArray();
  }

  private int[] tokensOf(ChatTemplate.Part part) {
    return switch (part) {
      case ChatTemplate.Part.Control(String spelling) -> tokens(spelling, true);
      case ChatTemplate.Part.Frame(String text) -> tokens(text, true);
      case ChatTemplate.Part.Text(String text) -> tokens(text, false);
    };
  }

  /// {@return the tokens of a text}
  ///
  /// @param text the text
  /// @param control whether a control token's spelling in it stands for that token
  int[] tokens(String text, boolean control) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // A token is at least a byte, so this is room enough.
    int room = bytes.length + 1;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment in = arena.allocate(room);
      MemorySegment.copy(bytes, 0, in, JAVA_BYTE, 0, bytes.length);
      MemorySegment out = arena.allocate(JAVA_INT, room);
      int count = llama.tokenize.toInt(vocabulary, in, bytes.length, out, room, false, control);
      if (count < 0) {
        throw new IllegalStateException("a text of " + bytes.length + " bytes has no tokens");
      }
      return out.asSlice(0, count * JAVA_INT.byteSize()).toArray(JAVA_INT);
    }
  }

  /// {@return the tokens of a text that goes on behind another one} Some vocabularies begin each
  /// text with a blank, which is not wanted within one.
  ///
  /// @param text the text
  int[] tokensWithin(String text) {
    int[] before = tokens(BEFORE, false);
    int[] both = tokens(BEFORE + text, false);
    return both.length > before.length
            && Arrays.equals(both, 0, before.length, before, 0, before.length)
        ? Arrays.copyOfRange(both, before.length, both.length)
        // the two texts share a token
        : tokens(text, false);
  }

  /// {@return the bytes that a token stands for; none for a control token}
  byte[] bytes(int token) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(256);
      int length = llama.tokenToPiece.toInt(vocabulary, token, out, 256, 0, false);
      if (length < 0) {
        out = arena.allocate(-length);
        length = llama.tokenToPiece.toInt(vocabulary, token, out, -length, 0, false);
      }
      return out.asSlice(0, length).toArray(JAVA_BYTE);
    }
  }
}
