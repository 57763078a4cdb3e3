package dev.hone.model;

import java.net.InetAddress;
import java.util.Locale;

/// Hosts that mean this machine and can be reached from it alone.
public final class ThisMachine {
  private ThisMachine() {}

  /// {@return whether a host is spelled as this machine} Nothing is looked up: a name such as
  /// `127.example.org` may lead anywhere.
  ///
  /// @param host such as `localhost`, `127.0.0.1`, `::1` or `[::1]`
  public static boolean isNamed(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
    try {
      return name.equals("localhost") || InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
