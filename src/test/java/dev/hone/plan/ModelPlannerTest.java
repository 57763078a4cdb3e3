package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.LanguageModel;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.model.budget.BudgetedModel;
import dev.hone.model.budget.Ledger;
import dev.hone.requirement.AnsweringModel;
import dev.hone.requirement.Requirement;
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

  private static Planned planned(LanguageModel model, String text) {
    return Planner.suiting(model)
        .plan(new Requirement(text, "", List.of()), IdiomsOnly.named("python"));
  }
}
