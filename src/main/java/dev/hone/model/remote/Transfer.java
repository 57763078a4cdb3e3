package dev.hone.model.remote;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// One request and its reply, as LangChain4j has them made. All of it is done on the calling
/// thread, whose interrupt closes the connection.
final class Transfer implements HttpClient, HttpClientBuilder {
  private static final int MOST_ERROR_BYTES = 1 << 16;

  private final Wire wire;
  private final Refusals refusals;
  private final Endpoint endpoint;
  private final Answer answer;

  Transfer(Wire wire, Refusals refusals, Endpoint endpoint, Answer answer) {
    this.wire = wire;
    this.refusals = refusals;
    this.endpoint = endpoint;
    this.answer = answer;
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventListener listener) {
    execute(request, new DefaultServerSentEventParser(), listener);
  }

  /// Makes the request and reads the reply to its end.
  ///
  /// @throws FailedCall if the reply is not whole
  /// @throws CancelledCall if the calling thread was interrupted
  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    Patience patience = wire.provider().habits().patience();
    long start = System.nanoTime();
    HttpResponse<InputStream> reply =
        wire.send(
            request.method().name(),
            request.url(),
            headers(request),
            request.body() == null ? "" : request.body(),
            patience.firstToken());
    try (InputStream raw = reply.body();
        Watch watch = new Watch(raw, start, patience);
        InputStream body = new WatchedBody(raw, watch)) {
      if (reply.statusCode() / 100 != 2) {
        String words = new String(body.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8);
        throw refusals.of(reply.statusCode(), reply.headers(), words, Instant.now());
      }
      checkKind(reply.headers().firstValue("Content-Type").orElse(""));
      answer.atFirst(watch::begin);
      StrictListener strict = new StrictListener(listener, endpoint, refusals, answer);
      listener.onOpen(opened(reply));
      parser.parse(body, strict);
      strict.end(watch);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledCall();
      }
      throw new FailedCall(
          Fault.BROKEN, "the reply of %s broke off (%s)".formatted(name(), e.getMessage()));
    }
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach(
            (name, values) -> {
              if (values != null && !values.isEmpty()) {
                headers.put(name, values.getFirst());
              }
            });
    return headers;
  }

  private void checkKind(String kind) {
    if (!kind.isEmpty() && !endpoint.streams(kind)) {
      throw new FailedCall(
          Fault.FINAL,
          "%s answered with %s in place of a stream of text; check that %s is the address of the %s dialect (for most servers it ends in /v1)"
              .formatted(name(), kind, wire.provider().url(), wire.provider().dialect().id()));
    }
  }

  private static SuccessfulHttpResponse opened(HttpResponse<InputStream> reply) {
    return SuccessfulHttpResponse.builder()
        .statusCode(reply.statusCode())
        .headers(reply.headers().map())
        .build();
  }

  private String name() {
    return wire.provider().name();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    throw new IllegalStateException("every reply is asked for as a stream");
  }

  @Override
  public Duration connectTimeout() {
    return wire.provider().habits().patience().connect();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration limit) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return wire.provider().habits().patience().idle();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration limit) {
    return this;
  }

  @Override
  public HttpClient build() {
    return this;
  }
}
