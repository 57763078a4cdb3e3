package dev.hone.runlog;

import java.util.List;

/// On what terms a run goes on.
///
/// @param model the model's name
/// @param sandbox mode of the sandbox
/// @param honeVersion the version of Hone
/// @param rounds the most further rounds
/// @param budget what the models may spend from here on, as the settings write it
public record Terms(
    String model, String sandbox, String honeVersion, int rounds, List<String> budget) {
  /// Copies the list.
  public Terms {
    budget = List.copyOf(budget);
  }
}
