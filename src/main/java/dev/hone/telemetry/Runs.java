package dev.hone.telemetry;

import dev.hone.model.Cost;
import dev.hone.result.Ending;
import dev.hone.result.Failure;
import dev.hone.result.Result;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/// Measures runs: a span `invoke_agent hone` each, with the spans of the same thread below it, and
/// how many ended in which way.
final class Runs {
  private static final String INVOKE = "invoke_agent";
  private static final String AGENT = "hone";

  private final Tracer tracer;
  private final LongCounter runs;
  private final String version;

  Runs(OpenTelemetry telemetry, String version) {
    this.tracer = telemetry.getTracer(Telemetry.SCOPE);
    this.runs =
        telemetry
            .getMeter(Telemetry.SCOPE)
            .counterBuilder("hone.runs")
            .setUnit("{run}")
            .setDescription("Runs that ended.")
            .build();
    this.version = version;
  }

  Result measured(Telemetry.Run run) throws InterruptedException {
    Span span =
        tracer
            .spanBuilder(INVOKE + " " + AGENT)
            .setAttribute(Names.OPERATION, INVOKE)
            // several providers may be asked in a run: the calls below have theirs
            .setAttribute(Names.PROVIDER, AGENT)
            .setAttribute(Names.AGENT, AGENT)
            .setAttribute(Names.AGENT_VERSION, version)
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      Result result = run.run();
      span.setAllAttributes(of(result));
      runs.add(1, counted(result));
      return result;
    } catch (InterruptedException e) {
      ended(span, Ending.CANCELLED);
      throw e;
    } catch (RuntimeException | Error e) {
      Failed.mark(span, e);
      ended(span, Ending.FAILED);
      throw e;
    } finally {
      span.end();
    }
  }

  private void ended(Span span, Ending ending) {
    Attributes ended = Attributes.of(Names.ENDED, ending.id(), Names.PASSED, false);
    span.setAllAttributes(ended);
    runs.add(1, ended);
  }

  private static Attributes counted(Result result) {
    return Attributes.of(
        Names.ENDED, result.ending().id(),
        Names.PASSED, result.passed(),
        Names.LANGUAGE, result.language().language().id(),
        Names.TYPE, result.type().id());
  }

  private static Attributes of(Result result) {
    AttributesBuilder of =
        counted(result).toBuilder()
            .put(Names.RUN, result.runId())
            .put(Names.REQUEST_MODEL, result.model())
            .put(Names.SANDBOX, result.sandbox())
            .put(Names.BASIS, result.evidence().basis().id())
            .put(Names.ROUNDS, (long) result.rounds())
            .put(Names.ATTEMPTS, (long) result.attempts().size())
            .put(Names.INPUT_TOKENS, result.usage().promptTokens())
            .put(Names.OUTPUT_TOKENS, result.usage().completionTokens());
    result.best().ifPresent(best -> of.put(Names.VERDICT, best.judgement().verdict().id()));
    if (result.failure() != Failure.NONE) {
      of.put(Names.FAILURE, result.failure().id());
    }
    if (result.usage().cost() instanceof Cost.Known known) {
      of.put(Names.COST, known.dollars().doubleValue());
    }
    return of.build();
  }
}
