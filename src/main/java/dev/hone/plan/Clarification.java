package dev.hone.plan;

import dev.hone.requirement.Asked;
import java.util.List;

/// What a person may be asked before a run.
///
/// @param questions in the order in which they matter; empty where nothing is open
/// @param asked what a model was asked to find them; empty where rules alone did
public record Clarification(List<Question> questions, List<Asked> asked) {
  /// Copies the lists.
  public Clarification {
    questions = List.copyOf(questions);
    asked = List.copyOf(asked);
  }
}
