package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Language;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.Prompt;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TestWriterTest {
  private static final Path CACHE = Path.of("target", "toolchains");
  private static final Language PYTHON = new Python(CACHE, Progress.silent());
  private static final Requirement PLAIN =
      requirement("Write a Python function half(n: int) -> int that halves n. half(4) == 2");
  private static final Requirement WITH_ERRORS =
      requirement("Write half(n: int) -> int that raises ValueError if n is odd. half(4) == 2");

  private final TestWriter small = new TestWriter(PYTHON, true);

  @Test
  void aSmallModelIsAskedForExamplesInTheWordsOfItsLanguage() {
    assertThat(text(small.write(PLAIN, plan(PYTHON, PLAIN))))
        .contains(
            "raises a ValueError if low", "clamp(1, 5, 2) raises ValueError", "calls of `half`");
    Language script = new JavaScript(CACHE);
    assertThat(text(new TestWriter(script, true).write(PLAIN, plan(script, PLAIN))))
        .contains("throws a RangeError if low", "clamp(1, 5, 2) throws RangeError");
  }

  @Test
  void aLargeModelIsAskedForTestCode() {
    assertThat(text(new TestWriter(PYTHON, false).write(PLAIN, plan(PYTHON, PLAIN))))
        .contains("Write pytest tests for `solution.py`", "from solution import");
  }

  @Test
  void eachExampleOfAReplyBecomesATest() {
    TestFile file = read(PLAIN, "half(6) == 3\nhalf(0) == 0\n", FinishReason.STOP);
    assertThat(file.names()).containsExactly("test_generated_1", "test_generated_2");
    assertThat(file.origin()).isEqualTo(Origin.GENERATED);
    assertThat(file.file().path()).isEqualTo("test_solution_generated.py");
  }

  @Test
  void theReplyOfASmallModelIsBegunForIt() {
    assertThat(small.write(PLAIN, plan(PYTHON, PLAIN)).messages().getLast())
        .isEqualTo(new Message(Message.Role.ASSISTANT, "half"));
    TestFile goesOn = read(PLAIN, "(6) == 3\nhalf(0) == 0\n", FinishReason.STOP);
    assertThat(goesOn.names()).hasSize(2);
    assertThat(goesOn.file().content()).contains("half(6)", "half(0)");
    TestFile block = read(PLAIN, "```\nhalf(6) == 3\n```\n", FinishReason.STOP);
    assertThat(block.names()).hasSize(1);
  }

  @Test
  void anExampleOfTheRequirementIsNotWrittenTwice() {
    TestFile file = read(PLAIN, "half(4) == 2\nhalf(6) == 3\nhalf(6) == 3\n", FinishReason.STOP);
    assertThat(file.file().content()).contains("half(6)").doesNotContain("half(4)");
    assertThat(file.names()).hasSize(1);
  }

  @Test
  void theCutLastLineOfAReplyIsLeftOut() {
    TestFile file = read(PLAIN, "half(6) == 3\nhalf(88) == 4", FinishReason.LENGTH);
    assertThat(file.file().content()).contains("half(6)").doesNotContain("half(88)");
  }

  @Test
  void errorsCountOnlyWhereTheRequirementSpeaksOfThem() {
    String reply = "half(6) == 3\nhalf(3) raises ValueError\n";
    assertThat(read(PLAIN, reply, FinishReason.STOP).names()).hasSize(1);
    TestFile both = read(WITH_ERRORS, reply, FinishReason.STOP);
    assertThat(both.names()).hasSize(2);
    assertThat(TestFile.errorsOf(List.of(both))).containsExactly("test_generated_2");
  }

  @Test
  void valuesThatTheModelGuessedAreLeftOut() {
    Reply reply =
        reply(
            "(6) == 3\nhalf(-1) == 7\nhalf(0) == 0\n",
            token("(6) ==", 0.9),
            token(" 3\n", 0.9),
            token("half(-1) ==", 0.9),
            token(" 7", 0.4),
            token("\nhalf(0) == 0", 0.8));
    assertThat(read(PLAIN, reply)).contains("half(6)", "half(0)").doesNotContain("half(-1)");
  }

  @Test
  void guessedValuesAreKeptWhereThereIsNothingElse() {
    Reply reply = reply("(6) == 2\n", token("(6) == 2\n", 0.2));
    assertThat(small.read(reply, PLAIN, plan(PYTHON, PLAIN))).isEmpty();
    Requirement bare = requirement("Write a Python function half(n: int) -> int that halves n.");
    assertThat(read(bare, reply)).contains("half(6)");
  }

  @Test
  void testCodeThatDefinesWhatItTestsIsMended() {
    String reply =
        """
        ```python
        def half(n):
            return n // 2

        def test_six():
            assert half(6) == 3
        ```
        """;
    TestFile file =
        new TestWriter(PYTHON, false)
            .read(reply(reply, FinishReason.STOP), PLAIN, plan(PYTHON, PLAIN))
            .orElseThrow();
    assertThat(file.file().content())
        .contains("from solution import half", "def test_six")
        .doesNotContain("def half");
  }

  @Test
  void aReplyWithoutExamplesHoldsNoTests() {
    Reply reply = reply("I cannot help with that.", FinishReason.STOP);
    assertThat(small.read(reply, PLAIN, plan(PYTHON, PLAIN))).isEmpty();
  }

  @Test
  void examplesOfTheTextStandAsGivenTests() {
    Plan plan = plan(PYTHON, PLAIN);
    assertThat(plan.examples()).extracting(Example::call).containsExactly("half(4)");
    List<TestFile> given = new GivenTests(PYTHON).of(PLAIN, plan);
    assertThat(given).extracting(TestFile::origin).containsExactly(Origin.TEXT);
    assertThat(given.getFirst().names()).containsExactly("test_example_1");
  }

  private TestFile read(Requirement requirement, String reply, FinishReason finish) {
    return small.read(reply(reply, finish), requirement, plan(PYTHON, requirement)).orElseThrow();
  }

  private String read(Requirement requirement, Reply reply) {
    return small.read(reply, requirement, plan(PYTHON, requirement)).orElseThrow().file().content();
  }

  private static Logprob token(String text, double probability) {
    return new Logprob(text, Math.log(probability));
  }

  private static Reply reply(String text, Logprob... tokens) {
    return reply(text, FinishReason.STOP).withLogprobs(List.of(tokens));
  }

  private static Reply reply(String text, FinishReason finish) {
    return new Reply(text, finish, 10, 0, 10, Duration.ZERO, Duration.ZERO);
  }

  private static Plan plan(Language language, Requirement requirement) {
    return new RulePlanner().plan(requirement, language).plan();
  }

  private static Requirement requirement(String text) {
    return new Requirement(text, "", List.of());
  }

  private static String text(Prompt prompt) {
    return prompt.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
  }
}
