package dev.hone.model.embedded.store;

import java.nio.file.Path;

/// A model file after it was read whole.
///
/// @param file the file
/// @param bytes its size
/// @param sha256 its hash as it is
/// @param expected the hash that it has to have, or empty where none is known
public record CheckedModel(Path file, long bytes, String sha256, String expected) {
  /// {@return whether the hash is the right one} One of which none is known is not.
  public boolean isRight() {
    return sha256.equals(expected);
  }
}
