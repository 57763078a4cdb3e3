package dev.hone.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hone.failure.ErrorType;
import dev.hone.model.Bill;
import dev.hone.model.Cost;
import dev.hone.model.FinishReason;
import dev.hone.model.Message;
import dev.hone.model.ModelException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.model.ScriptedModel;
import dev.hone.model.remote.Providers;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallsTest {
  private static final String PROMPT = "planted in the prompt";
  private static final String CODE = "planted in the reply";
  private static final Request REQUEST =
      new Request(
          List.of(new Message(Message.Role.USER, PROMPT)),
          new Sampling(0.7, 0.95, 40, 0, 1, 42, 1200, List.of("planted as a stop")),
          List.of("planted as a choice"));
  private static final Reply REPLY =
      new Reply(
              CODE,
              FinishReason.LENGTH,
              300,
              120,
              1200,
              Duration.ofMillis(250),
              Duration.ofSeconds(3),
              700,
              1,
              List.of())
          .billed(new Bill("openai:gpt-4.1", new Cost.Known(new BigDecimal("0.0102"))));

  private final Collected collected = new Collected();
  private final Calls calls = new Calls(collected.telemetry());

  @Test
  void aCallOfAProviderIsASpanByTheConventions() {
    Reply reply = calls.measured(place("openai:gpt-4.1"), REQUEST, () -> REPLY);

    assertThat(reply).isSameAs(REPLY);
    SpanData span = collected.span();
    assertThat(span.getName()).isEqualTo("chat gpt-4.1");
    assertThat(span.getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(span.getStatus()).isEqualTo(StatusData.unset());
    assertThat(texts(span.getAttributes()))
        .containsExactly(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.max_tokens", "1200"),
            entry("gen_ai.request.model", "gpt-4.1"),
            entry("gen_ai.request.seed", "42"),
            entry("gen_ai.request.stream", "true"),
            entry("gen_ai.request.temperature", "0.7"),
            entry("gen_ai.request.top_k", "40.0"),
            entry("gen_ai.request.top_p", "0.95"),
            entry("gen_ai.response.finish_reasons", "[length]"),
            entry("gen_ai.response.time_to_first_chunk", "0.25"),
            entry("gen_ai.usage.cache_read.input_tokens", "120"),
            entry("gen_ai.usage.input_tokens", "300"),
            entry("gen_ai.usage.output_tokens", "1200"),
            entry("gen_ai.usage.reasoning.output_tokens", "700"),
            entry("hone.cost", "0.0102"),
            entry("hone.retries", "1"),
            entry("server.address", "api.openai.com"),
            entry("server.port", "443"));
    assertThat(span.toString()).doesNotContain("planted");
  }

  @Test
  void aModelInThisProcessHasNoServer() {
    ScriptedModel model = new ScriptedModel(CODE);
    ModelPlace here = ModelPlace.here("qwen2.5-coder");

    try (WatchedModel watched = new WatchedModel(model, here, calls, () -> {})) {
      Reply _ = watched.reply(REQUEST, _ -> {});
    }

    SpanData span = collected.span();
    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
    assertThat(texts(span.getAttributes()))
        .containsEntry("gen_ai.provider.name", "llama.cpp")
        .containsEntry("gen_ai.response.model", "qwen2.5-coder")
        .doesNotContainKeys("server.address", "server.port", "gen_ai.request.stream");
  }

  @Test
  void tokensAndTimeAreHistogramsWithTheBoundsOfTheConventions() {
    calls.measured(place("openai:gpt-4.1"), REQUEST, () -> REPLY);

    MetricData tokens = collected.metric("gen_ai.client.token.usage");
    assertThat(tokens.getUnit()).isEqualTo("{token}");
    assertThat(tokens.getHistogramData().getPoints())
        .allSatisfy(
            point ->
                assertThat(point.getBoundaries())
                    .hasSize(14)
                    .startsWith(1.0, 4.0, 16.0)
                    .endsWith(67_108_864.0))
        .extracting(point -> texts(point.getAttributes()), HistogramPointData::getSum)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(measured("gen_ai.token.type", "input"), 300.0),
            org.assertj.core.groups.Tuple.tuple(measured("gen_ai.token.type", "output"), 1200.0));
    MetricData time = collected.metric("gen_ai.client.operation.duration");
    assertThat(time.getUnit()).isEqualTo("s");
    HistogramPointData point = time.getHistogramData().getPoints().iterator().next();
    assertThat(point.getCount()).isEqualTo(1);
    assertThat(point.getBoundaries()).hasSize(14).startsWith(0.01, 0.02).endsWith(81.92);
    assertThat(texts(point.getAttributes())).isEqualTo(measured());
  }

  @Test
  void aFailureIsNamedByItsClassAndItsWordsAreLeftOut() {
    ModelException failure = new ModelException(ErrorType.EXTERNAL, "planted in the message");

    assertThatThrownBy(
            () ->
                calls.measured(
                    place("openai:gpt-4.1"),
                    REQUEST,
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);

    SpanData span = collected.span();
    assertThat(span.getStatus()).isEqualTo(StatusData.error());
    assertThat(texts(span.getAttributes()))
        .containsEntry("error.type", "dev.hone.model.ModelException")
        .doesNotContainKey("gen_ai.usage.input_tokens");
    assertThat(span.toString()).doesNotContain("planted");
    MetricData time = collected.metric("gen_ai.client.operation.duration");
    assertThat(texts(time.getHistogramData().getPoints().iterator().next().getAttributes()))
        .isEqualTo(measured("error.type", "dev.hone.model.ModelException"));
  }

  @ParameterizedTest
  @CsvSource({
    "openai:m, openai, api.openai.com, 443",
    "anthropic:m, anthropic, api.anthropic.com, 443",
    "gemini:m, gcp.gemini, generativelanguage.googleapis.com, 443",
    "ollama:m, ollama, 127.0.0.1, 11434",
    "http://box/v1#m, openai, box, 80"
  })
  void providersHaveTheNamesOfTheConventions(String model, String provider, String host, int port) {
    assertThat(place(model)).isEqualTo(new ModelPlace(provider, "m", host, port));
  }

  private static ModelPlace place(String model) {
    return ModelPlace.of(new Providers(List.of()).find(model).orElseThrow());
  }

  private static Map<String, String> measured(String... more) {
    Map<String, String> measured =
        new TreeMap<>(
            Map.of(
                "gen_ai.operation.name", "chat",
                "gen_ai.provider.name", "openai",
                "gen_ai.request.model", "gpt-4.1",
                "server.address", "api.openai.com",
                "server.port", "443"));
    for (int i = 0; i < more.length; i += 2) {
      measured.put(more[i], more[i + 1]);
    }
    return measured;
  }

  static Map<String, String> texts(Attributes attributes) {
    Map<String, String> texts = new TreeMap<>();
    attributes.forEach((AttributeKey<?> key, Object value) -> texts.put(key.getKey(), value + ""));
    return texts;
  }
}
