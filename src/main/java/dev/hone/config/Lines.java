package dev.hone.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// On which line of a file its tables and keys stand. The parser of TOML does not tell, so this
/// looks for what begins a line outside of texts and lists; keys in `{ … }` stand where that
/// begins. The file is known to be TOML.
final class Lines {
  private final Map<List<String>, Integer> lines = new HashMap<>();
  private List<String> table = List.of();
  private String quote = "";
  private int depth;

  private Lines() {}

  static Lines of(String text) {
    Lines found = new Lines();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      found.read(line.strip(), number);
    }
    return found;
  }

  /// {@return the line of a path, or of the nearest table around it; 0 where there is none}
  int of(List<String> path) {
    for (int length = path.size(); length > 0; length--) {
      Integer line = lines.get(path.subList(0, length));
      if (line != null) {
        return line;
      }
    }
    return 0;
  }

  private void read(String line, int number) {
    if (quote.isEmpty() && depth == 0) {
      if (line.startsWith("#") || line.isEmpty()) {
        return;
      }
      if (line.startsWith("[")) {
        table = dotted(line.replaceFirst("^\\[+\\s*", ""));
        keep(table, number);
        return;
      }
      List<String> path = new ArrayList<>(table);
      path.addAll(dotted(line));
      keep(path, number);
    }
    skip(line);
  }

  private void keep(List<String> path, int number) {
    for (int length = 1; length <= path.size(); length++) {
      lines.putIfAbsent(List.copyOf(path.subList(0, length)), number);
    }
  }

  /// {@return the parts of a key at the beginning of a text}
  private static List<String> dotted(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    char within = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (within != 0) {
        if (c == within) {
          within = 0;
        } else {
          part.append(c);
        }
      } else if (c == '"' || c == '\'') {
        within = c;
      } else if (c == '.') {
        parts.add(part.toString());
        part.setLength(0);
      } else if (c == '=' || c == ']') {
        break;
      } else if (!Character.isWhitespace(c)) {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }

  /// Follows texts and lists, which may go on in the next line.
  private void skip(String line) {
    int at = 0;
    while (at < line.length()) {
      if (!quote.isEmpty()) {
        at = inText(line, at);
        continue;
      }
      char c = line.charAt(at);
      if (c == '#') {
        return;
      }
      if (c == '"' || c == '\'') {
        String three = String.valueOf(c).repeat(3);
        quote = line.startsWith(three, at) ? three : String.valueOf(c);
        at += quote.length();
        continue;
      }
      depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      at++;
    }
    if (quote.length() == 1) {
      // such a text ends with its line
      quote = "";
    }
  }

  private int inText(String line, int at) {
    if (quote.startsWith("\"") && line.charAt(at) == '\\') {
      return at + 2;
    }
    if (line.startsWith(quote, at)) {
      int end = at + quote.length();
      quote = "";
      return end;
    }
    return at + 1;
  }
}
