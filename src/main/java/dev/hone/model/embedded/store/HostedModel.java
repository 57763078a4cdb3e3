package dev.hone.model.embedded.store;

import java.nio.file.Path;

/// A model file that can be fetched.
///
/// @param name what a person types
/// @param file the name of the file here and at the hub
/// @param bytes its size
/// @param sha256 its hash, in lower-case hexadecimal
/// @param licence the SPDX name
/// @param hubFolder its folder at the hub, with the revision
/// @param parts where else it can be had
record HostedModel(
    String name,
    String file,
    long bytes,
    String sha256,
    String licence,
    String hubFolder,
    Parts parts) {
  Stamp stamp(Path at) {
    return new Stamp(at, bytes, sha256);
  }

  /// The same file cut into Python packages.
  ///
  /// @param prefix the packages' name before the number, which starts at 1
  /// @param version of every package
  /// @param count how many there are; 0 where the file is at the hub only
  /// @param partBytes size of each part but the last
  record Parts(String prefix, String version, int count, long partBytes) {
    String requirement(int number) {
      return prefix + number + "==" + version;
    }

    String source() {
      return "Python packages %s1 to %s%d, version %s".formatted(prefix, prefix, count, version);
    }
  }
}
