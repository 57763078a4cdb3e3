package dev.hone.server.openai;

import dev.hone.model.ThisMachine;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// Names and addresses that mean this machine and can be reached from it alone.
public final class Loopback {
  private Loopback() {}

  /// {@return whether a name or an address leads to this machine alone} Names are looked up.
  ///
  /// @param host such as `localhost`, `127.0.0.1` or `::1`
  public static boolean isAt(String host) {
    if (ThisMachine.isNamed(host)) {
      return true;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
