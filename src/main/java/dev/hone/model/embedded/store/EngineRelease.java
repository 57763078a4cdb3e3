package dev.hone.model.embedded.store;

import java.util.List;

/// The version of the engine that the binding is written for.
///
/// @param version of every package
/// @param licence the SPDX name
/// @param builds one for each platform
record EngineRelease(String version, String licence, List<Build> builds) {
  EngineRelease {
    builds = List.copyOf(builds);
  }

  /// One platform's libraries.
  ///
  /// @param platform the folder's name in the package, such as `linux-x64`
  /// @param name the npm package
  /// @param bytes size of the archive
  /// @param sha512 hash of the archive, in Base64
  record Build(String platform, String name, long bytes, String sha512) {}
}
