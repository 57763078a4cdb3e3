package dev.hone.runlog.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultKindTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          solution.py:2: undefined name 'math' | undefined name '…'
          src/lib.rs:14: E0382: borrow of moved value: `xs` | E0382: borrow of moved value: '…'
          NameError: name 'x' is not defined | NameError: name '…' is not defined
          test_zero failed: assert 2 == 0 | test failed: assert N == N
          adds 2 numbers error: TypeError: x.map is not a function | test error: TypeError: x.map is not a function
          test_late missing | test missing
          the tests used up its limit of 30 s by the clock | the tests used up its limit of N s by the clock
          expected -1.5 but was utf8 and 1_000 | expected N but was utf8 and N
          """)
  void errorsLoseWhatIsTheirOwn(String error, String kind) {
    assertThat(FaultKind.of(error)).isEqualTo(kind);
  }

  @Test
  void onlyTheFirstLineCountsAndNoMoreThanATerminalShows() {
    assertThat(FaultKind.of("a.c:1: error here\n    int x;")).isEqualTo("error here");
    assertThat(FaultKind.of("x".repeat(500))).hasSize(90).endsWith("…");
    assertThat(FaultKind.of("red \u001b[31malert")).isEqualTo("red [31malert");
    assertThat(FaultKind.of("")).isEmpty();
  }
}
