package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.python.Python;
import dev.hone.model.Gaps;
import dev.hone.model.Message;
import dev.hone.model.Prompts;
import dev.hone.model.Request;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputPredictorTest {
  private static final Language PYTHON =
      new Python(Path.of("target", "toolchains"), Progress.silent());
  private static final Example CALL = returns("half(0)", "2");

  private final Requirement requirement =
      new Requirement("Write half(n: int) -> int in Python. half(4) == 2", "", List.of());
  private final Plan plan = new RulePlanner().plan(requirement, PYTHON).plan();
  private final OutputPredictor predictor = new OutputPredictor(PYTHON, Prompts.OWN);

  @Test
  void callsAreVariedFromTheExamples() {
    assertThat(predictor.calls(plan))
        .extracting(Example::call)
        .startsWith("half(0)", "half(1)")
        .doesNotContain("half(4)");
  }

  @Test
  void aLongCallIsNotAskedFor() {
    String text = "a".repeat(100);
    Requirement asked =
        new Requirement(
            "Write size(text: str) -> int in Python. size(\"%s\") == 100".formatted(text),
            "",
            List.of());
    assertThat(predictor.calls(new RulePlanner().plan(asked, PYTHON).plan()))
        .extracting(Example::call)
        .contains("size(\"\")")
        .doesNotContain("size(\"%s\")".formatted(text.repeat(2)));
  }

  @Test
  void examplesAndAnswersStandBeforeTheCallInTheModelsOwnWords() {
    List<Message> messages =
        predictor.ask(requirement, plan, List.of(returns("half(1)", "0")), CALL).messages();

    assertThat(messages.getLast())
        .isEqualTo(new Message(Message.Role.ASSISTANT, "half(4) == 2\nhalf(1) == 0\nhalf(0) =="));
  }

  @Test
  void severalCallsAreAFormWithAGapForEach() {
    List<Example> calls = List.of(CALL, returns("half(1)", "?"), returns("half(2)", "?"));

    Request request =
        OutputPredictor.request(predictor.ask(requirement, plan, List.of(), CALL), calls);

    assertThat(request.messages().getLast().text()).endsWith("\nhalf(0) ==");
    assertThat(request.continuations()).containsExactly("\nhalf(1) ==", "\nhalf(2) ==");
    assertThat(request.sampling()).isEqualTo(OutputPredictor.sampling(3));
  }

  @Test
  void theFirstLineOfAReplyIsTheValue() {
    assertThat(predictor.read(said(" 0", 0.9), CALL))
        .hasValueSatisfying(
            example -> {
              assertThat(example.call()).isEqualTo("half(0)");
              assertThat(example.expected()).isEqualTo("0");
            });
  }

  @Test
  void aValueIsLikelyFromEvenOddsOn() {
    assertThat(OutputPredictor.isLikely(said(" 0", 0.49))).isFalse();
    assertThat(OutputPredictor.isLikely(said(" 0", 0.51))).isTrue();
  }

  @Test
  void aReplyWithoutAValueOrCutOffIsNone() {
    assertThat(predictor.read(said("", 0.9), CALL)).isEmpty();
    assertThat(predictor.read(new Gaps.Gap(" [0, ", 0.9, false), CALL)).isEmpty();
    assertThat(predictor.read(said(" [0, ", 0.9), CALL)).isEmpty();
  }

  @Test
  void anotherCallIsNoValue() {
    assertThat(predictor.read(said(" half(2)", 0.9), CALL)).isEmpty();
    assertThat(predictor.read(said("half(2) == 1", 0.9), CALL)).isEmpty();
  }

  @Test
  void predictedTestsKnowTheirCalls() {
    TestFile tests = predictor.tests(plan, List.of(returns("half(0)", "0"))).orElseThrow();

    assertThat(tests.origin()).isEqualTo(Origin.GENERATED);
    assertThat(tests.examples().values()).extracting(Example::call).containsExactly("half(0)");
    assertThat(tests.file().content()).contains("half(0)");
  }

  @Test
  void nothingPredictedIsNoTest() {
    assertThat(predictor.tests(plan, List.of())).isEmpty();
  }

  private static Gaps.Gap said(String text, double probability) {
    return new Gaps.Gap(text, probability, true);
  }

  private static Example returns(String call, String expected) {
    return new Example(Example.Kind.RETURNS, List.of(), call, expected, "");
  }
}
