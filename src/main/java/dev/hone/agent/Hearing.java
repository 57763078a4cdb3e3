package dev.hone.agent;

import dev.hone.candidate.Candidate;
import dev.hone.candidate.Essence;
import dev.hone.language.Example;
import dev.hone.result.Attempt;
import dev.hone.suite.FurtherCalls;
import dev.hone.suite.TestFile;
import dev.hone.verdict.Behaviour;
import dev.hone.verdict.Judge;
import dev.hone.verdict.TestOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs further calls with the candidates that pass all that was given, for their {@link
/// Consensus}: once there are two of them, or where one alone is doubtful. The calls are made once
/// for a run, so that all candidates are held against the same.
final class Hearing {
  private static final int CALLS = 16;

  private final Judge judge;
  private final Map<String, Behaviour> byEssence = new HashMap<>();
  private final List<Attempt> unheard = new ArrayList<>();
  private Optional<TestFile> calls = Optional.empty();
  private boolean made;

  Hearing(Judge judge) {
    this.judge = judge;
  }

  /// Counts the candidate of an attempt, if its code ran and passes all that was given.
  ///
  /// @param doubtful whether it is to be heard although there is no other
  /// @throws InterruptedException if the calling thread was interrupted
  void hear(Task task, Attempt attempt, boolean doubtful, Consensus consensus)
      throws InterruptedException {
    if (!isFaithful(attempt)) {
      return;
    }
    unheard.add(attempt);
    if (doubtful || unheard.size() > 1 || !byEssence.isEmpty()) {
      for (Attempt next : unheard) {
        hear(task, next, consensus);
      }
      unheard.clear();
    }
  }

  /// {@return the calls that candidates were run for; empty before there was one, and where none
  /// could be made}
  Optional<TestFile> calls() {
    return calls;
  }

  private void hear(Task task, Attempt attempt, Consensus consensus) throws InterruptedException {
    String essence = Essence.of(task.language().id(), attempt.code());
    Behaviour behaviour = byEssence.get(essence);
    if (behaviour == null) {
      behaviour = behaviour(task, attempt);
      byEssence.put(essence, behaviour);
    }
    consensus.add(attempt.number(), essence, behaviour);
  }

  private Behaviour behaviour(Task task, Attempt attempt) throws InterruptedException {
    if (!made) {
      calls = new FurtherCalls(task.language(), CALLS).of(task.plan(), generated(attempt));
      made = true;
    }
    return calls.isEmpty()
        ? new Behaviour(Map.of())
        // At its edges a loop may have no end.
        : judge.behaviour(
            task.language(),
            new Candidate(attempt.code()),
            calls.get(),
            task.settings().judging().brief());
  }

  private static boolean isFaithful(Attempt attempt) {
    List<TestOutcome> outcomes = attempt.judgement().outcomes();
    return !outcomes.isEmpty()
        && outcomes.stream()
            .filter(outcome -> outcome.origin().isGiven())
            .allMatch(TestOutcome::passed);
  }

  private static List<Example> generated(Attempt attempt) {
    return attempt.tests().stream()
        .filter(file -> !file.origin().isGiven())
        .flatMap(file -> file.names().stream().flatMap(name -> example(file, name).stream()))
        .toList();
  }

  private static Optional<Example> example(TestFile file, String name) {
    return Optional.ofNullable(file.examples().get(name));
  }
}
