package dev.hone.model.remote;

import dev.hone.failure.ErrorType;
import java.time.Duration;
import java.util.Set;

/// One request that came to nothing. It has no cause: what was thrown below may hold the key.
final class FailedCall extends RuntimeException {
  private final Fault fault;
  private final ErrorType type;
  private final Duration wait;
  private final Set<Parameter> parameters;
  private Spent spent = Spent.NOTHING;

  /// Makes a failure.
  ///
  /// @param message what was attempted and what came of it; may hold secrets
  FailedCall(Fault fault, String message) {
    this(fault, ErrorType.EXTERNAL, message, Duration.ZERO, Set.of());
  }

  FailedCall(
      Fault fault, ErrorType type, String message, Duration wait, Set<Parameter> parameters) {
    super(message, null, false, false);
    this.fault = fault;
    this.type = type;
    this.wait = wait;
    this.parameters = parameters;
  }

  /// What a try may have cost.
  ///
  /// @param promptTokens tokens of the prompt
  /// @param completionTokens tokens generated
  record Spent(int promptTokens, int completionTokens) {
    static final Spent NOTHING = new Spent(0, 0);

    Spent plus(Spent other) {
      return new Spent(
          promptTokens + other.promptTokens, completionTokens + other.completionTokens);
    }
  }

  Fault fault() {
    return fault;
  }

  ErrorType type() {
    return type;
  }

  /// How long the provider asks to wait, or zero where it does not say.
  Duration asksToWait() {
    return wait;
  }

  /// The parameters that the provider refuses.
  Set<Parameter> refused() {
    return parameters;
  }

  String words() {
    return String.valueOf(getMessage());
  }

  Spent spent() {
    return spent;
  }

  FailedCall with(Spent cost) {
    spent = cost;
    return this;
  }
}
