package dev.hone.model.embedded.store;

import java.time.Duration;

/// How long the hub may take.
///
/// @param connect until a connection stands and the reply starts
/// @param stall between two pieces of the reply
/// @param pause before the first new try; it doubles with each
/// @param tries without a byte between them, until the hub counts as out of reach
record Patience(Duration connect, Duration stall, Duration pause, int tries) {
  static Patience usual() {
    return new Patience(Duration.ofSeconds(8), Duration.ofSeconds(30), Duration.ofSeconds(1), 4);
  }
}
