package dev.hone.plan;

import dev.hone.requirement.Asked;
import java.util.List;

/// A plan and what was asked to make it.
///
/// @param plan the plan
/// @param asked the question to the model; empty where the plan was made by rule
public record Planned(Plan plan, List<Asked> asked) {
  /// Copies the list.
  public Planned {
    asked = List.copyOf(asked);
  }
}
