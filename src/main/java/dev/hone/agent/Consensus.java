package dev.hone.agent;

import dev.hone.result.Attempt;
import dev.hone.result.Evidence;
import dev.hone.verdict.Behaviour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the candidates that pass all that was given do for further calls, of which nobody knows the
/// right results: who does what others do is likelier right than who stands alone (voting on
/// outputs, arXiv 2604.15618). Not safe for use by several threads.
final class Consensus {
  private static final int MOST_VOICES = 3;

  private final List<Voice> voices = new ArrayList<>();

  private record Voice(int attempt, String essence, Behaviour behaviour) {
    boolean isComparable(Voice other) {
      return essence.equals(other.essence) || behaviour.likeness(other.behaviour).isPresent();
    }

    boolean isLike(Voice other) {
      return essence.equals(other.essence)
          || behaviour.likeness(other.behaviour).filter(share -> share == 1).isPresent();
    }
  }

  /// Counts one more candidate.
  ///
  /// @param attempt the number of its attempt
  /// @param essence what its code is without comments and layout
  /// @param behaviour what it does for the calls
  void add(int attempt, String essence, Behaviour behaviour) {
    voices.add(new Voice(attempt, essence, behaviour));
  }

  /// {@return how many candidates do what an attempt does, itself counted, the same code each time
  /// that it came; 0 where it was not counted}
  int alike(Attempt attempt) {
    return voice(attempt).map(own -> (int) voices.stream().filter(own::isLike).count()).orElse(0);
  }

  /// {@return whether one more candidate would show whether an attempt stands alone}
  boolean isOpen(Attempt attempt) {
    return voices.size() < MOST_VOICES
        && alike(attempt) < 2
        && voice(attempt).filter(own -> !own.behaviour.results().isEmpty()).isPresent();
  }

  /// {@return what an attempt does and a different candidate does too, by the names of the calls;
  /// empty where the attempt stands alone} Of two that are alike one may lack a result.
  Map<String, Behaviour.Result> shared(Attempt attempt) {
    Optional<Voice> own = voice(attempt);
    Map<String, Behaviour.Result> shared = new HashMap<>();
    if (own.isPresent()) {
      voices.stream()
          .filter(voice -> !voice.essence.equals(own.get().essence))
          .filter(own.get()::isLike)
          .forEach(other -> shared.putAll(other.behaviour.results()));
      shared.keySet().retainAll(own.get().behaviour.results().keySet());
    }
    return shared;
  }

  /// {@return how many different candidates do what the best attempt does, of those that can be
  /// compared with it: that have a result for a call of which it has one}
  Evidence.Consensus around(Attempt best) {
    Optional<Voice> own = voice(best).filter(voice -> !voice.behaviour.results().isEmpty());
    if (own.isEmpty()) {
      return Evidence.Consensus.NONE;
    }
    List<Voice> comparable = voices.stream().filter(own.get()::isComparable).toList();
    return new Evidence.Consensus(
        different(comparable), different(comparable.stream().filter(own.get()::isLike).toList()));
  }

  private Optional<Voice> voice(Attempt attempt) {
    return voices.stream().filter(voice -> voice.attempt == attempt.number()).findFirst();
  }

  private static int different(List<Voice> voices) {
    return (int) voices.stream().map(Voice::essence).distinct().count();
  }
}
