package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.language.PlainLanguage;
import dev.hone.language.SourceFile;
import dev.hone.model.FinishReason;
import dev.hone.model.Reply;
import dev.hone.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {
  private final ReplyReader reader = new ReplyReader(new PlainLanguage());

  @Test
  void aFencedBlockIsTheCode() {
    assertThat(read("Here it is:\n```python\noffer f\n```\nEnjoy.")).isEqualTo(code("offer f\n"));
  }

  @Test
  void bareCodeNeedsNoFence() {
    assertThat(read("offer f\nx = 1")).isEqualTo(code("offer f\nx = 1\n"));
  }

  @Test
  void theFencesWordLeftWithoutItsBackticksIsNoCode() {
    assertThat(read("python\n\noffer f")).isEqualTo(code("offer f\n"));
  }

  @Test
  void theBlockThatOffersThePlannedNameWinsOverALongerOne() {
    String reply =
        "```python\noffer f\n```\nUse it so:\n```python\nprint(f(1))\nprint(f(2))\nprint(f(3))\n```";
    assertThat(read(reply)).isEqualTo(code("offer f\n"));
  }

  @Test
  void aBlockThatTheModelNeverClosedIsStillCode() {
    assertThat(read("```python\noffer f\n")).isEqualTo(code("offer f\n"));
  }

  @Test
  void aReplyCutByTheTokenLimitIsNeverCode() {
    assertThat(
            reader.read(reply("```python\noffer f\n```", FinishReason.LENGTH), plan("solution.py")))
        .isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void proseIsNotCode() {
    assertThat(read("I cannot help with that.")).isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void anEmptyReplyHoldsNothing() {
    assertThat(read("")).isInstanceOf(Reading.Nothing.class);
    assertThat(read("```python\n```")).isInstanceOf(Reading.Nothing.class);
  }

  @Test
  void commentsAloneAreNoCode() {
    assertThat(read("```python\n# solution.py\n\n  # >>> half(4)\n```"))
        .isEqualTo(new Reading.Nothing("the reply holds no code"));
    assertThat(read("```python\n# half of n\nhalf = lambda n: n // 2\n```"))
        .isInstanceOf(Reading.Code.class);
  }

  @Test
  void eachPlannedFileIsFoundByItsName() {
    String reply =
        "**shapes.py**\n```python\noffer f\n```\n```python\n# main.py\nimport shapes\n```";
    assertThat(reader.read(reply(reply, FinishReason.STOP), plan("main.py", "shapes.py")))
        .isEqualTo(
            new Reading.Code(
                new Candidate(
                    List.of(
                        new SourceFile("main.py", "# main.py\nimport shapes\n"),
                        new SourceFile("shapes.py", "offer f\n")))));
  }

  @Test
  void filesBeyondThePlanAreTakenUnderTheNamesThatTheReplyGives() {
    String reply =
        """
        ```python solution.py
        offer f
        ```
        ```python title="lib/shapes.py"
        offer g
        ```
        ### lib/colours.py
        ```python
        offer h
        ```
        ```python
        # File: ./words.py
        offer i
        ```
        """;
    assertThat(read(reply))
        .isEqualTo(
            code(
                new SourceFile("solution.py", "offer f\n"),
                new SourceFile("lib/shapes.py", "offer g\n"),
                new SourceFile("lib/colours.py", "offer h\n"),
                new SourceFile("words.py", "# File: ./words.py\noffer i\n")));
  }

  @Test
  void testsAndDemonstrationsAndOtherFilesAreNoPartOfTheCode() {
    String reply =
        """
        ```python
        offer f
        ```
        **test_solution.py**
        ```python
        test f
        ```
        Call it from `main.py`:
        ```python
        print(f(1))
        ```
        And `settings.toml`:
        ```toml
        a = 1
        ```
        """;
    assertThat(read(reply)).isEqualTo(code("offer f\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up.py", "/etc/up.py", "a/../../up.py", "C:\\up.py", "..\\up.py"})
  void aFileOutsideOfTheFolderIsRefused(String path) {
    assertThat(read("```python\noffer f\n```\n```python\n# " + path + "\noffer g\n```"))
        .isEqualTo(new Reading.Nothing("the reply names a file outside of the folder: " + path));
  }

  @Test
  void aCommandThatNamesTheFileIsNotTheFile() {
    assertThat(read("Run `solution.py`:\n```bash\nrun it\n```\n```python\noffer f\n```"))
        .isEqualTo(code("offer f\n"));
  }

  @Test
  void tooManyFilesAreRefused() {
    String reply =
        IntStream.range(0, 30)
            .mapToObj("```python file%d.py\noffer f\n```\n"::formatted)
            .collect(Collectors.joining());
    assertThat(read(reply)).isEqualTo(new Reading.Nothing("the reply has more than 20 files"));
  }

  @Test
  void tooMuchCodeIsRefused() {
    assertThat(read("```python\n" + "offer f\n".repeat(100_000) + "```"))
        .isEqualTo(new Reading.Nothing("the reply has more than 500000 characters of code"));
  }

  @Test
  void aBlockUnderAnotherNameIsTheMainFileWhereThereIsNoOther() {
    assertThat(read("```python answer.py\noffer f\n```")).isEqualTo(code("offer f\n"));
  }

  private static Reading code(SourceFile... files) {
    return new Reading.Code(new Candidate(List.of(files)));
  }

  private Reading read(String text) {
    return reader.read(reply(text, FinishReason.STOP), plan("solution.py"));
  }

  private static Reading code(String content) {
    return new Reading.Code(new Candidate(List.of(new SourceFile("solution.py", content))));
  }

  private static Reply reply(String text, FinishReason finish) {
    return new Reply(text, finish, 1, 0, 1, Duration.ZERO, Duration.ZERO);
  }

  private static Plan plan(String... files) {
    return new Plan(
        LanguageId.PYTHON,
        List.of("def f()"),
        List.of("f"),
        List.of(files),
        List.of(),
        List.of(),
        List.of());
  }
}
