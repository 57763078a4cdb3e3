package dev.hone.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.hone.Hone;
import dev.hone.cli.CommandLines;
import dev.hone.cli.CommandLines.Ended;
import dev.hone.model.LanguageModel;
import dev.hone.model.Message;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.remote.ProviderServer;
import dev.hone.progress.Progress;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;

/// Whole commands with a model and a collector on this machine, and real sandboxes.
class TelemetryIT {
  private static final String KEY = "sk-planted-in-the-environment-42";
  private static final String TEXT =
      "Write a Python function add(a: int, b: int) -> int that returns the sum of a and b."
          + " add(2, 3) == 5";
  private static final String CODE =
      "```python\ndef add(a: int, b: int) -> int:\n    return a + b\n```\n";

  @TempDir Path home;

  @Test
  void aRunIsATraceOfItsCallsAndItsJudgings() throws Exception {
    try (ProviderServer server = server();
        Collector collector = Collector.taking()) {
      Ended ended =
          CommandLines.run(environment(Map.of("HONE_TELEMETRY", "1"), collector), words(server));

      assertThat(ended.exit()).isZero();
      assertThat(ended.err()).doesNotContain("telemetry");
      List<Span> spans = collector.spans();
      Span run = only(spans, "invoke_agent hone");
      assertThat(attributes(run))
          .containsEntry("hone.ended", "Solved")
          .containsEntry("hone.passed", "true")
          .containsEntry("hone.language", "python")
          .containsEntry("hone.verdict", "Passed");
      assertThat(spans)
          .filteredOn(span -> span.getName().equals("judge python"))
          .isNotEmpty()
          .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(run.getSpanId()));
      assertThat(spans)
          .filteredOn(span -> span.getName().equals("chat some-model"))
          .hasSizeGreaterThanOrEqualTo(3)
          .allSatisfy(span -> assertThat(span.getParentSpanId()).isEqualTo(run.getSpanId()));
      assertThat(collector.metrics()).contains("gen_ai.client.token.usage", "hone.runs");
      assertThat(collector.text()).doesNotContain(KEY, "returns the sum", "return a + b");
    }
  }

  @Test
  void aCollectorThatIsNotThereChangesNothingButALine() throws Exception {
    Collector gone = Collector.taking();
    gone.close();
    try (ProviderServer server = server()) {
      Ended ended =
          CommandLines.run(environment(Map.of("HONE_TELEMETRY", "1"), gone), words(server));

      assertThat(ended.exit()).isZero();
      assertThat(ended.out()).contains("return a + b");
      assertThat(ended.err().lines().filter(line -> line.contains("telemetry"))).hasSize(1);
    }
  }

  @Test
  void aProjectCannotSwitchItOn() throws Exception {
    try (ProviderServer server = server();
        Collector collector = Collector.taking()) {
      Path project = Files.createDirectories(home.resolve("project"));
      Files.writeString(project.resolve("hone.toml"), "telemetry.enabled = true\n");

      Ended ended = CommandLines.run(environment(Map.of(), collector), project, words(server));

      assertThat(ended.exit()).isEqualTo(2);
      assertThat(ended.err()).contains("is not for a project to decide");
      assertThat(collector.posted()).isEmpty();
    }
  }

  @Test
  void offNoClassOfOpenTelemetryIsLoaded() throws Exception {
    try (ProviderServer server = server();
        Collector collector = Collector.taking()) {
      Path loaded = home.resolve("loaded.txt");

      int exit = started(loaded, environment(Map.of(), collector), words(server));

      assertThat(exit).isZero();
      assertThat(Files.readString(loaded))
          .contains("dev.hone.telemetry.Telemetry")
          .doesNotContain("io.opentelemetry");
      assertThat(collector.posted()).isEmpty();
    }
  }

  // As hone bench and hone model serve have their models.
  @Test
  void callsOutsideARunAreSentWhenHoneEnds() throws Exception {
    try (ProviderServer server = server();
        Collector collector = Collector.taking()) {
      Map<String, String> environment = environment(Map.of("HONE_TELEMETRY", "1"), collector);
      try (Hone hone = Hone.create(environment, Progress.silent())) {
        LanguageModel model = hone.model(model(server));
        Reply _ =
            model.reply(
                new Request(
                    List.of(new Message(Message.Role.USER, "Hello")),
                    Sampling.greedy(10),
                    List.of()),
                _ -> {});
      }

      Span span = only(collector.spans(), "chat some-model");
      assertThat(span.getParentSpanId().isEmpty()).isTrue();
      assertThat(attributes(span)).containsEntry("server.port", "" + server.port());
    }
  }

  private static Span only(List<Span> spans, String name) {
    List<Span> found = spans.stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(found).as(name).hasSize(1);
    return found.getFirst();
  }

  private static Map<String, String> attributes(Span span) {
    return span.getAttributesList().stream()
        .collect(Collectors.toMap(KeyValue::getKey, TelemetryIT::text));
  }

  private static String text(KeyValue attribute) {
    return switch (attribute.getValue().getValueCase()) {
      case STRING_VALUE -> attribute.getValue().getStringValue();
      case BOOL_VALUE -> "" + attribute.getValue().getBoolValue();
      case INT_VALUE -> "" + attribute.getValue().getIntValue();
      default -> attribute.getValue().toString();
    };
  }

  private static int started(Path loaded, Map<String, String> environment, List<String> words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.hone.cli.Main"));
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start().waitFor();
  }

  private static ProviderServer server() {
    ProviderServer server = new ProviderServer();
    server.answers(
        aResponse().withStatus(404), reply("STEPS\n1. Add the numbers."), reply(CODE), reply(CODE));
    return server;
  }

  private static List<String> words(ProviderServer server) {
    return List.of("solve", TEXT, "--timeout", "300", "--model", model(server));
  }

  private static String model(ProviderServer server) {
    return "http://127.0.0.1:" + server.port() + "/v1#some-model";
  }

  // Downloads stay in the usual cache; log and settings are the test's own.
  private Map<String, String> environment(Map<String, String> more, Collector collector) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().removeIf(name -> name.endsWith("_API_KEY"));
    environment.put("XDG_DATA_HOME", home.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
    environment.put("HONE_API_KEY", KEY);
    environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
    environment.putAll(more);
    return environment;
  }

  private static ResponseDefinitionBuilder reply(String text) {
    ObjectMapper json = new ObjectMapper();
    String piece =
        json.writeValueAsString(
            Map.of("choices", List.of(Map.of("delta", Map.of("content", text)))));
    return aResponse()
        .withHeader("Content-Type", "text/event-stream")
        .withBody(
            "data: %s\n\n".formatted(piece)
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: [DONE]\n\n");
  }
}
