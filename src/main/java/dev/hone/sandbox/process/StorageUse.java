package dev.hone.sandbox.process;

import dev.hone.sandbox.Limit;
import java.util.Set;

/// What the folders hold that a job may write to.
///
/// @param memoryBytes memory that their files take, in bytes, or 0 where they are on a disk
/// @param full limits that they are up to: what is beyond them was refused, or would have been
/// @param exceeded limits that they are beyond, as no kernel holds these here
public record StorageUse(long memoryBytes, Set<Limit> full, Set<Limit> exceeded) {
  /// Copies the sets.
  public StorageUse {
    full = Set.copyOf(full);
    exceeded = Set.copyOf(exceeded);
  }

  /// {@return nothing known}
  public static StorageUse unknown() {
    return new StorageUse(0, Set.of(), Set.of());
  }
}
