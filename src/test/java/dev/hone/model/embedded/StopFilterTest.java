package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopFilterTest {
  private final List<String> shown = new ArrayList<>();

  @Test
  void aStopStringAcrossPiecesIsNeverShown() {
    StopFilter filter = new StopFilter(List.of("```"), shown::add);

    boolean early = filter.add("x = 1\n`");
    boolean late = filter.add("``\nmore");
    filter.finish();

    assertThat(early).isFalse();
    assertThat(late).isTrue();
    assertThat(shown).containsExactly("x = 1\n");
    assertThat(filter.text()).isEqualTo("x = 1\n");
  }

  @Test
  void whatOnlyBeganLikeAStopStringIsShownLater() {
    StopFilter filter = new StopFilter(List.of("END", "\n\n\n"), shown::add);

    filter.add("1 EN");
    filter.add("OUGH E");
    filter.finish();

    assertThat(shown).containsExactly("1 ", "ENOUGH ", "E");
  }

  @Test
  void theFirstOfTwoStopStringsCuts() {
    StopFilter filter = new StopFilter(List.of("b", "a"), shown::add);

    filter.add("xxaxxb");

    assertThat(filter.text()).isEqualTo("xx");
  }

  @Test
  void anEmptyStopStringStopsNothing() {
    StopFilter filter = new StopFilter(List.of(""), shown::add);

    assertThat(filter.add("text")).isFalse();
    assertThat(filter.text()).isEqualTo("text");
  }
}
