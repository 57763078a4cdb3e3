package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTest {
  @TempDir Path folder;

  @Test
  void withoutASampleTheFirstOfEachSuiteAreTaken() {
    assertThat(drawn(3, "")).containsExactly(0, 1, 2);
  }

  // The numbers hold on every machine: who changes the draw changes what published files mean.
  @Test
  void aSampleIsFixedByItsSeed() {
    assertThat(drawn(4, "7")).isEqualTo(drawn(4, "7")).hasSize(4).isSorted();
    assertThat(drawn(4, "7")).isNotEqualTo(drawn(4, "8"));
    assertThat(drawn(4, "7")).containsExactly(2, 17, 18, 19);
  }

  @Test
  void aLargerSampleHoldsTheSmallerOne() {
    assertThat(drawn(9, "7")).containsAll(drawn(4, "7"));
  }

  @Test
  void aLanguageThatNoProblemHasIsRefused() {
    Selector selector = new Selector(new BenchRequest.Selection(List.of(), "go", 0, ""));
    assertThatThrownBy(() -> selector.inLanguage(sets()))
        .hasMessage("the suites hold no problem in go; leave --language out to run them all");
  }

  private List<Integer> drawn(int limit, String sample) {
    Selector selector = new Selector(new BenchRequest.Selection(List.of(), "", limit, sample));
    return selector.draw(sets()).getFirst().problems().stream().map(Problem::index).toList();
  }

  private List<ProblemSet> sets() {
    Path file =
        Tasks.write(
            folder.resolve("words.jsonl"),
            IntStream.range(0, 20).mapToObj(i -> Tasks.triple("words/" + i)).toList());
    return new SuiteReader().read(List.of(file.toString()));
  }
}
