package dev.hone.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import tools.jackson.databind.ObjectMapper;

/// A server of a model on this machine whose replies come in pieces, and stop where a test wants to
/// look, until it lets them go on.
final class WaitingModel implements AutoCloseable {
  /// In place of a piece: nothing more comes before {@link #goOn}.
  static final String HOLD = "\0hold";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Queue<List<String>> replies;
  private final CountDownLatch held = new CountDownLatch(1);

  private WaitingModel(HttpServer server, Queue<List<String>> replies) {
    this.server = server;
    this.replies = replies;
  }

  /// {@return a model that gives these replies in turn, each in pieces}
  static WaitingModel answering(List<List<String>> replies) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      WaitingModel model = new WaitingModel(server, new ConcurrentLinkedQueue<>(replies));
      server.createContext("/v1/chat/completions", model::answer);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return model;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return its name for `--model`}
  String name() {
    return "http://127.0.0.1:%d/v1#held".formatted(server.getAddress().getPort());
  }

  void goOn() {
    held.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] _ = exchange.getRequestBody().readAllBytes();
    List<String> pieces = replies.poll();
    if (pieces == null) {
      exchange.sendResponseHeaders(500, -1);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String piece : pieces) {
        if (piece.equals(HOLD)) {
          held.await();
        } else {
          send(out, Map.of("choices", List.of(Map.of("delta", Map.of("content", piece)))));
        }
      }
      send(out, Map.of("choices", List.of(Map.of("delta", Map.of(), "finish_reason", "stop"))));
      send(
          out,
          Map.of(
              "choices",
              List.of(),
              "usage",
              Map.of("prompt_tokens", 1000, "completion_tokens", 100, "total_tokens", 1100)));
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(OutputStream out, Map<String, ?> data) throws IOException {
    out.write(("data: " + JSON.writeValueAsString(data) + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    goOn();
    server.stop(0);
  }
}
