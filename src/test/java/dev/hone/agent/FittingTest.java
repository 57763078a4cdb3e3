package dev.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.candidate.Reading;
import dev.hone.language.Language;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.language.javascript.JavaScript;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Prompts;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.ScriptedModel;
import dev.hone.plan.Plan;
import dev.hone.progress.Event;
import dev.hone.requirement.Requirement;
import dev.hone.result.Attempt;
import dev.hone.result.Exchange;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prompts that are longer than the model reads at once.
class FittingTest {
  private static final String TEXT = "Write a JavaScript function twice(n) that doubles n.";
  private static final String REPLY = "```javascript\nfunction twice(n) { return 2 * n; }\n```";

  @TempDir Path cache;
  private final List<String> told = new ArrayList<>();

  @Test
  void aPromptThatFitsIsAskedAsItIs() throws Exception {
    ScriptedModel model = model(8192);

    write(model, new Step.Fresh(0), task(TEXT, files(40)));

    assertThat(said(model)).contains(TEXT, "const line39").doesNotContain("[…");
    assertThat(told).isEmpty();
  }

  @Test
  void filesToReadAreShortenedAndThenLeftOutAndTheTextNever() throws Exception {
    ScriptedModel shorter = model(2500);
    ScriptedModel without = model(1600);

    write(shorter, new Step.Fresh(0), task(TEXT, files(400)));
    write(without, new Step.Fresh(0), task(TEXT, files(400)));

    assertThat(said(shorter)).contains(TEXT, "const line0", "more lines]");
    assertThat(said(shorter)).doesNotContain("const line200");
    assertThat(said(without)).contains(TEXT).doesNotContain("const line", "helper.js");
    assertThat(told)
        .containsExactly(
            "prompt: too long for scripted, left out: files to read after 1500 characters",
            "prompt: too long for scripted, left out: files to read");
  }

  @Test
  void whatFailuresPrintedGoesBeforeFilesToRead() throws Exception {
    ScriptedModel model = model(1700);
    Attempt failed = failed("adds failed: expected 4\n" + "noise of the test\n".repeat(400));

    write(model, new Step.Repair(failed), task(TEXT, files(40)));

    assertThat(said(model)).contains(TEXT, "expected 4", "const line39", "function wrong()");
    assertThat(said(model).split("noise of the test", -1)).hasSize(8);
    assertThat(told)
        .containsExactly(
            "prompt: too long for scripted, left out: what failures printed after 8 lines");
  }

  @Test
  void aModelThatDoesNotTellItsContextIsAskedUntilItTakesThePrompt() throws Exception {
    RefusingModel model = new RefusingModel(new ScriptedModel(REPLY), 2_500);

    write(model, new Step.Fresh(0), task(TEXT, files(400)));

    assertThat(model.refused).isEqualTo(1);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).endsWith("files to read after 1500 characters");
  }

  @Test
  void whatCannotBeShortenedEndsAsItIs() {
    RefusingModel model = new RefusingModel(new ScriptedModel(REPLY), 100);

    assertThatThrownBy(() -> write(model, new Step.Fresh(0), task(TEXT, List.of())))
        .isInstanceOf(PromptTooLongException.class)
        .hasMessage("too long");
    assertThat(model.refused).isEqualTo(1);
    assertThat(told).isEmpty();
  }

  /// A model of unknown context that reads so many characters.
  private static final class RefusingModel implements LanguageModel {
    private final ScriptedModel model;
    private final int most;
    private int refused;

    private RefusingModel(ScriptedModel model, int most) {
      this.model = model;
      this.most = most;
    }

    @Override
    public ModelCard card() {
      return new ModelCard("refusing", 70, 0, "", "script");
    }

    @Override
    public Reply reply(Request request, Consumer<String> onText) {
      if (said(request).length() > most) {
        refused++;
        throw new PromptTooLongException("too long");
      }
      return model.reply(request, onText);
    }

    @Override
    public void close() {}
  }

  private void write(LanguageModel model, Step step, Task task) throws InterruptedException {
    Asker asker = new Asker(Cast.of(model), this::hear);

    Reading reading = new Coder(asker, Prompts.OWN).write(step, task);

    assertThat(reading).isInstanceOf(Reading.Code.class);
    List<Exchange> exchanges = asker.collect();
    assertThat(exchanges).hasSize(1);
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text)) {
      told.add(text);
    }
  }

  private static ScriptedModel model(int contextTokens) {
    return new ScriptedModel(new ModelCard("scripted", 70, contextTokens, "", "script"), REPLY);
  }

  private static String said(ScriptedModel model) {
    return said(model.requests().getLast());
  }

  private static String said(Request request) {
    return request.messages().getLast().text();
  }

  private static List<SourceFile> files(int lines) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      content.append("const line").append(i).append(" = ").append(i).append(";\n");
    }
    return List.of(new SourceFile("helper.js", content.toString()));
  }

  private static Attempt failed(String error) {
    return new Attempt(
        1,
        1,
        Instant.EPOCH,
        List.of(),
        List.of(),
        List.of(new SourceFile("solution.js", "function wrong() {}\n")),
        List.of(),
        new Judgement(new Verdict.TestsFailed(), List.of(), List.of(), List.of(error), List.of()),
        Duration.ZERO);
  }

  private Task task(String text, List<SourceFile> context) {
    Language language = new JavaScript(cache);
    Plan plan =
        new Plan(
            LanguageId.JAVASCRIPT,
            List.of("function twice(n)"),
            List.of("twice"),
            List.of("solution.js"),
            List.of(),
            List.of(),
            List.of());
    return TaskSamples.of(new Requirement(text, "", List.of(), List.of(), context), language, plan);
  }
}
