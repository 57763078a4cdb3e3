package dev.hone.cli;

import dev.hone.result.Forms;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as people and programs like it: with the version of its schema, indented, one line end at
/// the close.
final class Json {
  private Json() {}

  /// {@return an object with the version of its schema and nothing else yet}
  static ObjectNode form() {
    return JsonNodeFactory.instance.objectNode().put("schema", Forms.SCHEMA);
  }

  static String text(JsonNode form) {
    return form.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
  }
}
