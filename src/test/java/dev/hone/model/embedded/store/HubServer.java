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
import java.util.concurrent.atomic.AtomicInteger;

/// A hub of one file on this machine. Each request takes the next reply that was queued; when none
/// is left the server does as a good one does.
public final class HubServer implements AutoCloseable {
  /// How one request is answered.
  @FunctionalInterface
  public interface Answer {
    /// Answers one request.
    ///
    /// @param exchange the request
    /// @param offset the first byte that was asked for
    /// @throws IOException if the client is gone Sends the rest of the file.
    ///
    /// @param exchange the request
    /// @param offset the first byte
    /// @throws IOException if the client is gone
    public void give(HttpExchange exchange, int offset) throws IOException;
  }

  /// What the server calls its version of the file; empty to say nothing.
  private volatile String version = "";

  private volatile String linked = "";
  private final AtomicInteger looks = new AtomicInteger();

  private final HttpServer server;
  private final byte[] content;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> ranges = new CopyOnWriteArrayList<>();

  /// Starts a server.
  ///
  /// @param content its file
  /// @throws IOException if it has no port
  public HubServer(byte[] content) throws IOException {
    this.content = content.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /// {@return where it is}
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Names the hash of the file from now on, as the hub does.
  ///
  /// @param sha256 the hash
  public void linked(String sha256) {
    linked = sha256;
  }

  /// {@return how often a client asked how long the file is}
  public int looks() {
    return looks.get();
  }

  /// Names the version of the file from now on.
  ///
  /// @param etag as the header has it
  public void version(String etag) {
    version = etag;
  }

  /// {@return the Range header of each request} `all` where there was none.
  public List<String> ranges() {
    return ranges;
  }

  /// Queues a reply.
  ///
  /// @param answer the reply
  /// @return this
  public HubServer then(Answer answer) {
    answers.add(answer);
    return this;
  }

  /// Sends the rest of the file.
  ///
  /// @param exchange the request
  /// @param offset the first byte
  /// @throws IOException if the client is gone
  public void give(HttpExchange exchange, int offset) throws IOException {
    startFrom(exchange, offset).write(content, offset, content.length - offset);
  }

  /// Sends so many bytes, and then ends the connection.
  ///
  /// @param bytes how many
  /// @return the reply
  public Answer cutAfter(int bytes) {
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

  /// Sends the headers.
  ///
  /// @param exchange the request
  /// @param offset the first byte
  /// @return where the bytes go
  /// @throws IOException if the client is gone
  public OutputStream startFrom(HttpExchange exchange, int offset) throws IOException {
    if (!version.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", version);
    }
    if (offset == 0) {
      exchange.sendResponseHeaders(200, content.length);
    } else {
      String range = "bytes %d-%d/%d".formatted(offset, content.length - 1, content.length);
      exchange.getResponseHeaders().add("Content-Range", range);
      exchange.sendResponseHeaders(206, content.length - offset);
    }
    return exchange.getResponseBody();
  }

  /// The first byte alone, by which a client finds out how long the file is.
  private void giveFirst(HttpExchange exchange) throws IOException {
    if (!version.isEmpty()) {
      exchange.getResponseHeaders().add("ETag", version);
    }
    if (!linked.isEmpty()) {
      exchange.getResponseHeaders().add("X-Linked-Etag", linked);
    }
    looks.incrementAndGet();
    exchange.getResponseHeaders().add("Content-Range", "bytes 0-0/" + content.length);
    exchange.sendResponseHeaders(206, 1);
    exchange.getResponseBody().write(content, 0, 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String range = exchange.getRequestHeaders().getFirst("Range");
      if ("bytes=0-0".equals(range)) {
        giveFirst(exchange);
        return;
      }
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
