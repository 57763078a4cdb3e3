package dev.hone.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;

/// Sends metrics and notes what keeps them from being sent.
///
/// @param exporter sends them
/// @param trouble hears of failures
record HeardMetrics(MetricExporter exporter, Trouble trouble) implements MetricExporter {
  @Override
  public CompletableResultCode export(Collection<MetricData> metrics) {
    return trouble.hear(exporter.export(metrics));
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType type) {
    return exporter.getAggregationTemporality(type);
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
