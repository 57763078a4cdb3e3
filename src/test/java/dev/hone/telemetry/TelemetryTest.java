package dev.hone.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.config.Settings;
import dev.hone.config.SettingsSources;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.model.remote.SecureServer;
import dev.hone.progress.Event;
import dev.hone.runlog.Samples;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// From a model and a run to a collector.
class TelemetryTest {
  private static final String PROMPT = "planted in the prompt";
  private static final String CODE = "planted in the reply";
  private static final Request REQUEST =
      new Request(List.of(new Message(Message.Role.USER, PROMPT)), Sampling.greedy(100), List.of());
  private static final ModelPlace PLACE = ModelPlace.here("some-model");

  @TempDir Path home;
  private final List<String> told = new ArrayList<>();

  @Test
  void offItLeavesAModelAsItIsAndOpensNoConnection() throws Exception {
    try (Collector collector = Collector.taking()) {
      ScriptedModel model = new ScriptedModel(CODE);
      Map<String, String> environment = new HashMap<>();
      environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
      environment.put("HONE_TELEMETRY_ENDPOINT", collector.address());

      try (Telemetry telemetry = telemetry(environment)) {
        assertThat(telemetry.watched(model, PLACE)).isSameAs(model);
        telemetry.measured(() -> Samples.result("run-1"));
      }

      assertThat(collector.posted()).isEmpty();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void onItSendsSpansAndMetricsWithoutWhatWasSaid() throws Exception {
    try (Collector collector = Collector.taking()) {
      run(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address()));

      assertThat(collector.spans())
          .extracting(Span::getName)
          .containsExactlyInAnyOrder("chat some-model", "invoke_agent hone");
      assertThat(collector.metrics())
          .containsOnlyOnce(
              "gen_ai.client.token.usage", "gen_ai.client.operation.duration", "hone.runs");
      assertThat(collector.posted())
          .allSatisfy(one -> assertThat(one.type()).isEqualTo("application/x-protobuf"));
      assertThat(collector.text())
          .contains("service.name", "some-model")
          .doesNotContain("planted", Samples.result("run-1").requirement().text());
      assertThat(told).isEmpty();
    }
  }

  @Test
  void headersGoWithEveryRequest() throws Exception {
    try (Collector collector = Collector.taking()) {
      run(
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              collector.address(),
              "OTEL_EXPORTER_OTLP_HEADERS",
              "x-key=sesame"));

      assertThat(collector.posted())
          .hasSize(2)
          .allSatisfy(one -> assertThat(one.key()).isEqualTo("sesame"));
    }
  }

  @Test
  void anAuthorityOfOnesOwnIsTrustedWhereItIsNamed() throws Exception {
    try (SecureServer server = new SecureServer(home)) {
      server.answers(aResponse().withStatus(200));
      String address = "https://127.0.0.1:" + server.port();

      run(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", address));
      assertThat(server.paths()).isEmpty();
      assertThat(told).hasSize(1);

      run(
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              address,
              "SSL_CERT_FILE",
              server.authority().toString()));
      assertThat(server.paths()).containsExactlyInAnyOrder("/v1/traces", "/v1/metrics");
      assertThat(told).hasSize(1);
    }
  }

  @Test
  void offlineNothingIsSentAndALineSaysSo() throws Exception {
    try (Collector collector = Collector.taking()) {
      run(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address(), "HONE_OFFLINE", "1"));

      assertThat(collector.posted()).isEmpty();
      assertThat(told)
          .containsExactly("telemetry: nothing is sent, since offline opens no connection");
    }
  }

  @Test
  void aCollectorThatIsNotThereIsToldInOneLine() throws Exception {
    run(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + closedPort()));

    assertThat(told)
        .containsExactly(
            "telemetry: not all of it could be sent (ConnectException); hone doctor says where it goes");
  }

  @Test
  void aCollectorThatRefusesIsToldInOneLine() throws Exception {
    try (Collector collector = Collector.refusing()) {
      run(
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              collector.address(),
              "OTEL_EXPORTER_OTLP_HEADERS",
              "x-key=planted"));
    }

    assertThat(told)
        .containsExactly(
            "telemetry: not all of it could be sent (it was refused); hone doctor says where it goes");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCollectorThatDoesNotAnswerHoldsTheEndUpByTwoSecondsAtMost(boolean interrupted)
      throws Exception {
    try (Collector collector = Collector.silent()) {
      Telemetry telemetry =
          telemetry(on(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address())));
      telemetry.measured(() -> Samples.result("run-1"));
      if (interrupted) {
        Thread.currentThread().interrupt();
      }

      long start = System.nanoTime();
      telemetry.close();
      Duration taken = Duration.ofNanos(System.nanoTime() - start);

      assertThat(Thread.interrupted()).isEqualTo(interrupted);
      assertThat(taken).isBetween(Duration.ofMillis(1_900), Duration.ofMillis(3_500));
      assertThat(told).hasSize(1);
      assertThat(collector.posted()).isNotEmpty();
    }
  }

  private void run(Map<String, String> environment) throws Exception {
    ScriptedModel model = new ScriptedModel(CODE);
    try (Telemetry telemetry = telemetry(on(environment))) {
      LanguageModel watched = telemetry.watched(model, PLACE);
      telemetry.measured(
          () -> {
            Reply _ = watched.reply(REQUEST, _ -> {});
            return Samples.result("run-1");
          });
    }
  }

  private static Map<String, String> on(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("HONE_TELEMETRY", "1");
    return all;
  }

  private Telemetry telemetry(Map<String, String> environment) {
    Settings settings =
        Settings.read(SettingsSources.ofUser(home.resolve("config.toml"), environment));
    return new Telemetry(settings, "test", this::hear);
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text)) {
      told.add(text);
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
