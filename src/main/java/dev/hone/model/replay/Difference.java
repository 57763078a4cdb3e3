package dev.hone.model.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How a request differs from the most similar one of those that were recorded.
final class Difference {
  private static final int MOST_LINES = 3;
  private static final int MOST_LETTERS = 120;
  private static final int LETTERS_BEFORE = 40;

  private final JsonNode asked;

  /// Compares with a request.
  ///
  /// @param asked its form
  Difference(JsonNode asked) {
    this.asked = asked;
  }

  /// {@return the most similar request in words; empty where there is none at all}
  ///
  /// @param recorded forms of requests by the names of their files
  Optional<String> toNearest(Map<String, JsonNode> recorded) {
    return recorded.entrySet().stream()
        .max(Comparator.comparingInt(entry -> likeness(entry.getValue())))
        .map(
            entry ->
                "the nearest one that was (%s) differs %s"
                    .formatted(entry.getKey(), words(entry.getValue())));
  }

  /// Lines that are the same from the beginning and from the end of the prompt, and then the rest.
  private int likeness(JsonNode other) {
    List<String> one = lines(asked);
    List<String> two = lines(other);
    int shorter = Math.min(one.size(), two.size());
    int same = 0;
    while (same < shorter && one.get(same).equals(two.get(same))) {
      same++;
    }
    int end = 0;
    while (end < shorter - same
        && one.get(one.size() - 1 - end).equals(two.get(two.size() - 1 - end))) {
      end++;
    }
    int rest = asked.path("sampling").equals(other.path("sampling")) ? 1 : 0;
    return 2 * (same + end) - Math.max(one.size(), two.size()) + rest;
  }

  private static List<String> lines(JsonNode request) {
    List<String> lines = new ArrayList<>();
    for (JsonNode message : request.path("messages")) {
      lines.add(message.path("role").asString(""));
      lines.addAll(List.of(message.path("text").asString("").split("\n", -1)));
    }
    return lines;
  }

  private String words(JsonNode other) {
    JsonNode mine = asked.path("messages");
    JsonNode theirs = other.path("messages");
    for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
      String here = mine.get(i).path("text").asString("");
      String there = theirs.get(i).path("text").asString("");
      if (!here.equals(there)) {
        String role = mine.get(i).path("role").asString("").toLowerCase(Locale.ROOT);
        return text(role, here.split("\n", -1), there.split("\n", -1));
      }
    }
    if (mine.size() != theirs.size()) {
      return "in the number of messages: recorded %d, asked %d"
          .formatted(theirs.size(), mine.size());
    }
    return "in " + rest(other);
  }

  private static String text(String role, String[] asked, String[] recorded) {
    int line = 0;
    while (line < Math.min(asked.length, recorded.length) && asked[line].equals(recorded[line])) {
      line++;
    }
    StringBuilder words =
        new StringBuilder("first in line %d of the %s message:".formatted(line + 1, role));
    for (int i = line; i < line + MOST_LINES; i++) {
      String here = i < asked.length ? asked[i] : null;
      String there = i < recorded.length ? recorded[i] : null;
      if (Objects.equals(here, there)) {
        break;
      }
      int from = firstLetter(here == null ? "" : here, there == null ? "" : there);
      words.append("\n  recorded: ").append(there == null ? "(no more lines)" : cut(there, from));
      words.append("\n  asked:    ").append(here == null ? "(no more lines)" : cut(here, from));
    }
    return words.toString();
  }

  private static int firstLetter(String one, String two) {
    int at = 0;
    while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String cut(String line, int letter) {
    int from = Math.max(0, letter - LETTERS_BEFORE);
    int to = Math.min(line.length(), from + MOST_LETTERS);
    return (from > 0 ? "…" : "")
        + line.substring(Math.min(from, line.length()), to)
        + (to < line.length() ? "…" : "");
  }

  private static String orNone(JsonNode part) {
    return part.isMissingNode() ? "none" : part.toString();
  }

  private String rest(JsonNode other) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : asked.path("sampling").properties()) {
      JsonNode there = other.path("sampling").path(entry.getKey());
      if (!entry.getValue().toString().equals(there.toString())) {
        words.add(
            "%s: recorded %s, asked %s"
                .formatted(entry.getKey(), there.toString(), entry.getValue().toString()));
      }
    }
    for (String part : List.of("grammar", "continuations")) {
      if (!asked.path(part).equals(other.path(part))) {
        words.add(
            "the %s: recorded %s, asked %s"
                .formatted(part, orNone(other.path(part)), orNone(asked.path(part))));
      }
    }
    if (words.isEmpty()) {
      words.add(
          "the choices: recorded %s, asked %s"
              .formatted(other.path("choices").toString(), asked.path("choices").toString()));
    }
    return String.join("; ", words);
  }
}
