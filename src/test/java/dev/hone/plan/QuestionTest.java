package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import dev.hone.requirement.LanguageChoice;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.ProgramExample;
import dev.hone.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers, and whether the rest of Hone reads what they become.
class QuestionTest {
  private static final Question.OfLanguage LANGUAGE =
      new Question.OfLanguage(List.of(LanguageId.values()), "python");

  @ParameterizedTest
  @CsvSource({
    "go, GO",
    "Go, GO",
    "golang, GO",
    "C++, CPP",
    "cpp, CPP",
    "c, C",
    "JavaScript, JAVASCRIPT",
    "rust, RUST",
    "Java, JAVA",
    "typescript, TYPESCRIPT",
    "Python, PYTHON"
  })
  void aLanguageIsKnownByItsNames(String answer, LanguageId language) {
    Requirement plainer = below("Reverse the words of a sentence", LANGUAGE, answer);

    assertThat(plainer.text())
        .isEqualTo(
            "Reverse the words of a sentence\n\nWrite it in %s.".formatted(language.title()));
    assertThat(new LanguageChooser(new LanguageDetector()).byRule(plainer))
        .contains(new LanguageChoice(language, LanguageChoice.By.OPTION, language.id()));
    assertThat(chosenByText(plainer)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"cobol", "whatever", "yes"})
  void whatIsNoLanguageIsNoAnswer(String answer) {
    assertThat(LANGUAGE.sentence(answer)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reverse_words | def reverse_words(...)
          function reverse_words | def reverse_words(...)
          reverse_words(text: str) -> str | def reverse_words(text: str) -> str
          class Words | class Words
          """)
  void aNameBecomesASignature(String answer, String signature) {
    Requirement plainer = below("Reverse the words of a sentence", new Question.OfName(), answer);

    assertThat(plan(plainer).signatures()).containsExactly(signature);
  }

  @Test
  void aProgramIsAskedForInOneWord() {
    Requirement plainer =
        below("Reverse the words of a sentence", new Question.OfName(), "a program");

    assertThat(plainer.program()).isPresent();
  }

  @Test
  void whatIsNoNameIsNoAnswer() {
    assertThat(new Question.OfName().sentence("I do not care")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twice(2) == 4 | twice(2) | 4
          twice(2) -> 4 | twice(2) | 4
          twice(2) returns 4 | twice(2) | 4
          2 -> 4 | twice(2) | 4
          [1, 2] → [2, 4] | twice([1, 2]) | [2, 4]
          """)
  void anExampleBecomesATest(String answer, String call, String expected) {
    Requirement plainer =
        below("Write a function twice(n) in Python", new Question.OfExample(), answer);

    assertThat(plan(plainer).examples())
        .extracting(Example::call, Example::expected)
        .containsExactly(org.assertj.core.api.Assertions.tuple(call, expected));
  }

  @Test
  void anExampleOfAProgramBecomesATest() {
    Requirement plainer =
        below(
            "Write a program that reads two numbers from standard input and prints their sum",
            new Question.OfExample(),
            "3 4 -> 7");

    assertThat(plainer.program().orElseThrow().examples())
        .containsExactly(new ProgramExample("3 4\n", "7"));
  }

  @Test
  void answersStandBelowTheTextInTheirOrder() {
    Requirement before = new Requirement("Sort names", "go", List.of());
    Question model = new Question.OfModel("Does case matter?");

    assertThat(
            Answer.below(
                    before,
                    List.of(
                        new Answer(new Question.OfName(), "sortNames"), new Answer(model, "no")))
                .text())
        .isEqualTo("Sort names\n\nThe function is called sortNames.\nDoes case matter? no");
    assertThat(Answer.below(before, List.of())).isSameAs(before);
  }

  private static Requirement below(String text, Question question, String answer) {
    return Answer.below(
        new Requirement(text, "", List.of()), List.of(new Answer(question, answer)));
  }

  private static LanguageId chosenByText(Requirement requirement) {
    return new LanguageChooser(new LanguageDetector())
        .byRule(new Requirement(requirement.text(), "", List.of()))
        .orElseThrow()
        .language();
  }

  private static Plan plan(Requirement requirement) {
    return new RulePlanner().plan(requirement, IdiomsOnly.named("python")).plan();
  }
}
