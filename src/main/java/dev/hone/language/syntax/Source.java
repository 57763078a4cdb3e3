package dev.hone.language.syntax;

import java.nio.charset.StandardCharsets;

/// The text of one file as the bytes that a syntax tree counts in.
final class Source {
  private final byte[] bytes;

  Source(String content) {
    this.bytes = content.getBytes(StandardCharsets.UTF_8);
  }

  /// The whole text, with `?` for what UTF-8 cannot hold.
  String text() {
    return text(0, bytes.length);
  }

  /// The text between two places, in bytes.
  String text(int from, int to) {
    int start = Math.min(from, bytes.length);
    int end = Math.min(to, bytes.length);
    return new String(bytes, start, Math.max(0, end - start), StandardCharsets.UTF_8);
  }

  /// The whole text with something else between two places, in bytes.
  String with(String other, int from, int to) {
    return text(0, from) + other + text(to, bytes.length);
  }
}
