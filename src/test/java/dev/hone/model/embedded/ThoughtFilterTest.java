package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.model.Thoughts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThoughtFilterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<think>\nhm\n</think>\n\ndef f(): pass\n",
        "\n <think></think>x",
        "<think>never ends",
        "<thin is no thought",
        "plain <think>late</think> text",
        "  \n",
        "",
        "<think>a</think>",
        "<think>a</think>\n <think>b</think>"
      })
  void aReplyInPiecesIsReadAsAWholeOne(String reply) {
    for (int size = 1; size <= 9; size++) {
      ThoughtFilter filter = ThoughtFilter.on();
      StringBuilder answer = new StringBuilder();
      for (int at = 0; at < reply.length(); at += size) {
        answer.append(filter.add(reply.substring(at, Math.min(reply.length(), at + size))));
      }
      answer.append(filter.finish());

      assertThat(answer).as("pieces of %d", size).hasToString(Thoughts.split(reply).text());
    }
  }

  @Test
  void itTellsWhileItThinks() {
    ThoughtFilter filter = ThoughtFilter.on();

    assertThat(filter.add("<think>")).isEmpty();
    assertThat(filter.isThinking()).isTrue();
    assertThat(filter.add("a</think>\n")).isEmpty();
    assertThat(filter.isThinking()).isFalse();
    assertThat(filter.add("b")).isEqualTo("b");
  }

  @Test
  void switchedOffItLetsAllThrough() {
    assertThat(ThoughtFilter.off().add("<think>")).isEqualTo("<think>");
  }
}
