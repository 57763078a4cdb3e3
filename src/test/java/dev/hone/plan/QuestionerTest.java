package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.UsageException;
import dev.hone.language.LanguageId;
import dev.hone.language.Languages;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.ModelCard;
import dev.hone.model.ScriptedModel;
import dev.hone.progress.Progress;
import dev.hone.requirement.LanguageChooser;
import dev.hone.requirement.LanguageDetector;
import dev.hone.requirement.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionerTest {
  private static final ModelCard LARGE = new ModelCard("large", 70, 8192, "", "script");
  private static final Question NAME = new Question.OfName();
  private static final Question EXAMPLE = new Question.OfExample();
  private static final Question LANGUAGE =
      new Question.OfLanguage(List.of(LanguageId.values()), "python");

  private final Questioner questioner =
      new Questioner(
          new LanguageChooser(new LanguageDetector()),
          new Languages(
              Stream.of(LanguageId.values()).map(id -> IdiomsOnly.named(id.id())).toList()));

  @Test
  void whatSaysNothingIsAskedForLanguageNameAndExample() {
    assertThat(byRule("Reverse the words of a sentence")).containsExactly(LANGUAGE, NAME, EXAMPLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write a Python function twice(n: int) -> int that doubles | none
          Write a Python function twice. twice(2) == 4 | none
          Write a Python function called twice that doubles a number | example
          Write a Rust function that doubles a number | name, example
          Write a Python class Stack with push and pop | none
          Write a Go program that reads a number from standard input and prints it twice | example
          Write it in Go. It reads a number from standard input and prints it twice.\\n\\nInput: 2\\nOutput: 4 | none
          """)
  void whatIsSaidIsNotAskedFor(String text, String open) {
    List<Question> asked =
        open.equals("none")
            ? List.of()
            : Stream.of(open.split(", ", -1))
                .map(word -> word.equals("name") ? NAME : EXAMPLE)
                .toList();

    assertThat(byRule(text.replace("\\n", "\n"))).isEqualTo(asked);
  }

  @Test
  void anOptionAndFilesSayTheLanguageAndFilesAndTestsSayTheRest() {
    SourceFile file = new SourceFile("a.py", "def a():\n    pass\n");
    assertThat(questioner.byRule(new Requirement("Sort names", "go", List.of())))
        .containsExactly(NAME, EXAMPLE);
    assertThat(
            questioner.byRule(
                new Requirement("Sort names", "", List.of(), List.of(file), List.of())))
        .isEmpty();
    assertThat(questioner.byRule(new Requirement("Sort names", "", List.of(file))))
        .containsExactly(LANGUAGE);
  }

  @Test
  void aLanguageThatHoneCannotWriteIsRefusedBeforeAnythingIsAsked() {
    assertThatThrownBy(() -> byRule("Write a COBOL program that prints hello"))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void aSmallModelIsNotAsked() {
    ScriptedModel small = new ScriptedModel();

    assertThat(with(small, "Sort names"))
        .isEqualTo(new Clarification(List.of(LANGUAGE, NAME, EXAMPLE), List.of()));
    assertThat(small.requests()).isEmpty();
  }

  @Test
  void aLargeModelAsksBetweenTheLanguageAndTheRest() {
    ScriptedModel large = new ScriptedModel(LARGE, "- Does case matter?");

    Clarification found = with(large, "Sort names");

    assertThat(found.questions())
        .containsExactly(LANGUAGE, new Question.OfModel("Does case matter?"), NAME);
    assertThat(found.asked()).hasSize(1);
    assertThat(found.asked().getFirst().prompt().name()).isEqualTo("plan/clarify");
    assertThat(large.requests().getFirst().messages().getLast().text())
        .contains("Requirement:\n\nSort names\n\n", "Ask at most 2 short questions");
  }

  @Test
  void aLargeModelThatIsCutAsksNothing() {
    ScriptedModel large = new ScriptedModel(LARGE).then("- Does ca", FinishReason.CANCELLED);

    assertThat(with(large, "Write a Python function twice(n: int) -> int").questions()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void questionsAreReadHoweverTheyAreMarked() {
    assertThat(
            ModelQuestions.read(
                """
                Here are my questions:
                1. **Does case matter?** (important)
                - `Q2:` What if the list is empty?
                "Are names unique?",
                Which programming language shall it be?
                - Does case matter?
                * How are ties broken?
                """,
                3))
        .containsExactly(
            new Question.OfModel("Does case matter?"),
            new Question.OfModel("What if the list is empty?"),
            new Question.OfModel("Are names unique?"));
    assertThat(ModelQuestions.read("NONE", 3)).isEmpty();
    assertThat(ModelQuestions.read("- none\n\u001b[2J?\n" + "x".repeat(300) + "?", 3)).isEmpty();
  }

  private List<Question> byRule(String text) {
    return questioner.byRule(new Requirement(text, "", List.of()));
  }

  private Clarification with(ScriptedModel model, String text) {
    return questioner.with(new Requirement(text, "", List.of()), model, Progress.silent());
  }
}
