package dev.hone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hone.model.Message.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestTest {
  private static final List<Message> ASKED = List.of(new Message(Role.USER, "a"));
  private static final Sampling GREEDY = Sampling.greedy(8);

  @Test
  void aRequestHasChoicesOrAGrammarOrContinuations() {
    assertThatThrownBy(() -> new Request(ASKED, GREEDY, List.of("a"), "root ::= \"a\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one of them only");
    assertThatThrownBy(() -> new Request(ASKED, GREEDY, List.of("a")).continued(List.of("b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Request(ASKED, GREEDY, List.of()).continued(List.of("b", "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty");
    assertThat(new Request(ASKED, GREEDY, List.of("a")).grammar()).isEmpty();
  }

  @Test
  void anotherSamplingLeavesTheRest() {
    Request asked = new Request(ASKED, GREEDY, List.of(), "root ::= \"a\"");

    assertThat(asked.with(GREEDY.withMaxTokens(4)))
        .isEqualTo(new Request(ASKED, Sampling.greedy(4), List.of(), "root ::= \"a\""));

    Request form = new Request(ASKED, GREEDY, List.of()).continued(List.of("b"));
    assertThat(form.with(GREEDY.withMaxTokens(4)).continuations()).containsExactly("b");
  }
}
