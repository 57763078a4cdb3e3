package dev.hone.server.openai;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/// Names and addresses that mean this machine and can be reached from it alone.
public final class Loopback {
  private Loopback() {}

  /// {@return whether a name or an address leads to this machine alone} Names are looked up.
  ///
  /// @param host such as `localhost`, `127.0.0.1` or `::1`
  public static boolean isAt(String host) {
    if (isNamed(host)) {
      return true;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }

  /// {@return whether a text spells this machine, without looking it up}
  static boolean isNamed(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || name.matches("127(\\.\\d{1,3}){3}");
  }
}
