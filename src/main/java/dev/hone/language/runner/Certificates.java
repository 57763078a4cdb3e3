package dev.hone.language.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The file with the certificates that this machine trusts, which a sandbox does not show by
/// itself.
public final class Certificates {
  private Certificates() {}

  /// {@return the first that is there of those that settings name and those of the system, links
  /// resolved; empty where there is none}
  ///
  /// @param named what settings and variables name; blank and null are passed over
  public static Optional<Path> file(@Nullable String... named) {
    Stream<String> usual =
        Stream.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/ssl/cert.pem");
    return Stream.concat(Stream.of(named).filter(one -> one != null && !one.isBlank()), usual)
        .map(Path::of)
        .filter(Files::isRegularFile)
        .findFirst()
        .flatMap(Certificates::resolved);
  }

  /// {@return where a file really stands; empty where there is none}
  ///
  /// @param file its path, which may be a link
  public static Optional<Path> resolved(Path file) {
    try {
      return Optional.of(file.toRealPath());
    } catch (IOException _) {
      // A link that leads nowhere is no file.
      return Optional.empty();
    }
  }
}
