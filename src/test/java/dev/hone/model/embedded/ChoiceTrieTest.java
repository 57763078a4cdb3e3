package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A character is a token here, and 0 ends the turn.
class ChoiceTrieTest {
  private static ChoiceTrie.Walk walk(String... choices) {
    return new ChoiceTrie(List.of(choices), 0, text -> text.chars().toArray()).walk();
  }

  @Test
  void aChoiceThatBeginsAnotherEndsByTheEndOfTheTurn() {
    ChoiceTrie.Walk walk = walk("c", "cpp");

    walk.take('c');

    assertThat(walk.allowed()).isEqualTo(Set.of(0, (int) 'p'));
    assertThat(walk.settled()).isFalse();
    walk.take(0);
    assertThat(walk.settled()).isTrue();
    assertThat(walk.choice()).isEqualTo("c");
  }

  @Test
  void whatHasNoAlternativeNeedsNoToken() {
    ChoiceTrie.Walk walk = walk("go", "rust", "cpp");

    walk.take('r');

    assertThat(walk.settled()).isTrue();
    assertThat(walk.choice()).isEqualTo("rust");
  }

  @Test
  void aSingleChoiceIsSettledAtOnce() {
    ChoiceTrie.Walk walk = walk("python");

    assertThat(walk.settled()).isTrue();
    assertThat(walk.choice()).isEqualTo("python");
  }

  @Test
  void aTokenThatContinuesNoChoiceIsABrokenPromise() {
    ChoiceTrie.Walk walk = walk("go", "rust");

    assertThatThrownBy(() -> walk.take('x')).isInstanceOf(IllegalArgumentException.class);
  }
}
