package dev.hone.model.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.failure.ErrorType;
import dev.hone.model.FinishReason;
import dev.hone.model.Logprob;
import dev.hone.model.Message;
import dev.hone.model.Message.Role;
import dev.hone.model.ModelCard;
import dev.hone.model.ModelException;
import dev.hone.model.PromptTooLongException;
import dev.hone.model.Reply;
import dev.hone.model.Request;
import dev.hone.model.Sampling;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  // a line break of another system, a letter beyond the basic plane, and half of one
  private static final String TEXT = "déjà\n\u2028\"vu\" \uD83D\uDC1F \uD83D";

  @Test
  void anOrderIsReadAsItWasWritten() {
    Request free =
        new Request(
            List.of(new Message(Role.SYSTEM, TEXT), new Message(Role.USER, "")),
            new Sampling(0.7, 0.95, 40, 0.05, 1.1, Long.MIN_VALUE, 512, List.of("\n\n", TEXT)),
            List.of(),
            "root ::= \"a\"");
    Request chosen =
        new Request(
            List.of(new Message(Role.ASSISTANT, "x")), Sampling.greedy(1), List.of("go", TEXT));

    for (Order order :
        List.of(new Order.Ask(1, free), new Order.Count(2, chosen), new Order.Cancel(3))) {
      String line = Lines.of(order);

      assertThat(line).matches("\\p{ASCII}+").doesNotContain("\n");
      assertThat(Lines.order(line)).isEqualTo(order);
    }
  }

  @Test
  void aWordIsReadAsItWasSaid() {
    Reply reply =
        new Reply(
            TEXT,
            FinishReason.REPETITION,
            10,
            4,
            20,
            Duration.ofMillis(5),
            Duration.ofMillis(70),
            3,
            0,
            List.of(new Logprob(TEXT, -0.25)));

    for (Word word :
        List.of(
            new Word.Ready(new ModelCard("tiny", 0.5, 512, "abc", "llama.cpp v1")),
            new Word.Piece(1, TEXT),
            new Word.Answer(2, reply),
            new Word.Counted(3, 17),
            new Word.Failed(4, new Failure(Failure.Kind.MODEL, ErrorType.EXTERNAL, TEXT)))) {
      String line = Lines.of(word);

      assertThat(line).matches("\\p{ASCII}+").doesNotContain("\n");
      assertThat(Lines.word(line)).isEqualTo(word);
    }
  }

  @Test
  void anythingElseIsRefused() {
    for (String line : List.of("", "# A fatal error", "{", "{}", "{\"number\":1}", "[1]")) {
      assertThatThrownBy(() -> Lines.word(line)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> Lines.order(line)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anExceptionIsThrownOnTheOtherSideAsOnThis() {
    assertThat(Failure.of(new PromptTooLongException("too long")).exception())
        .isInstanceOf(PromptTooLongException.class)
        .hasMessage("too long");
    assertThat(
            Failure.of(new ModelException(ErrorType.INSUFFICIENT_RESOURCES, "no room")).exception())
        .isExactlyInstanceOf(ModelException.class)
        .hasMessage("no room")
        .extracting(thrown -> ((ModelException) thrown).type())
        .isEqualTo(ErrorType.INSUFFICIENT_RESOURCES);
    assertThat(Failure.of(new IllegalArgumentException("odd")).exception())
        .isExactlyInstanceOf(IllegalStateException.class)
        .hasMessageContaining("odd");
  }
}
