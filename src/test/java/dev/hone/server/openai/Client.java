package dev.hone.server.openai;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What programs send to a server on this machine.
record Client(CompletionServer server) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return HTTP.send(request(path, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> chat(String body, String... headers) throws Exception {
    return HTTP.send(post(body, headers), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<Stream<String>> stream(String body) throws Exception {
    return HTTP.send(post(body), HttpResponse.BodyHandlers.ofLines());
  }

  private HttpRequest post(String body, String... headers) {
    HttpRequest.Builder request =
        request("/v1/chat/completions", headers).POST(HttpRequest.BodyPublishers.ofString(body));
    if (!List.of(headers).contains("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    return request.build();
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  /// {@return a connection on which a request was sent, and nothing read yet}
  Socket sent(String body, String host) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    OutputStream out = socket.getOutputStream();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST /v1/chat/completions HTTP/1.1\r
        Host: %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        \r
        """
            .formatted(host, bytes.length);
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write(bytes);
    out.flush();
    return socket;
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /// {@return the data of the events of a stream}
  static List<String> events(Stream<String> lines) {
    return lines
        .filter(line -> !line.isEmpty())
        .map(line -> line.substring("data: ".length()))
        .toList();
  }
}
