package dev.hone.language.runner;

import dev.hone.failure.ErrorType;
import dev.hone.language.ToolchainException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// The hosts behind the addresses that a client's settings name.
public final class RegistryHosts {
  private static final int HTTPS = 443;

  private RegistryHosts() {}

  /// {@return host and port of a registry, as `host:port`}
  ///
  /// @param client the client's name, such as `pip`
  /// @param address what its settings say
  /// @throws ToolchainException if a sandbox cannot be let there: the address is not encrypted,
  ///   holds a password, or has a number for a name
  public static String of(String client, String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      throw refused(client, "an address that cannot be read");
    }
    // Messages may be logged, so of an address they repeat the host at most. Where Java knows
    // none, as a name has a line below or a port is no number, user and password are no parts of
    // their own either.
    String authority = uri.isOpaque() ? uri.getSchemeSpecificPart() : uri.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      throw refused(client, "an address with a password, which must not come into a sandbox");
    }
    if (uri.getHost() == null) {
      throw refused(client, "an address without the name of a host");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      throw refused(client, host + " by an address that is no https address");
    }
    if (!host.matches("[a-z0-9.-]*[a-z][a-z0-9.-]*")) {
      throw refused(client, host + ", which is a number");
    }
    return host + ":" + (uri.getPort() < 0 ? HTTPS : uri.getPort());
  }

  private static ToolchainException refused(String client, String what) {
    return new ToolchainException(
        ErrorType.EXTERNAL,
        "%s is set up to fetch from %s; set it up with an https address by name, or leave --with out"
            .formatted(client, what));
  }
}
