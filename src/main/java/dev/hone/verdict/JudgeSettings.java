package dev.hone.verdict;

import dev.hone.sandbox.Limits;
import java.util.Set;

/// How candidates are judged.
///
/// @param limits what each run in the sandbox may use
/// @param allowed rules of the scan that are permitted, by identifier
public record JudgeSettings(Limits limits, Set<String> allowed) {
  /// Copies the set.
  public JudgeSettings {
    allowed = Set.copyOf(allowed);
  }
}
