package dev.hone.sandbox.bubblewrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What bubblewrap writes about its own progress, one JSON object a line.
///
/// @param file where it writes
record Status(Path file) {
  private static final Pattern FIRST = Pattern.compile("\"child-pid\": *(\\d+)");

  /// {@return the id of the first process of the box, seen from outside, once it is known}
  OptionalLong firstProcess() {
    Matcher matcher = FIRST.matcher(text());
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /// {@return whether the command was started and ended} Bubblewrap gives an exit code only then.
  boolean reachedCommand() {
    return text().contains("\"exit-code\"");
  }

  private String text() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      // Not written yet.
      return "";
    }
  }
}
