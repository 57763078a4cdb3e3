package dev.hone.telemetry;

import static dev.hone.telemetry.CallsTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.hone.failure.UsageException;
import dev.hone.language.Language;
import dev.hone.language.javascript.JavaScript;
import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import dev.hone.result.Result;
import dev.hone.runlog.Samples;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {
  private static final Reply REPLY =
      new Reply("", FinishReason.STOP, 1, 0, 1, Duration.ZERO, Duration.ZERO);

  @TempDir Path cache;
  private final Collected collected = new Collected();
  private final Runs runs = new Runs(collected.telemetry(), "1.2.3");

  @Test
  void aRunIsASpanWithWhatItCameTo() throws Exception {
    Result expected = Samples.result("run-1");

    assertThat(runs.measured(() -> expected)).isSameAs(expected);

    SpanData span = collected.span();
    assertThat(span.getName()).isEqualTo("invoke_agent hone");
    assertThat(texts(span.getAttributes()))
        .containsOnly(
            entry("gen_ai.agent.name", "hone"),
            entry("gen_ai.agent.version", "1.2.3"),
            entry("gen_ai.operation.name", "invoke_agent"),
            entry("gen_ai.provider.name", "hone"),
            entry("gen_ai.request.model", "small-model"),
            entry("gen_ai.usage.input_tokens", "360"),
            entry("gen_ai.usage.output_tokens", "90"),
            entry("hone.attempts", "2"),
            entry("hone.cost", "3.69E-4"),
            entry("hone.ended", "Solved"),
            entry("hone.evidence.basis", "given"),
            entry("hone.language", expected.language().language().id()),
            entry("hone.passed", "true"),
            entry("hone.rounds", "2"),
            entry("hone.run.id", "run-1"),
            entry("hone.sandbox", "bubblewrap-root"),
            entry("hone.type", expected.type().id()),
            entry("hone.verdict", "Passed"));
    assertThat(span.toString()).doesNotContain(expected.requirement().text());
  }

  @Test
  void callsAndJudgingsAreBelowTheirRun() throws Exception {
    Calls calls = new Calls(collected.telemetry());
    Judgings judgings = new Judgings(collected.telemetry(), "bubblewrap-root");
    Language language = new JavaScript(cache);
    Judgement failed =
        new Judgement(
            new Verdict.TestsFailed(), List.of(), List.of(), List.of("planted"), List.of());

    runs.measured(
        () -> {
          calls.measured(
              ModelPlace.here("m"),
              new Request(List.of(), Sampling.greedy(1), List.of()),
              () -> REPLY);
          assertThat(judgings.over(language, () -> failed)).isSameAs(failed);
          return Samples.result("run-1");
        });

    SpanData run = collected.spans().getLast();
    assertThat(collected.spans())
        .extracting(SpanData::getName)
        .containsExactly("chat m", "judge javascript", "invoke_agent hone");
    assertThat(collected.spans().subList(0, 2))
        .extracting(SpanData::getParentSpanId)
        .containsOnly(run.getSpanId());
    assertThat(texts(collected.spans().get(1).getAttributes()))
        .isEqualTo(
            Map.of(
                "hone.language", "javascript",
                "hone.sandbox", "bubblewrap-root",
                "hone.tests", "0",
                "hone.tests.passed", "0",
                "hone.verdict", "TestsFailed"));
  }

  @Test
  void runsAreCountedByTheirEnding() throws Exception {
    UsageException failure = new UsageException("planted");

    runs.measured(() -> Samples.result("run-1"));
    assertThatThrownBy(
            () ->
                runs.measured(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThatThrownBy(
            () ->
                runs.measured(
                    () -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);

    assertThat(collected.metric("hone.runs").getLongSumData().getPoints())
        .extracting(point -> point.getAttributes().get(Names.ENDED))
        .containsExactlyInAnyOrder("Solved", "Failed", "Cancelled");
    assertThat(collected.spans().toString()).doesNotContain("planted");
  }
}
