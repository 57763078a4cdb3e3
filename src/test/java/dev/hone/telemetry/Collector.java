package dev.hone.telemetry;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A collector on this machine, as OTLP over HTTP has it.
final class Collector implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final int status;

  /// What was posted.
  record Posted(String path, String type, String key, ByteString body) {}

  private Collector(int status) throws IOException {
    this.status = status;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  static Collector taking() throws IOException {
    return new Collector(200);
  }

  static Collector refusing() throws IOException {
    return new Collector(401);
  }

  /// {@return one that takes a request and never answers it}
  static Collector silent() throws IOException {
    return new Collector(0);
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Posted> posted() {
    return List.copyOf(posted);
  }

  /// {@return all that was posted as a text, to look for what must not be in it}
  String text() {
    StringBuilder text = new StringBuilder();
    posted.forEach(one -> text.append(one.body().toString(StandardCharsets.UTF_8)));
    return text.toString();
  }

  List<Span> spans() throws IOException {
    List<Span> spans = new CopyOnWriteArrayList<>();
    for (Posted one : posted) {
      if (one.path().equals("/v1/traces")) {
        ExportTraceServiceRequest.parseFrom(one.body()).getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .forEach(scope -> spans.addAll(scope.getSpansList()));
      }
    }
    return spans;
  }

  List<String> metrics() throws IOException {
    List<String> names = new CopyOnWriteArrayList<>();
    for (Posted one : posted) {
      if (one.path().equals("/v1/metrics")) {
        ExportMetricsServiceRequest.parseFrom(one.body()).getResourceMetricsList().stream()
            .flatMap(resource -> resource.getScopeMetricsList().stream())
            .flatMap(scope -> scope.getMetricsList().stream())
            .map(Metric::getName)
            .forEach(names::add);
      }
    }
    return names;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      posted.add(
          new Posted(
              exchange.getRequestURI().getPath(),
              String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
              String.valueOf(exchange.getRequestHeaders().getFirst("X-Key")),
              ByteString.readFrom(exchange.getRequestBody())));
      if (status == 0) {
        released.await();
      }
      exchange.sendResponseHeaders(status, -1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
    threads.close();
  }
}
