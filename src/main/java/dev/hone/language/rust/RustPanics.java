package dev.hone.language.rust;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The panics on the standard error of a test program, by the thread that each test runs in.
final class RustPanics {
  private static final Pattern PANIC =
      Pattern.compile("thread '([^']*)' (?:\\(\\d+\\) )?panicked at (.*):(\\d{1,7}):(\\d{1,7}):");
  private static final Pattern OVERFLOW =
      Pattern.compile("thread '([^']*)' (?:\\(\\d+\\) )?has overflowed its stack");
  private static final Pattern END =
      Pattern.compile("(?:note: |stack backtrace:|warning: `--logfile`|thread '|Error: ).*");
  private static final int MOST_LINES = 8;
  private static final int SIGNAL = 128;

  private final Map<String, Panic> lastByThread = new HashMap<>();
  private final Set<String> overflowed = new HashSet<>();
  private final Deque<String> returnedErrors = new ArrayDeque<>();

  RustPanics(String errors) {
    List<String> lines = errors.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher panic = PANIC.matcher(lines.get(i));
      Matcher overflow = OVERFLOW.matcher(lines.get(i));
      if (panic.matches()) {
        lastByThread.put(
            panic.group(1),
            new Panic(
                panic.group(2),
                Integer.parseInt(panic.group(3)),
                Integer.parseInt(panic.group(4)),
                message(lines.subList(i + 1, lines.size()))));
      } else if (overflow.matches()) {
        overflowed.add(overflow.group(1));
      } else if (lines.get(i).startsWith("Error: ")) {
        returnedErrors.add(lines.get(i));
      }
    }
  }

  /// One panic.
  ///
  /// @param file where, as the compiler was given it
  /// @param line the line, from 1
  /// @param column the column, from 1
  /// @param message what it says
  record Panic(String file, int line, int column, String message) {
    /// Whether a test said so itself, by an assertion or in plain words.
    boolean isAssertion(String source) {
      String said = column <= source.length() ? source.substring(column - 1) : "";
      return message.startsWith("assertion ")
          || said.matches("(?:debug_)?assert\\w*!.*|panic!.*|unreachable!.*");
    }

    /// What to tell, with the line of code where that is known.
    String words(String source) {
      String place = file.contains("/rustc/") ? "" : file + ":" + line + ": ";
      return source.isBlank() ? place + message : place + source.strip() + "\n" + message;
    }
  }

  /// Returns the last panic in the thread of a test; earlier ones were caught.
  Optional<Panic> last(String test) {
    return Optional.ofNullable(lastByThread.get(test));
  }

  /// Returns the next error that a test returned, in the order of the tests.
  String nextError() {
    return returnedErrors.isEmpty() ? "it failed without a word" : returnedErrors.remove();
  }

  /// Returns why a test ended the whole program.
  String crash(String test, String code) {
    if (overflowed.contains(test)) {
      return "stack overflow: a recursion without end, or far too deep";
    }
    int exit = Integer.parseInt(code);
    String how =
        exit > SIGNAL
            ? "signal " + (exit - SIGNAL) + " ended the program in this test"
            : "the program ended with exit code " + exit + " in the middle of this test";
    return last(test).map(panic -> how + ": " + panic.words("")).orElse(how);
  }

  private static String message(List<String> rest) {
    List<String> message = new ArrayList<>();
    boolean comparison = !rest.isEmpty() && rest.getFirst().startsWith("assertion `left");
    for (String line : rest.subList(0, Math.min(rest.size(), MOST_LINES))) {
      if (END.matcher(line).matches()) {
        break;
      }
      message.add(line);
      if (comparison && line.startsWith(" right: ")) {
        break;
      }
    }
    return String.join("\n", message).strip();
  }
}
