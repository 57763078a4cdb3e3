package dev.hone.telemetry;

import dev.hone.language.Language;
import dev.hone.verdict.JudgeWatch;
import dev.hone.verdict.Judgement;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/// Measures the judging of candidates: a span `judge LANGUAGE` each.
final class Judgings implements JudgeWatch {
  private final Tracer tracer;
  private final String sandbox;

  Judgings(OpenTelemetry telemetry, String sandbox) {
    this.tracer = telemetry.getTracer(Telemetry.SCOPE);
    this.sandbox = sandbox;
  }

  @Override
  public Judgement over(Language language, Judging judging) throws InterruptedException {
    String name = language.id().id();
    Span span =
        tracer
            .spanBuilder("judge " + name)
            .setAttribute(Names.LANGUAGE, name)
            .setAttribute(Names.SANDBOX, sandbox)
            .startSpan();
    try {
      Judgement judgement = judging.judge();
      span.setAllAttributes(
          Attributes.of(
              Names.VERDICT, judgement.verdict().id(),
              Names.TESTS, (long) judgement.outcomes().size(),
              Names.TESTS_PASSED, (long) judgement.passedTests()));
      return judgement;
    } catch (RuntimeException | Error e) {
      Failed.mark(span, e);
      throw e;
    } finally {
      span.end();
    }
  }
}
