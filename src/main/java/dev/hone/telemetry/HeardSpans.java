package dev.hone.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/// Sends spans and notes what keeps them from being sent.
///
/// @param exporter sends them
/// @param trouble hears of failures
record HeardSpans(SpanExporter exporter, Trouble trouble) implements SpanExporter {
  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return trouble.hear(exporter.export(spans));
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
