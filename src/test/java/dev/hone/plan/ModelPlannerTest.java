package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.model.LanguageModel;
import dev.hone.model.ModelCard;
import dev.hone.model.ScriptedModel;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.model.budget.BudgetedModel;
import dev.hone.model.budget.Ledger;
import dev.hone.progress.Event;
import dev.hone.requirement.AnsweringModel;
import dev.hone.requirement.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelPlannerTest {
  private static final String ANSWER =
      """
      **Signatures:**
      - `def twice(n: int) -> int:`
      Files:
      - solution.py
      - lib/numbers.py
      Edge cases:
      - a huge number
      Steps:
      1. Double the number.
      """;

  private final List<String> told = new ArrayList<>();

  @Test
  void anAnswerIsLaidOverThePlanByRule() {
    Planned planned = planned(new AnsweringModel(70, ANSWER), "Double a number. twice(2) == 4");

    assertThat(planned.asked()).hasSize(1);
    assertThat(planned.plan().signatures()).containsExactly("def twice(n: int) -> int");
    assertThat(planned.plan().files()).containsExactly("solution.py", "lib/numbers.py");
    assertThat(planned.plan().examples()).hasSize(1);
    assertThat(planned.plan().edgeCases()).contains("zero", "a huge number");
    assertThat(planned.plan().steps()).containsExactly("Double the number.");
  }

  @Test
  void aSpentBudgetLeavesThePlanByRuleAndNoQuestion() {
    AnsweringModel model = new AnsweringModel(70, ANSWER);
    Ledger spent = new Ledger(new Budget(List.of(Bound.tokens(1))));

    Planned planned = planned(new BudgetedModel(model, spent), "Double a number. twice(2) == 4");

    assertThat(planned.asked()).isEmpty();
    assertThat(planned.plan().examples()).hasSize(1);
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void aSignatureInTheTextIsNotReplaced() {
    Planned planned =
        planned(new AnsweringModel(70, ANSWER), "Write half(n: float) -> float, half of n");

    assertThat(planned.plan().signatures()).containsExactly("def half(n: float) -> float");
  }

  @Test
  void anAnswerInAnotherFormLeavesThePlanByRule() {
    String text = "Write half(n: float) -> float";
    Plan byRule = planned(new AnsweringModel(1, ""), text).plan();

    assertThat(planned(new AnsweringModel(70, "Sure! Here is some code."), text).plan())
        .isEqualTo(byRule);
  }

  @Test
  void aSmallModelIsNotAsked() {
    AnsweringModel small = new AnsweringModel(1.5, ANSWER);

    assertThat(planned(small, "Double a number").asked()).isEmpty();
    assertThat(small.requests()).isEmpty();
  }

  @Test
  void filesToReadAreShortenedAndThenLeftOutAndTheTextNever() {
    ScriptedModel whole = model(8_000);
    ScriptedModel shorter = model(2_000);
    ScriptedModel without = model(1_100);

    List.of(whole, shorter, without).forEach(model -> planned(model, withFile()));

    assertThat(said(whole)).contains("Double a number", "line399 = 399");
    assertThat(said(shorter)).contains("Double a number", "line0 = 0", "more lines]");
    assertThat(said(shorter)).doesNotContain("line200 = 200");
    assertThat(said(without)).contains("Double a number").doesNotContain("line0", "helper.py");
    assertThat(told)
        .containsExactly(
            "prompt: too long for scripted, left out: files to read after 1500 characters",
            "prompt: too long for scripted, left out: files to read");
  }

  @Test
  void thePromptThatWasAskedIsKept() {
    ScriptedModel model = model(1_100);

    Planned planned = planned(model, withFile());

    assertThat(planned.asked())
        .extracting(asked -> asked.prompt().messages())
        .containsExactly(model.requests().getFirst().messages());
  }

  private static Requirement withFile() {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      content.append("line%d = %d\n".formatted(i, i));
    }
    return new Requirement(
        "Double a number. twice(2) == 4",
        "",
        List.of(),
        List.of(),
        List.of(new SourceFile("helper.py", content.toString())));
  }

  private static ScriptedModel model(int contextTokens) {
    return new ScriptedModel(new ModelCard("scripted", 70, contextTokens, "", "script"), ANSWER);
  }

  private static String said(ScriptedModel model) {
    return model.requests().getLast().messages().getLast().text();
  }

  private Planned planned(LanguageModel model, String text) {
    return planned(model, new Requirement(text, "", List.of()));
  }

  private Planned planned(LanguageModel model, Requirement requirement) {
    return Planner.suiting(model, this::hear).plan(requirement, IdiomsOnly.named("python"));
  }

  private void hear(Event event) {
    if (event instanceof Event.Stage(String text)) {
      told.add(text);
    }
  }
}
