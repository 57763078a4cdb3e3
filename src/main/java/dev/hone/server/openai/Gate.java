package dev.hone.server.openai;

import dev.hone.model.ThisMachine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/// Decides by the head of a request whether it is let in.
///
/// Without a key only names of this machine are taken for the server's: a page in a browser could
/// otherwise have its own name lead here and read the answers.
final class Gate {
  private static final String BEARER = "bearer ";

  private final byte[] key;
  private final boolean open;

  /// Makes a gate.
  ///
  /// @param key what clients must bring; empty for none
  Gate(String key) {
    this.open = key.isEmpty();
    this.key = digest(key);
  }

  /// Lets a request in.
  ///
  /// @param authorization the header of that name, or empty
  /// @param host the header of that name, or empty
  /// @throws ApiError if it is to stay outside
  void check(String authorization, String host) {
    if (open) {
      if (!ThisMachine.isNamed(withoutPort(host))) {
        throw ApiError.request(
            403,
            "host_not_allowed",
            "this server has no key and answers only to names of its own machine, such as"
                + " http://127.0.0.1:PORT/v1");
      }
    } else if (!isRight(authorization)) {
      throw ApiError.key();
    }
  }

  private boolean isRight(String authorization) {
    String bearer = authorization.strip();
    String brought =
        bearer.toLowerCase(Locale.ROOT).startsWith(BEARER)
            ? bearer.substring(BEARER.length()).strip()
            : "";
    // digests have one length, so that the time tells nothing of the key's
    return MessageDigest.isEqual(key, digest(brought));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String withoutPort(String host) {
    return host.strip().replaceFirst(":\\d*$", "");
  }
}
