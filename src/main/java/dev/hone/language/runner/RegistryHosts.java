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
    if (uri.getRawUserInfo() != null) {
      // The address itself stays out of the message, which may be logged.
      throw refused(client, "an address with a password, which must not come into a sandbox");
    }
    if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
      throw refused(client, address + ", which is no https address");
    }
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (!host.matches("[a-z0-9.-]*[a-z][a-z0-9.-]*")) {
      throw refused(client, address + ", which has a number for a name");
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
