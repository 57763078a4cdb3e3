package dev.hone.server.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.progress.Event;
import dev.hone.progress.Progress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clients that leave, that are one too many, or that bring no key; and servers that end.
class LeavingTest {
  private static final String MESSAGES =
      "\"model\":\"paused\",\"messages\":[{\"role\":\"user\",\"content\":\"count\"}]}";
  private static final String WHOLE = "{\"stream\":false," + MESSAGES;
  private static final String STREAMED = "{\"stream\":true," + MESSAGES;

  private final PausedModel model = new PausedModel();
  private final CountDownLatch left = new CountDownLatch(1);
  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

  @ParameterizedTest
  @ValueSource(strings = {WHOLE, STREAMED})
  void aClientThatLeavesEndsTheGeneration(String body) throws Exception {
    try (CompletionServer server = serving("", 1)) {
      try (Socket _ = new Client(server).sent(body, "127.0.0.1")) {
        assertThat(PausedModel.came(model.begun)).isTrue();
        assertThat(model.cancelled.getCount()).isEqualTo(1);
      }

      assertThat(PausedModel.came(model.cancelled)).isTrue();
    }
  }

  @Test
  void oneRequestTooManyIsToldWhenToAskAgain() throws Exception {
    try (CompletionServer server = serving("", 0)) {
      Client client = new Client(server);
      Future<HttpResponse<String>> first = later(() -> client.chat(WHOLE));
      assertThat(PausedModel.came(model.begun)).isTrue();

      HttpResponse<String> refused = client.chat(STREAMED);
      model.goOn.countDown();

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(refused.body()).contains("\"type\":\"rate_limit_error\"");
      assertThat(first.get().body()).contains("one two");
    }
  }

  @Test
  void aClientThatLeavesWhileItWaitsGivesItsPlaceUp() throws Exception {
    try (CompletionServer server = serving("", 1)) {
      Client client = new Client(server);
      Future<HttpResponse<String>> first = later(() -> client.chat(WHOLE));
      assertThat(PausedModel.came(model.begun)).isTrue();
      client.sent(WHOLE, "127.0.0.1").close();
      assertThat(PausedModel.came(left)).isTrue();

      Future<HttpResponse<String>> next = later(() -> client.chat(WHOLE));
      model.goOn.countDown();

      assertThat(first.get().body()).contains("one two");
      assertThat(next.get().body()).contains("one two");
    }
  }

  @Test
  void aServerThatEndsTellsThoseWhoWait() throws Exception {
    CompletionServer server = serving("", 4);
    Client client = new Client(server);
    HttpResponse<Stream<String>> stream = client.stream(STREAMED);
    assertThat(PausedModel.came(model.begun)).isTrue();
    Future<List<String>> streamed = later(() -> Client.events(stream.body()));

    server.close();

    assertThat(PausedModel.came(model.cancelled)).isTrue();
    List<String> data = streamed.get();
    assertThat(data.getFirst()).contains("\"content\":\"one\"");
    assertThat(Client.json(data.getLast()).at("/error/code").asString()).isEqualTo("server_ending");
  }

  @Test
  void aConnectionServesOneRequestAfterTheOther() throws Exception {
    model.goOn.countDown();
    try (CompletionServer server = serving("", 1)) {
      Client client = new Client(server);
      for (int i = 0; i < 20; i++) {
        assertThat(client.chat(WHOLE).statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void onlyTheKeyLetsIn() throws Exception {
    model.goOn.countDown();
    try (CompletionServer server = serving("right-key", 1)) {
      Client client = new Client(server);

      HttpResponse<String> without = client.chat(WHOLE);
      assertThat(without.statusCode()).isEqualTo(401);
      assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
      assertThat(without.body()).contains("invalid_api_key").doesNotContain("right-key");
      assertThat(client.get("/v1/models").statusCode()).isEqualTo(401);
      assertThat(client.get("/v1/nothing").statusCode()).isEqualTo(401);
      assertThat(client.chat(WHOLE, "Authorization", "Bearer right-ke").statusCode())
          .isEqualTo(401);
      assertThat(client.chat(WHOLE, "Authorization", "right-key").statusCode()).isEqualTo(401);
      assertThat(client.chat(WHOLE, "Authorization", "bearer right-key").statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void withoutAKeyOtherNamesOfTheServerAreRefused() throws Exception {
    try (CompletionServer server = serving("", 1);
        Socket socket = new Client(server).sent(WHOLE, "somebody.example:8080");
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(in.readLine()).isEqualTo("HTTP/1.1 403 Forbidden");
      assertThat(model.begun.getCount()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::"})
  void withoutAKeyItListensToThisMachineAlone(String host) {
    assertThatThrownBy(
            () ->
                new CompletionServer(
                    new ServedModel(model, ""),
                    new ServerSettings(host, 0, "", 1, 1, 1000),
                    Progress.silent()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--key-variable NAME");
  }

  @Test
  void aTakenPortIsWrongUse() {
    try (CompletionServer server = serving("", 1)) {
      ServerSettings same = new ServerSettings("127.0.0.1", server.port(), "", 1, 1, 1000);

      assertThatThrownBy(
              () -> new CompletionServer(new ServedModel(model, ""), same, Progress.silent()))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("--port 0");
    }
  }

  @Test
  void theKeyIsNotInTheSettingsText() {
    assertThat(new ServerSettings("0.0.0.0", 1, "secret", 1, 1, 1000).toString())
        .isEqualTo(
            "ServerSettings[host=0.0.0.0, port=1, key=set, jobs=1, queue=1, bodyBytes=1000]");
  }

  private CompletionServer serving(String key, int queue) {
    return new CompletionServer(
        new ServedModel(model, ""),
        new ServerSettings("127.0.0.1", 0, key, 1, queue, ServerSettings.USUAL_BODY_BYTES),
        this::hear);
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text) && text.contains("the client left")) {
      left.countDown();
    }
  }

  private <T> Future<T> later(Callable<T> work) {
    return others.submit(work);
  }
}
