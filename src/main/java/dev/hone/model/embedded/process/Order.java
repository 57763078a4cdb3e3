package dev.hone.model.embedded.process;

import dev.hone.model.Request;

/// What Hone tells the engine's process. Each order has a number, higher than those before it,
/// which stands on every word that comes of it.
sealed interface Order {
  /// {@return the order's number, at least 1}
  long number();

  /// Asks for a reply.
  ///
  /// @param request what is asked
  record Ask(long number, Request request) implements Order {}

  /// Asks how many tokens a prompt has.
  ///
  /// @param request what would be asked
  record Count(long number, Request request) implements Order {}

  /// Ends a reply early, begun or not; one that is whole already is left alone.
  ///
  /// @param number that of the order to be ended
  record Cancel(long number) implements Order {}
}
