package dev.hone.model.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeamTest {
  private final List<String> shown = new ArrayList<>();
  private final Seam seam = new Seam(shown::add);

  private void says(String... pieces) {
    seam.begin();
    List.of(pieces).forEach(seam);
  }

  @Test
  void whatWasShownIsNotShownAgain() {
    says("def a", "dd(");
    says("def", " add(a, b)", ":");

    assertThat(shown).containsExactly("def a", "dd(", "a, b)", ":");
    assertThat(seam.text()).isEqualTo("def add(a, b):");
  }

  @Test
  void aTryThatBreaksOffEarlierShowsNothing() {
    says("one two three");
    says("one");
    says("one two three", " four");

    assertThat(shown).containsExactly("one two three", " four");
  }

  @Test
  void anotherTextIsShownFromItsBeginning() {
    says("one two");
    says("one", " three", " four");

    assertThat(shown).containsExactly("one two", "one three", " four");
    assertThat(seam.text()).isEqualTo("one three four");
  }
}
