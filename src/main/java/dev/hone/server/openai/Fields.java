package dev.hone.server.openai;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/// The fields of a JSON object that a client sent. One that is null counts as missing.
///
/// @param object the object
record Fields(JsonNode object) {
  boolean has(String name) {
    return object.hasNonNull(name);
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  /// {@return the text of a field that must be there}
  ///
  /// @throws ApiError if it is missing, empty or no text
  String text(String name) {
    JsonNode node = node(name);
    if (!node.isString() || node.stringValue().isBlank()) {
      throw ApiError.value(name, "%s is missing, or no text".formatted(name));
    }
    return node.stringValue();
  }

  /// {@return whether a field is true}
  ///
  /// @throws ApiError if it is neither true nor false
  boolean truth(String name) {
    if (has(name) && !node(name).isBoolean()) {
      throw ApiError.value(name, "%s is true or false".formatted(name));
    }
    return node(name).asBoolean(false);
  }

  /// {@return the number of a field}
  ///
  /// @throws ApiError if it is no number
  double number(String name, double otherwise) {
    if (has(name) && !node(name).isNumber()) {
      throw ApiError.value(name, "%s is a number".formatted(name));
    }
    return node(name).asDouble(otherwise);
  }

  /// {@return the whole number of a field; empty where it is missing}
  ///
  /// @throws ApiError if it is no whole number of 64 bits
  OptionalLong whole(String name) {
    if (!has(name)) {
      return OptionalLong.empty();
    }
    JsonNode node = node(name);
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw ApiError.value(name, "%s is a whole number".formatted(name));
    }
    return OptionalLong.of(node.longValue());
  }

  /// {@return the fields of an object in a field; none where it is missing}
  ///
  /// @throws ApiError if it is no object
  Fields below(String name) {
    if (has(name) && !node(name).isObject()) {
      throw ApiError.value(name, "%s is an object".formatted(name));
    }
    return new Fields(node(name));
  }
}
