package dev.hone.language.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a client came to: lines for Hone, and files to hand over or the client's last words.
///
/// @param lines such as `resolved NAME VERSION` or `unknown NAME`
/// @param errors what the client said; empty where it fetched everything
/// @param files the files by the path that they are handed over with
record Found(List<String> lines, String errors, Map<String, Path> files) {
  private static final int LAST_LINES = 8;

  static Found whole(List<String> lines, Map<String, Path> files) {
    return new Found(lines, "", files);
  }

  static Found nothing(List<String> lines, String output) {
    List<String> said = output.lines().filter(line -> !line.isBlank()).toList();
    String last =
        String.join("\n", said.subList(Math.max(0, said.size() - LAST_LINES), said.size()));
    return new Found(lines, last.isEmpty() ? "it said nothing" : last, Map.of());
  }

  boolean isWhole() {
    return errors.isEmpty();
  }
}
