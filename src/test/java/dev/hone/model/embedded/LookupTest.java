package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final int ALIKE = Lookup.FEWEST;

  @Test
  void whatFollowedTheSameTokensIsFound() {
    Lookup lookup = new Lookup(IntStream.range(0, 30).toArray());
    IntStream.range(5, 5 + ALIKE).forEach(lookup::add);
    assertThat(lookup.next(ALIKE, 4)).containsExactly(13, 14, 15, 16);
  }

  @Test
  void fewerTokensThanAskedForAreNoMatch() {
    Lookup lookup = new Lookup(IntStream.range(0, 30).toArray());
    lookup.add(99);
    IntStream.range(5, 5 + ALIKE).forEach(lookup::add);
    assertThat(lookup.next(ALIKE, 4)).isNotEmpty();
    assertThat(lookup.next(ALIKE + 1, 4)).isEmpty();
  }

  @Test
  void theLatestPlaceCounts() {
    Lookup lookup = new Lookup(new int[0]);
    IntStream.rangeClosed(1, 9).forEach(lookup::add);
    IntStream.rangeClosed(1, 8).forEach(lookup::add);
    lookup.add(77);
    IntStream.rangeClosed(1, 8).forEach(lookup::add);
    assertThat(lookup.next(ALIKE, 1)).containsExactly(77);
  }

  @Test
  void theEndDoesNotFindItself() {
    Lookup lookup = new Lookup(IntStream.range(0, 30).toArray());
    assertThat(lookup.next(ALIKE, 4)).isEmpty();
  }

  @Test
  void aRunOfTheSameTokenGoesOn() {
    Lookup lookup = new Lookup(IntStream.generate(() -> 7).limit(20).toArray());
    assertThat(lookup.next(ALIKE, 3)).startsWith(7);
  }

  @Test
  void aShortTextHasNothing() {
    assertThat(new Lookup(new int[] {1, 2}).next(ALIKE, 3)).isEmpty();
  }
}
