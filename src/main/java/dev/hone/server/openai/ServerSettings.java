package dev.hone.server.openai;

/// Where a server listens, and what it lets in.
///
/// @param host the name or address that it listens at
/// @param port the port, 0 to 65535; 0 for any that is free
/// @param key what clients must bring as `Authorization: Bearer …`; empty for none
/// @param jobs requests that are answered at one time, at least 1
/// @param queue requests that may wait for their turn, at least 0; one more is refused
/// @param bodyBytes the most bytes of a request's body, at least 1
public record ServerSettings(
    String host, int port, String key, int jobs, int queue, int bodyBytes) {
  /// The usual limit of a body.
  public static final int USUAL_BODY_BYTES = 4 << 20;

  /// Checks the ranges.
  ///
  /// @throws IllegalArgumentException if a value is out of its range
  public ServerSettings {
    if (port < 0 || port > 65_535 || jobs < 1 || queue < 0 || bodyBytes < 1) {
      throw new IllegalArgumentException("a setting of the server is out of its range");
    }
  }

  /// {@return the same with its key hidden}
  @Override
  public String toString() {
    return "ServerSettings[host=%s, port=%d, key=%s, jobs=%d, queue=%d, bodyBytes=%d]"
        .formatted(host, port, key.isEmpty() ? "none" : "set", jobs, queue, bodyBytes);
  }
}
