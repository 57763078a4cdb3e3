package dev.hone.model.embedded.store;

import java.net.URI;

/// A file at an address, as far as it is known before it is fetched.
///
/// @param address where it is
/// @param file its name here
/// @param bytes its size
/// @param version what the server calls this version of it (its ETag), or empty where it does not
///   say
record Source(URI address, String file, long bytes, String version) {
  /// {@return whether the version is one that a range may be asked of} A weak one is not exact.
  boolean hasExactVersion() {
    return !version.isEmpty() && !version.startsWith("W/");
  }
}
