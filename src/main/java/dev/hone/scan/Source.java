package dev.hone.scan;

import java.nio.charset.StandardCharsets;

/// The text of one file as the bytes that a syntax tree counts in.
final class Source {
  private final byte[] bytes;

  Source(String content) {
    this.bytes = content.getBytes(StandardCharsets.UTF_8);
  }

  /// The whole text, with `?` for what UTF-8 cannot hold.
  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  String text(Node.Span span) {
    int start = Math.min(span.start(), bytes.length);
    int end = Math.min(span.end(), bytes.length);
    return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
  }
}
