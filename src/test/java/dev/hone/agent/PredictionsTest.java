package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.python.Python;
import dev.hone.model.FinishReason;
import dev.hone.model.LanguageModel;
import dev.hone.model.Logprob;
import dev.hone.model.ModelCard;
import dev.hone.model.Prompts;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import dev.hone.result.Exchange;
import dev.hone.suite.OutputPredictor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsTest {
  @TempDir Path cache;

  @Test
  void aModelThatFillsFormsIsAskedOnce() throws Exception {
    Filling model = new Filling(99, " 7", 0.9);

    List<Example> predicted = ask(model).orElseThrow();

    assertThat(model.requests).hasSize(1);
    assertThat(predicted).hasSize(model.gaps(0)).allMatch(value -> value.expected().equals("7"));
    assertThat(predicted).extracting(Example::call).doesNotHaveDuplicates();
  }

  @Test
  void aModelThatFillsTheFirstGapAloneIsAskedForEachWithTheAnswersBeforeIt() throws Exception {
    Filling whole = new Filling(99, " 7", 0.9);
    Filling single = new Filling(1, " 7", 0.9);

    assertThat(ask(single)).isEqualTo(ask(whole));

    assertThat(single.requests).hasSize(whole.gaps(0));
    assertThat(single.begun(1)).startsWith(single.begun(0) + " 7\n");
  }

  @Test
  void whatAFormThatBrokeOffLeftOutIsAskedForAgain() throws Exception {
    // the fourth gap is cut off, and with it the form
    Filling model = new Filling(3, " 7", 0.9, FinishReason.LENGTH);

    List<Example> predicted = ask(model).orElseThrow();

    assertThat(model.requests).hasSizeGreaterThan(1);
    assertThat(model.gaps(1)).isEqualTo(model.gaps(0) - 4);
    assertThat(predicted).hasSizeLessThan(model.gaps(0)).hasSizeGreaterThan(3);
  }

  @Test
  void whatTheModelIsNotSureOfStandsBeforeOtherCallsAndIsNotKept() throws Exception {
    Filling model = new Filling(1, " 7", 0.3);

    assertThat(ask(model)).contains(List.of());
    assertThat(model.begun(1)).contains(" == 7\n");
  }

  @Test
  void whoHasNoValueForTheFirstCallsIsNotAskedForOthers() throws Exception {
    Filling model = new Filling(1, " I cannot say", 0.9);

    assertThat(ask(model)).isEmpty();
    assertThat(model.requests).hasSize(3);
  }

  @Test
  void allIsOneExchangeInTheLog() throws Exception {
    Filling model = new Filling(1, "", 0.9);
    Asker asker = new Asker(Cast.of(model), Progress.silent());

    ask(asker);

    List<Exchange> exchanges = asker.collect();
    assertThat(exchanges).hasSize(1);
    String second = model.begun(1).lines().toList().getLast();
    String third = model.begun(2).lines().toList().getLast();
    assertThat(exchanges.getFirst().reply().text()).isEqualTo("\n" + second + "\n" + third);
  }

  private Optional<List<Example>> ask(LanguageModel model) throws InterruptedException {
    return ask(new Asker(Cast.of(model), Progress.silent()));
  }

  private Optional<List<Example>> ask(Asker asker) throws InterruptedException {
    Language python = new Python(cache, Progress.silent());
    Requirement requirement =
        new Requirement("Write half(n: int) -> int in Python. half(4) == 2", "", List.of());
    Plan plan = new RulePlanner().plan(requirement, python).plan();
    Task task = TaskSamples.of(requirement, python, plan);
    return new Predictions(asker, Progress.silent())
        .ask(new OutputPredictor(python, Prompts.OWN), task, "1");
  }

  /// Says the same in each gap, and fills so many of a form; the one after them is cut where it is
  /// not to stop.
  private static final class Filling implements LanguageModel {
    private final int most;
    private final String value;
    private final double probability;
    private final FinishReason finish;
    private final List<Request> requests = new ArrayList<>();

    private Filling(int most, String value, double probability) {
      this(most, value, probability, FinishReason.STOP);
    }

    private Filling(int most, String value, double probability, FinishReason finish) {
      this.most = most;
      this.value = value;
      this.probability = probability;
      this.finish = finish;
    }

    private int gaps(int request) {
      return requests.get(request).continuations().size() + 1;
    }

    private String begun(int request) {
      return requests.get(request).messages().getLast().text();
    }

    @Override
    public ModelCard card() {
      return new ModelCard("filling", 1.5, 8192, "", "script");
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      requests.add(request);
      boolean cut = finish == FinishReason.LENGTH && request.continuations().size() >= most;
      List<String> texts = request.continuations().stream().limit(cut ? most : most - 1L).toList();
      StringBuilder text = new StringBuilder(value);
      List<Logprob> tokens = new ArrayList<>();
      tokens.add(new Logprob(value, Math.log(probability)));
      for (String one : texts) {
        text.append(one).append(value);
        tokens.add(new Logprob(one, 0));
        tokens.add(new Logprob(value, Math.log(probability)));
      }
      onText.accept(text.toString());
      return new Reply(
              text.toString(),
              cut ? FinishReason.LENGTH : FinishReason.STOP,
              10,
              0,
              texts.size() + 1,
              Duration.ZERO,
              Duration.ofMillis(1))
          .withLogprobs(tokens);
    }

    @Override
    public void close() {}
  }
}
