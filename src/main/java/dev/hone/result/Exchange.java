package dev.hone.result;

import dev.hone.model.Prompt;
import dev.hone.model.Reply;

/// One question to the model and its answer, as the run log keeps it.
///
/// @param role what it was for: `language`, `plan`, `code`, `tests` or `repair`
/// @param prompt what was asked
/// @param reply what was answered
public record Exchange(String role, Prompt prompt, Reply reply) {
  private static final String TESTS = "tests";

  /// {@return whether it was for tests}
  public boolean asksForTests() {
    return role.equals(TESTS);
  }
}
