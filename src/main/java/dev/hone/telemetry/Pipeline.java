package dev.hone.telemetry;

import dev.hone.config.TelemetrySettings;
import dev.hone.model.remote.Certificates;
import dev.hone.model.remote.EnvironmentProxies;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.export.ProxyOptions;
import io.opentelemetry.sdk.common.export.RetryPolicy;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/// Takes spans and metrics to a collector, in the background.
final class Pipeline implements AutoCloseable {
  /// How long the end of a command may wait for what is not sent yet.
  static final Duration MOST_AT_END = Duration.ofSeconds(2);

  private static final Duration MOST_OF_A_REQUEST = Duration.ofSeconds(10);

  // Whoever is not there will not be there half a second later, whoever is busy may be.
  private static final RetryPolicy RETRIES =
      RetryPolicy.builder()
          .setMaxAttempts(3)
          .setInitialBackoff(Duration.ofMillis(200))
          .setMaxBackoff(Duration.ofMillis(400))
          .setRetryExceptionPredicate(_ -> false)
          .build();

  // Held, since a logger that nobody holds forgets its level.
  private final Logger logger = Logger.getLogger("io.opentelemetry");
  private final Trouble trouble = new Trouble();
  private final OpenTelemetrySdk sdk;

  private Pipeline(TelemetrySettings.On settings, String version, Map<String, String> environment) {
    if (logger.getLevel() == null) {
      // it writes many lines on standard error for what is told here in one
      logger.setLevel(Level.OFF);
    }
    ProxyOptions proxies = ProxyOptions.create(new EnvironmentProxies(environment));
    var spans =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(settings.traces().toString())
            .setTimeout(MOST_OF_A_REQUEST)
            .setProxy(proxies)
            .setRetryPolicy(RETRIES);
    var metrics =
        OtlpHttpMetricExporter.builder()
            .setEndpoint(settings.metrics().toString())
            .setTimeout(MOST_OF_A_REQUEST)
            .setProxyOptions(proxies)
            .setRetryPolicy(RETRIES);
    if (isSecure(settings.traces()) || isSecure(settings.metrics())) {
      SSLContext context = Certificates.context(environment);
      X509TrustManager manager = Certificates.manager(environment);
      spans.setSslContext(context, manager);
      metrics.setSslContext(context, manager);
    }
    settings.headers().forEach(spans::addHeader);
    settings.headers().forEach(metrics::addHeader);
    Resource resource = resource(settings, version);
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setResource(resource)
                    .addSpanProcessor(
                        BatchSpanProcessor.builder(new HeardSpans(spans.build(), trouble)).build())
                    .build())
            .setMeterProvider(
                SdkMeterProvider.builder()
                    .setResource(resource)
                    .registerMetricReader(
                        PeriodicMetricReader.create(new HeardMetrics(metrics.build(), trouble)))
                    .build())
            .build();
  }

  /// {@return a pipeline to where settings say}
  ///
  /// @param version the version of Hone
  /// @param environment names proxies and certificates
  static Pipeline open(
      TelemetrySettings.On settings, String version, Map<String, String> environment) {
    return new Pipeline(settings, version, environment);
  }

  private static boolean isSecure(URI url) {
    return url.getScheme().equalsIgnoreCase("https");
  }

  private static Resource resource(TelemetrySettings.On settings, String version) {
    AttributesBuilder said = Attributes.builder().put("service.version", version);
    settings.resource().forEach(said::put);
    return Resource.getDefault().merge(Resource.create(said.build()));
  }

  OpenTelemetry telemetry() {
    return sdk;
  }

  /// {@return what kept something from being sent, the first time that it is asked for}
  Optional<String> untold() {
    return trouble.untold();
  }

  /// Sends what is not sent yet, as far as the time at the end allows, also on a thread that was
  /// interrupted.
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    // on another thread: ending waits inside, longer than a person would
    Thread ending =
        Thread.ofPlatform()
            .daemon()
            .name("telemetry-end")
            .start(() -> sdk.shutdown().join(MOST_AT_END.toMillis(), TimeUnit.MILLISECONDS));
    try {
      if (!ending.join(MOST_AT_END)) {
        trouble.note("it took longer than %d s".formatted(MOST_AT_END.toSeconds()));
      }
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
