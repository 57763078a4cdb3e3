package dev.hone.language.java.runner;

import java.util.function.Consumer;

/// The lines of a report, one JSON object each, handed over one by one.
final class Report {
  /// The start of the last line of a report of tests.
  static final String END = "{\"end\":0,";

  private final Consumer<String> lines;
  private int bad;

  Report(Consumer<String> lines) {
    this.lines = lines;
  }

  boolean isGood() {
    return bad == 0;
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

  void seen(String name, String seen) {
    add("{\"of\":%s,\"seen\":%s}".formatted(quoted(name), quoted(seen)), true);
  }

  // Code may have taken lines out of the pipe before they were read: the end says how many tell of
  // something wrong.
  void end() {
    lines.accept(END + "\"bad\":" + bad + "}");
  }

  private void add(String line, boolean isGood) {
    lines.accept(line);
    bad += isGood ? 0 : 1;
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
