package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import dev.hone.model.budget.Bound;
import dev.hone.model.budget.Budget;
import dev.hone.model.budget.BudgetedModel;
import dev.hone.model.budget.Ledger;
import dev.hone.requirement.LanguageChoice.By;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageChooserTest {
  private static final String UNCLEAR = "Write a Python function and a Java class for a stack";

  private final LanguageChooser chooser = new LanguageChooser(new LanguageDetector());
  private final AnsweringModel model = new AnsweringModel(1.5, "java");

  @Test
  void theOptionWinsOverTheText() {
    assertThat(choose("Write it in Rust", "go").choice())
        .isEqualTo(new LanguageChoice(LanguageId.GO, By.OPTION, "go"));
  }

  @Test
  void anUnknownOptionNamesTheKnownOnes() {
    assertThatThrownBy(() -> choose("Sort a list", "cobol"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("cobol")
        .hasMessageContaining("python, javascript");
  }

  @Test
  void filesThatAreToBeChangedGoBeforeWordsAndAfterTheOption() {
    assertThat(change("Do as the Rust version does", "", "a.js").choice())
        .isEqualTo(new LanguageChoice(LanguageId.JAVASCRIPT, By.FILE, "a.js"));
    assertThat(change("Trim it", "", "a.h", "a.cpp").choice())
        .isEqualTo(new LanguageChoice(LanguageId.CPP, By.FILE, "a.cpp"));
    assertThat(change("Trim it", "cpp", "a.h").choice())
        .isEqualTo(new LanguageChoice(LanguageId.CPP, By.OPTION, "cpp"));
  }

  @Test
  void aTextThatNamesNoneIsPythonWithoutAskingTheModel() {
    assertThat(choose("Sort a list", ""))
        .isEqualTo(
            new ChosenLanguage(new LanguageChoice(LanguageId.PYTHON, By.DEFAULT, ""), List.of()));
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void anUnclearTextIsAskedWithTheEightNamesAsChoices() {
    ChosenLanguage chosen = choose(UNCLEAR, "");

    assertThat(chosen.choice()).isEqualTo(new LanguageChoice(LanguageId.JAVA, By.MODEL, "java"));
    assertThat(chosen.asked()).hasSize(1);
    assertThat(model.requests().getFirst().choices())
        .containsExactly("python", "javascript", "typescript", "java", "go", "rust", "c", "cpp");
  }

  @Test
  void aModelThatBabblesLeavesTheLikeliestCandidate() {
    AnsweringModel babbling = new AnsweringModel(1.5, "I would say");

    assertThat(chooser.choose(new Requirement(UNCLEAR, "", List.of()), babbling).choice().by())
        .isEqualTo(By.RULE);
  }

  @Test
  void aSpentBudgetLeavesTheLikeliestCandidateAndNoQuestion() {
    Ledger spent = new Ledger(new Budget(List.of(Bound.tokens(1))));

    ChosenLanguage chosen =
        chooser.choose(new Requirement(UNCLEAR, "", List.of()), new BudgetedModel(model, spent));

    assertThat(chosen.choice().by()).isEqualTo(By.RULE);
    assertThat(chosen.asked()).isEmpty();
    assertThat(model.requests()).isEmpty();
  }

  @Test
  void anUnsupportedLanguageIsNamedWithTheSupportedOnes() {
    assertThatThrownBy(() -> choose("Write a COBOL program that prints a report", ""))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("asks for COBOL")
        .hasMessageContaining("--language");
  }

  @Test
  void theModelGetsALongTextCut() {
    choose(UNCLEAR + "\n" + "bla ".repeat(50_000), "");

    assertThat(model.requests().getFirst().messages().getLast().text().length()).isLessThan(6_000);
  }

  private ChosenLanguage change(String text, String option, String... paths) {
    List<SourceFile> files = Arrays.stream(paths).map(path -> new SourceFile(path, "")).toList();
    return chooser.choose(new Requirement(text, option, List.of(), files, List.of()), model);
  }

  private ChosenLanguage choose(String text, String option) {
    return chooser.choose(new Requirement(text, option, List.of()), model);
  }
}
