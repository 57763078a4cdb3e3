package dev.hone.agent;

import dev.hone.model.Prompts;
import java.util.Set;

/// What is tried in a run: a strategy that lacks pieces, or other prompts.
///
/// @param without pieces of the strategy that are left out
/// @param prompts the prompts that are asked
public record Trial(Set<Piece> without, Prompts prompts) {
  /// Hone as it is.
  public static final Trial NONE = new Trial(Set.of(), Prompts.OWN);

  /// Copies the set.
  public Trial {
    without = Set.copyOf(without);
  }

  /// {@return Hone without pieces of its strategy}
  ///
  /// @param pieces the pieces
  public static Trial without(Set<Piece> pieces) {
    return new Trial(pieces, Prompts.OWN);
  }

  /// {@return Hone with other prompts}
  ///
  /// @param prompts the prompts
  public static Trial of(Prompts prompts) {
    return new Trial(Set.of(), prompts);
  }
}
