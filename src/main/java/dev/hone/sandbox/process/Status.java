package dev.hone.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What bubblewrap, or the script in its stead, writes about its own progress, one JSON object a
/// line.
///
/// @param file where it writes
/// @param told whether the helper in the box tells that the command runs
public record Status(Path file, boolean told) {
  private static final Pattern FIRST = Pattern.compile("\"child-pid\": *(\\d+)");

  /// {@return a file beside it for the folders to mount; both are removed with the job}
  public Path mounts() {
    return file.resolveSibling(file.getFileName() + "-mounts");
  }

  /// {@return the id of the first process of the box, seen from outside, once it is known}
  OptionalLong firstProcess() {
    Matcher matcher = FIRST.matcher(text());
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /// {@return whether the set-up is over} The helper tells that it has nothing left to do but to
  /// become the command. Without it, bubblewrap gives an exit code only if the command was started,
  /// and the script tells that it is done.
  public boolean reachedCommand() {
    String text = text();
    if (told) {
      return text.contains("\"running\"");
    }
    return text.contains("\"exit-code\"") || text.contains("\"started\"");
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
