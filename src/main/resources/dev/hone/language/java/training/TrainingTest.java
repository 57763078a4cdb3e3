import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  private Training training;

  @BeforeEach
  void setUp() {
    training = new Training();
  }

  @Test
  void adds() {
    assertEquals(3, training.add(1, 2));
  }

  @Test
  @DisplayName("counts words")
  void counts() {
    assertEquals(Map.of("a", 2, "b", 1), Training.count(List.of("a", "A", "b")));
    assertEquals("a", Training.ranked(Map.of("a", 2, "b", 1)).get(0).name());
  }

  @Test
  void shapes() {
    assertEquals(Math.PI, Training.area(new Training.Circle(1)), 1e-9);
    assertEquals(Training.Level.HIGH, Training.level(7));
    assertTrue(Training.first(List.of(1, 5), 3).isPresent());
    assertFalse(Training.first(List.of(), 3).isPresent());
    assertEquals(Optional.of(5), Training.first(List.of(1, 5), 3));
    assertArrayEquals(new int[] {1, 2}, new int[] {1, 2});
    assertEquals("1;50;", Training.shown(1.5));
    assertNull(null);
  }

  @Test
  void refuses() {
    assertThrows(IllegalArgumentException.class, () -> Training.parse(" "));
    assertEquals(-1, Training.parse("x"));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 3", "2, 2, 4"})
  void sums(int a, int b, int sum) {
    assertEquals(sum, training.add(a, b));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void levels(int value) {
    assertEquals(Training.Level.HIGH, Training.level(value));
  }

  @Nested
  class Failing {
    @Test
    void differs() {
      assertEquals(List.of(1, 2), List.of(2, 1));
    }

    @Test
    void breaks() {
      Training.parse(null);
    }

    @Test
    void neverEnds() {
      Training.depth(0);
    }
  }
}
