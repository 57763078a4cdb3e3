package dev.hone.model.embedded.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A hub of one file on this machine. Each request takes the next reply that was queued; when none
/// is left the server does as a good one does.
final class HubServer implements AutoCloseable {
  /// How one request is answered.
  @FunctionalInterface
  interface Answer {
    void give(HttpExchange exchange, int offset) throws IOException;
  }

  private final HttpServer server;
  private final byte[] content;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();

  HubServer(byte[] content) throws IOException {
    this.content = content.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// {@return the Range header of each request} `all` where there was none.
  List<String> ranges() {
    return ranges;
  }

  HubServer then(Answer answer) {
    answers.add(answer);
    return this;
  }

  void give(HttpExchange exchange, int offset) throws IOException {
    startFrom(exchange, offset).write(content, offset, content.length - offset);
  }

  /// Sends so many bytes, and then ends the connection.
  Answer cutAfter(int bytes) {
    return (exchange, offset) ->
        startFrom(exchange, offset)
            .write(content, offset, Math.min(bytes, content.length - offset));
  }

  Answer ignoringTheRange() {
    return (exchange, _) -> give(exchange, 0);
  }

  static Answer status(int status) {
    return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
  }

  OutputStream startFrom(HttpExchange exchange, int offset) throws IOException {
    if (offset == 0) {
      exchange.sendResponseHeaders(200, content.length);
    } else {
      String range = "bytes %d-%d/%d".formatted(offset, content.length - 1, content.length);
      exchange.getResponseHeaders().add("Content-Range", range);
      exchange.sendResponseHeaders(206, content.length - offset);
    }
    return exchange.getResponseBody();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      ranges.add(range == null ? "all" : range);
      int offset = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
      Answer answer = answers.poll();
      if (answer == null) {
        give(exchange, offset);
      } else {
        answer.give(exchange, offset);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
