package dev.hone.model.remote;

import java.time.Duration;

/// How long a provider may take, and how often it is asked.
///
/// @param connect until the connection stands
/// @param firstToken from the request to the first piece of the reply; models that think may say
///   nothing for minutes
/// @param idle between two signs of life after that
/// @param tries how often one request is made, at least 1
public record Patience(Duration connect, Duration firstToken, Duration idle, int tries) {
  /// Checks the count.
  ///
  /// @throws IllegalArgumentException if there is no try
  public Patience {
    if (tries < 1) {
      throw new IllegalArgumentException("a request is made once at least");
    }
  }

  /// {@return 10 s to connect, 5 min to the first piece, 1 min between pieces, 4 tries}
  public static Patience usual() {
    return new Patience(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofMinutes(1), 4);
  }
}
