package dev.hone.sandbox.process;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes a ground whose commands are changed before they start, to see what of a policy is missed.
public final class ChangedGround {
  private ChangedGround() {}

  /// {@return a ground}
  ///
  /// @param change changes each command
  /// @throws IOException if its folder cannot be made
  public static Ground make(UnaryOperator<List<String>> change) throws IOException {
    return Ground.by(new Spawner(change));
  }
}
