package dev.hone.server.openai;

import io.javalin.http.Context;
import tools.jackson.databind.JsonNode;

/// Responses of one piece.
final class Responses {
  private Responses() {}

  static void json(Context context, JsonNode form) {
    context.contentType("application/json").result(form.toString());
  }

  static void error(Context context, ApiError error) {
    context.status(error.status());
    if (error.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (!error.retryAfter().isZero()) {
      context.header("Retry-After", Long.toString(error.retryAfter().toSeconds()));
    }
    json(context, Forms.error(error));
  }
}
