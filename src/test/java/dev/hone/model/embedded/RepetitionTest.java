package dev.hone.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  @Test
  void theSameLineOverAndOverIsOne() {
    assertThat(endsAt("assert add([1], 0) == 1\n".repeat(100))).isBetween(500, 800);
  }

  @Test
  void linesThatCountOnAreOne() {
    String counting =
        IntStream.range(0, 100)
            .mapToObj(i -> "    assert add([1, 2, 3], %d) == %d\n".formatted(i % 2 * -i, i + 3))
            .collect(Collectors.joining());
    assertThat(endsAt("from solution import add\n\n" + counting)).isBetween(600, 1200);
  }

  @Test
  void aBlockOfSeveralLinesOverAndOverIsOne() {
    String block = "def test_more():\n    assert f('a') == 'b'\n    assert f('') == ''\n\n";
    assertThat(endsAt(block.repeat(20))).isBetween(600, 900);
  }

  @Test
  void aLineWithoutEndIsOne() {
    assertThat(endsAt("data = [" + "1, 2, ".repeat(1000))).isBetween(1200, 2000);
  }

  @Test
  void aTableIsNone() {
    String table =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "    (%d, \"%c%c\"),\n"
                        .formatted(i, (char) ('a' + i % 26), (char) ('a' + i * i % 23)))
            .collect(Collectors.joining());
    assertThat(endsAt(table)).isEqualTo(-1);
  }

  @Test
  void theMonthsAreNone() {
    assertThat(endsAt("        case 1: return 31;\n".repeat(12))).isEqualTo(-1);
  }

  // How much of a text passes before the repetition is seen, or -1 where none is.
  private static int endsAt(String text) {
    Repetition repetition = new Repetition();
    for (int end = 3; end <= text.length(); end += 3) {
      if (repetition.add(text.substring(end - 3, end))) {
        return end;
      }
    }
    return -1;
  }
}
