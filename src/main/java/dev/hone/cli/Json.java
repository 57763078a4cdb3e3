package dev.hone.cli;

import tools.jackson.databind.JsonNode;

/// Prints JSON as people and programs like it: indented, one line end at the close.
final class Json {
  private Json() {}

  static String text(JsonNode form) {
    return form.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }
}
