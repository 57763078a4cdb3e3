package dev.hone.runlog.stats;

import java.util.List;

/// What the log says of prompts.
///
/// @param uses the runs by prompt and conditions; several may be of the same
/// @param failures failed runs of each version and type, the latest three and perhaps more, in any
///   order
public record PromptFacts(List<PromptUse> uses, List<Failure> failures) {
  /// Copies the lists.
  public PromptFacts {
    uses = List.copyOf(uses);
    failures = List.copyOf(failures);
  }

  /// A failed run in which the model was asked with a prompt.
  ///
  /// @param name the prompt's name
  /// @param hash the hash of its version
  /// @param type the class of work; empty where it is not known
  /// @param runId the run's identifier
  public record Failure(String name, String hash, String type, String runId) {}
}
