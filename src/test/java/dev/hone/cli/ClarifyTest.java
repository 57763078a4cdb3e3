package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.terminal.Terminal;
import dev.hone.language.LanguageId;
import dev.hone.plan.Clarification;
import dev.hone.plan.Question;
import dev.hone.requirement.Requirement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `--clarify`: what is asked, and what becomes of the answers.
class ClarifyTest {
  @TempDir Path folder;
  private ScriptedServices services;
  private boolean person = true;

  @BeforeEach
  void scripted() {
    services = new ScriptedServices(folder);
    services.clarification =
        new Clarification(
            List.of(
                new Question.OfLanguage(List.of(LanguageId.PYTHON, LanguageId.GO), "python"),
                new Question.OfName(),
                new Question.OfModel("Does \u001b[2Jcase matter?")),
            List.of());
  }

  @Test
  void answersStandBelowTheRequirement() {
    String err = hone("golang\nsort_names\nno\u001b[A\n", "Sort names", "--clarify");

    assertThat(err)
        .startsWith(
            "model: loading\n3 questions before the run; Enter alone skips one\n"
                + "Which language: python, go? [python] "
                + "What is it called: a function such as parse_price, class NAME, or program? "
                + "Does �[2Jcase matter? round 1\n");
    assertThat(requirement())
        .isEqualTo(
            new Requirement(
                "Sort names\n\nWrite it in Go.\nThe function is called sort_names.\nDoes \u001b[2Jcase matter? no[A",
                "go",
                List.of()));
  }

  @Test
  void enterSkipsAndTheEndOfTheInputSkipsAll() {
    hone("\n", "Sort names", "--clarify", "--quiet");

    assertThat(requirement()).isEqualTo(new Requirement("Sort names", "", List.of()));
  }

  @Test
  void whatIsNoAnswerIsAskedForOnceMore() {
    String err = hone("cobol\n\nsort_names\n", "Sort names", "--clarify");

    assertThat(err).contains("[python]   one of: python, go, or Enter to skip: What is it called");
    assertThat(requirement().text()).isEqualTo("Sort names\n\nThe function is called sort_names.");
  }

  @Test
  void aPlainRequirementIsNotAskedAbout() {
    services.clarification = new Clarification(List.of(), List.of());

    assertThat(hone("", "Sort names", "--clarify"))
        .startsWith("model: loading\n--clarify: there is nothing to ask\nround 1\n");
  }

  @Test
  void withoutAPersonNothingIsAskedAndALineSaysSo() {
    person = false;

    assertThat(hone("go\n", "Sort names", "--clarify"))
        .startsWith(
            "--clarify: nobody is here to ask (no terminal, or CI is set), so nothing is asked\nround 1\n");
    assertThat(hone("go\n", "Sort names", "--clarify", "--quiet")).isEmpty();
    assertThat(requirement().text()).isEqualTo("Sort names");
  }

  @Test
  void withoutTheOptionNothingIsAsked() {
    assertThat(hone("go\n", "Sort names")).startsWith("round 1\n");
  }

  private Requirement requirement() {
    return services.solved.getFirst().requirement();
  }

  private String hone(String typed, String... words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Streams streams =
        new Streams(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Terminal.none(),
            person);
    assertThat(new Program(Commands.all(services), "hone 0.1.0", false).run(words, streams))
        .isZero();
    return err.toString(StandardCharsets.UTF_8);
  }
}
