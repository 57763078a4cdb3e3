package dev.hone.language.java.runner;

import java.util.ArrayList;
import java.util.List;

/// The lines of a report, one JSON object each.
final class Report {
  private final List<String> lines = new ArrayList<>();
  private boolean good = true;

  List<String> lines() {
    return List.copyOf(lines);
  }

  boolean isGood() {
    return good;
  }

  void check(Fault fault) {
    add(fault.json(), false);
  }

  void build(Fault fault) {
    add("{\"build\":" + fault.json() + "}", false);
  }

  void load(Fault fault) {
    add("{\"load\":" + fault.json() + "}", false);
  }

  void test(String name, String state, String message) {
    String line =
        "{\"test\":%s,\"state\":\"%s\",\"message\":%s}"
            .formatted(quoted(name), state, quoted(message));
    add(line, state.equals("passed") || state.equals("skipped"));
  }

  void end() {
    lines.add("{\"end\":0}");
  }

  private void add(String line, boolean isGood) {
    lines.add(line);
    good &= isGood;
  }

  /// A fault of the compiler, or of a class that cannot be loaded.
  record Fault(String path, long line, long column, String code, String message, String source) {
    String json() {
      return "{\"path\":%s,\"line\":%d,\"column\":%d,\"code\":%s,\"message\":%s,\"source\":%s}"
          .formatted(
              quoted(path),
              Math.max(0, line),
              Math.max(0, column),
              quoted(code),
              quoted(message),
              quoted(source));
    }
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        json.append("\\u%04x".formatted((int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
