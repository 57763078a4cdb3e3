package dev.hone.telemetry;

import dev.hone.model.Cost;
import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Measures calls of models: a span `chat MODEL` each, the tokens and the time.
final class Calls {
  private static final String CHAT = "chat";
  private static final List<Long> TOKEN_BOUNDS =
      List.of(
          1L,
          4L,
          16L,
          64L,
          256L,
          1_024L,
          4_096L,
          16_384L,
          65_536L,
          262_144L,
          1_048_576L,
          4_194_304L,
          16_777_216L,
          67_108_864L);
  private static final List<Double> SECOND_BOUNDS =
      List.of(
          0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  private static final double NANOS = 1e9;

  private final Tracer tracer;
  private final LongHistogram tokens;
  private final DoubleHistogram seconds;

  Calls(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer(Telemetry.SCOPE);
    Meter meter = telemetry.getMeter(Telemetry.SCOPE);
    tokens =
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .ofLongs()
            .setUnit("{token}")
            .setDescription("Number of input and output tokens used.")
            .setExplicitBucketBoundariesAdvice(TOKEN_BOUNDS)
            .build();
    seconds =
        meter
            .histogramBuilder("gen_ai.client.operation.duration")
            .setUnit("s")
            .setDescription("GenAI operation duration.")
            .setExplicitBucketBoundariesAdvice(SECOND_BOUNDS)
            .build();
  }

  /// {@return the reply to a call}
  ///
  /// @param place where the model is asked
  /// @param request what it is asked
  /// @param call asks
  Reply measured(ModelPlace place, Request request, Supplier<Reply> call) {
    Attributes where = where(place);
    Span span =
        tracer
            .spanBuilder(CHAT + " " + place.model())
            .setSpanKind(place.isHere() ? SpanKind.INTERNAL : SpanKind.CLIENT)
            .setAllAttributes(where)
            .setAllAttributes(asked(place, request.sampling()))
            .startSpan();
    long start = System.nanoTime();
    try {
      Reply reply = call.get();
      Attributes answered = answered(where, place);
      seconds.record((System.nanoTime() - start) / NANOS, answered);
      count(reply, answered);
      span.setAllAttributes(of(reply, place));
      return reply;
    } catch (RuntimeException | Error e) {
      Failed.mark(span, e);
      seconds.record(
          (System.nanoTime() - start) / NANOS,
          where.toBuilder().put(Names.ERROR, Failed.type(e)).build());
      throw e;
    } finally {
      span.end();
    }
  }

  private static Attributes where(ModelPlace place) {
    AttributesBuilder where =
        Attributes.builder()
            .put(Names.OPERATION, CHAT)
            .put(Names.PROVIDER, place.provider())
            .put(Names.REQUEST_MODEL, place.model());
    if (!place.isHere()) {
      where.put(Names.SERVER, place.host()).put(Names.PORT, (long) place.port());
    }
    return where.build();
  }

  // What a model of a provider is called in its answers is not known here.
  private static Attributes answered(Attributes where, ModelPlace place) {
    return place.isHere()
        ? where.toBuilder().put(Names.RESPONSE_MODEL, place.model()).build()
        : where;
  }

  private static Attributes asked(ModelPlace place, Sampling sampling) {
    AttributesBuilder asked =
        Attributes.builder()
            .put(Names.MAX_TOKENS, (long) sampling.maxTokens())
            .put(Names.TEMPERATURE, sampling.temperature())
            .put(Names.SEED, sampling.seed())
            .put(Names.TOP_P, sampling.topP());
    if (sampling.topK() > 0) {
      asked.put(Names.TOP_K, (double) sampling.topK());
    }
    if (!place.isHere()) {
      asked.put(Names.STREAM, true);
    }
    return asked.build();
  }

  private static Attributes of(Reply reply, ModelPlace place) {
    AttributesBuilder of =
        answered(Attributes.empty(), place).toBuilder()
            .put(Names.FINISH_REASONS, List.of(word(reply.finish())))
            .put(Names.INPUT_TOKENS, (long) reply.promptTokens())
            .put(Names.OUTPUT_TOKENS, (long) reply.completionTokens())
            .put(Names.CACHED_TOKENS, (long) reply.cachedTokens());
    if (!place.isHere()) {
      of.put(Names.FIRST_CHUNK, seconds(reply.firstToken()));
    }
    if (reply.thinkingTokens() > 0) {
      of.put(Names.THINKING_TOKENS, (long) reply.thinkingTokens());
    }
    if (reply.retries() > 0) {
      of.put(Names.RETRIES, (long) reply.retries());
    }
    if (reply.bill().cost() instanceof Cost.Known known) {
      of.put(Names.COST, known.dollars().doubleValue());
    }
    return of.build();
  }

  // What nobody counted is not reported as nothing.
  private void count(Reply reply, Attributes answered) {
    if (reply.promptTokens() > 0) {
      tokens.record(
          reply.promptTokens(), answered.toBuilder().put(Names.TOKEN_TYPE, "input").build());
    }
    if (reply.completionTokens() > 0) {
      tokens.record(
          reply.completionTokens(), answered.toBuilder().put(Names.TOKEN_TYPE, "output").build());
    }
  }

  private static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }

  private static String word(FinishReason finish) {
    return switch (finish) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case REPETITION -> "repetition";
      case CANCELLED -> "cancelled";
    };
  }
}
