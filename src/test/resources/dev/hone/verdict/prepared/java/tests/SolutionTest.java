import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SolutionTest {
  @Test
  void sumsSeveralNumbers() {
    assertEquals(6, Solution.sumOfSquares(List.of(1, 1, 2)));
  }

  @Test
  void sumsNothing() {
    assertEquals(0, Solution.sumOfSquares(List.of()));
  }

  @Test
  void keepsLargeNumbers() {
    assertEquals(10_000_000_000L, Solution.sumOfSquares(List.of(100_000)));
  }

  @Test
  void refusesNull() {
    assertThrows(IllegalArgumentException.class, () -> Solution.sumOfSquares(null));
  }
}
