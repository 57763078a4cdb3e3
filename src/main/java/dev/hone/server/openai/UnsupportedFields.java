package dev.hone.server.openai;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// What OpenAI's interface knows and Hone does not do. A client that asks for it would take the
/// reply for something that it is not.
final class UnsupportedFields {
  private static final List<String> LISTS = List.of("tools", "functions", "logit_bias", "audio");
  private static final List<String> NUMBERS = List.of("presence_penalty", "frequency_penalty");

  private UnsupportedFields() {}

  /// Refuses a request with such a field, unless its value is the one that does nothing.
  ///
  /// @throws ApiError if there is one
  static void refuse(Fields fields) {
    for (String name : LISTS) {
      if (fields.has(name) && !fields.node(name).isEmpty()) {
        throw unsupported(name);
      }
    }
    for (String name : NUMBERS) {
      if (fields.number(name, 0) != 0) {
        throw unsupported(name);
      }
    }
    if (fields.truth("logprobs")) {
      throw unsupported("logprobs");
    }
    if (fields.number("n", 1) != 1) {
      throw ApiError.unsupported("n", "hone gives one answer to a request; leave n out");
    }
    refuseUnlessText(fields);
  }

  private static void refuseUnlessText(Fields fields) {
    Fields format = fields.below("response_format");
    if (format.has("type") && !format.text("type").equals("text")) {
      throw ApiError.unsupported(
          "response_format", "hone answers with text; leave response_format out");
    }
    JsonNode modalities = fields.node("modalities");
    if (modalities.valueStream().anyMatch(one -> !one.asString("").equals("text"))) {
      throw unsupported("modalities");
    }
  }

  private static ApiError unsupported(String name) {
    return ApiError.unsupported(name, "hone does not do %s; leave it out".formatted(name));
  }
}
