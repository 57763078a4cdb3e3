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
import org.junit.jupiter.api.Test;

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
