package dev.hone.agent;

import java.util.Arrays;
import java.util.Optional;

/// A part of the work that may have a model of its own.
public enum Role {
  /// Makes the plan.
  PLANNER("planner", "plan"),
  /// Writes the code.
  CODER("coder", "code"),
  /// Writes the tests.
  TESTER("tester", "tests"),
  /// Corrects code after a failure.
  REPAIRER("repairer", "repair"),
  /// Writes and corrects code once the usual rounds have failed.
  ESCALATION("escalation", "");

  private final String id;
  private final String work;

  Role(String id, String work) {
    this.id = id;
    this.work = work;
  }

  /// {@return the key in the settings}
  public String id() {
    return id;
  }

  /// {@return the role that does a part of the work; empty where none does}
  ///
  /// @param work the word of its exchanges, such as `code`
  static Optional<Role> of(String work) {
    return Arrays.stream(values()).filter(role -> role.work.equals(work)).findFirst();
  }
}
