package dev.hone.model.embedded;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.hone.model.Sampling;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Chooses the next token of one reply by llama.cpp's own samplers.
final class TokenChooser implements AutoCloseable {
  private static final int PENALTY_WINDOW = 64;
  private static final float NEGLIGIBLE = -21;

  private final Llama llama;
  private final Session session;
  private final MemorySegment chain;
  private final float repeatPenalty;
  private final ArrayDeque<Integer> recent = new ArrayDeque<>();
  private final @Nullable Grammar grammar;
  private int place = Session.LAST;

  /// Makes a chooser.
  ///
  /// @param grammar a grammar that the tokens have to keep to, or empty
  TokenChooser(Llama llama, Session session, Sampling sampling, String grammar) {
    this.grammar = grammar.isEmpty() ? null : Grammar.of(llama, session.vocabulary(), grammar);
    this.llama = llama;
    this.session = session;
    this.repeatPenalty = (float) sampling.repeatPenalty();
    try (Arena arena = Arena.ofConfined()) {
      this.chain = llama.samplerChainInit.toSegment(arena.allocate(Structs.SAMPLER_CHAIN_PARAMS));
    }
    if (sampling.temperature() == 0) {
      add(llama.samplerInitGreedy.toSegment());
    } else {
      addWarm(sampling);
    }
  }

  private void addWarm(Sampling sampling) {
    if (sampling.topK() > 0) {
      add(llama.samplerInitTopK.toSegment(sampling.topK()));
    }
    if (sampling.topP() < 1) {
      add(llama.samplerInitTopP.toSegment((float) sampling.topP(), 1L));
    }
    if (sampling.minP() > 0) {
      add(llama.samplerInitMinP.toSegment((float) sampling.minP(), 1L));
    }
    add(llama.samplerInitTemp.toSegment((float) sampling.temperature()));
    add(llama.samplerInitDist.toSegment(nativeSeed(sampling.seed())));
  }

  /// {@return a seed of 32 bits} All ones mean a random seed to llama.cpp, so they never come.
  static int nativeSeed(long seed) {
    int folded = Long.hashCode(seed);
    return folded == -1 ? Integer.MAX_VALUE : folded;
  }

  /// Chooses behind another token of the last batch from now on.
  ///
  /// @param other its place, or {@link Session#LAST}
  void at(int other) {
    place = other;
  }

  /// {@return the natural logarithm of a token's probability as the next one, before temperature
  /// and cuts; under a grammar, among those that it allows} Asked before the session reads on.
  ///
  /// @param token the token
  double logprob(int token) {
    return logprob(session.scores(place), session.vocabulary().size(), token);
  }

  /// {@return the natural logarithm of a token's probability}
  ///
  /// @param scores the scores of all tokens
  /// @param tokens how many there are
  /// @param token the token
  static double logprob(MemorySegment scores, int tokens, int token) {
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < tokens; i++) {
      best = Math.max(best, scores.getAtIndex(JAVA_FLOAT, i));
    }
    double sum = 0;
    for (int i = 0; i < tokens; i++) {
      float below = scores.getAtIndex(JAVA_FLOAT, i) - best;
      // Some 150,000 of what is left out would not change the fourth digit.
      if (below > NEGLIGIBLE) {
        sum += Math.exp(below);
      }
    }
    return scores.getAtIndex(JAVA_FLOAT, token) - best - Math.log(sum);
  }

  private void add(MemorySegment sampler) {
    llama.samplerChainAdd.run(chain, sampler);
  }

  /// {@return the next token, any of the vocabulary}
  int next() {
    if (repeatPenalty != 1) {
      penalise(session.scores(place));
    }
    if (grammar == null) {
      return sample();
    }
    grammar.mask(session.scores(place));
    int token = sample();
    grammar.take(token);
    return token;
  }

  /// {@return the next token, one of those allowed}
  int next(Set<Integer> allowed) {
    MemorySegment scores = session.scores(place);
    for (int token = 0; token < session.vocabulary().size(); token++) {
      if (!allowed.contains(token)) {
        scores.setAtIndex(JAVA_FLOAT, token, Float.NEGATIVE_INFINITY);
      }
    }
    return sample();
  }

  // Done here, not by llama.cpp's own sampler, whose arguments changed between releases.
  private void penalise(MemorySegment scores) {
    for (int token : new HashSet<>(recent)) {
      float score = scores.getAtIndex(JAVA_FLOAT, token);
      scores.setAtIndex(
          JAVA_FLOAT, token, score > 0 ? score / repeatPenalty : score * repeatPenalty);
    }
  }

  private int sample() {
    int token = llama.samplerSample.toInt(chain, session.context(), place);
    recent.addLast(token);
    if (recent.size() > PENALTY_WINDOW) {
      recent.removeFirst();
    }
    return token;
  }

  @Override
  public void close() {
    if (grammar != null) {
      grammar.close();
    }
    llama.samplerFree.run(chain);
  }
}
