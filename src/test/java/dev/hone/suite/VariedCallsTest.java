package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariedCallsTest {
  @Test
  void eachArgumentIsTakenToItsEdgesInTurns() {
    assertThat(python(5, "f([1, 2], 3)"))
        .containsExactly(
            "f([], 3)", "f([1, 2], 0)", "f([1], 3)", "f([1, 2], 1)", "f([1, 2, 1, 2], 3)");
  }

  @Test
  void examplesTakeTurnsAndEachBeginsWithAnotherEdge() {
    assertThat(python(4, "f(5)", "f(7)")).containsExactly("f(0)", "f(1)", "f(8)", "f(6)");
  }

  @Test
  void argumentsOfOneKindChangePlaces() {
    assertThat(python(99, "f(3, 4, 5)")).contains("f(5, 4, 3)");
    assertThat(python(99, "f(3, 'a')")).doesNotContain("f('a', 3)");
    assertThat(of(LanguageId.C, 99, "f(3, 4)")).doesNotContain("f(4, 3)");
  }

  @Test
  void anArgumentOfAnotherExampleComesLast() {
    assertThat(python(99, "f((1, 2), None)", "f((3, 4), True)"))
        .containsExactly("f((3, 4), None)", "f((3, 4), False)", "f((1, 2), True)");
  }

  @Test
  void inCArgumentsOfExamplesAreNotMixed() {
    assertThat(of(LanguageId.C, 99, "f((int[]){1, 2}, 2)", "f((int[]){1, 2, 3}, 3)"))
        .doesNotContain("f((int[]){1, 2}, 3)")
        .contains("f((int[]){2, 1}, 2)");
  }

  @Test
  void callsOfExamplesAreNotMadeAgain() {
    assertThat(python(99, "f(0)", "f(1)")).doesNotContain("f(0)", "f(1)").doesNotHaveDuplicates();
  }

  @Test
  void aVariedCallKeepsItsSetUpAndATypeForItsValue() {
    Example base =
        new Example(Example.Kind.RETURNS, List.of("x = 1"), "f(2)", "[4]", "f(2) == [4]");
    assertThat(new VariedCalls(LanguageId.PYTHON, 1).of(List.of(base)))
        .containsExactly(new Example(Example.Kind.RETURNS, List.of("x = 1"), "f(0)", "[4]", ""));
  }

  @Test
  void errorsAndCallsThatAreNotUnderstoodAreNotVaried() {
    Example error = new Example(Example.Kind.RAISES, List.of(), "f(2)", "ValueError", "");
    assertThat(new VariedCalls(LanguageId.PYTHON, 9).of(List.of(error))).isEmpty();
    assertThat(python(9, "f(x)", "f()", "f(1).g()", "f(n=1)")).isEmpty();
  }

  private static List<String> python(int most, String... calls) {
    return of(LanguageId.PYTHON, most, calls);
  }

  private static List<String> of(LanguageId language, int most, String... calls) {
    List<Example> examples =
        Arrays.stream(calls)
            .map(call -> new Example(Example.Kind.RETURNS, List.of(), call, "0", call))
            .toList();
    return new VariedCalls(language, most).of(examples).stream().map(Example::call).toList();
  }
}
