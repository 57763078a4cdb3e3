package dev.hone.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/// Marks what ended with an exception.
final class Failed {
  private Failed() {}

  /// {@return the class of an exception, as `error.type` takes it} Its message is left out, on the
  /// span too: a provider's words may repeat what it was asked.
  static String type(Throwable thrown) {
    return thrown.getClass().getName();
  }

  static void mark(Span span, Throwable thrown) {
    span.setStatus(StatusCode.ERROR).setAttribute(Names.ERROR, type(thrown));
  }
}
