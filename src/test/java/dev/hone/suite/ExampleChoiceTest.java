package dev.hone.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExampleChoiceTest {
  private final ExampleChoice choice = new ExampleChoice(4);

  @Test
  void fewExamplesAreAllKept() {
    List<Example> few = List.of(error("f(1)"), value("f(2)"), value("f(3)"));
    assertThat(choice.of(few)).isEqualTo(few);
  }

  @Test
  void errorsAtTheEndAreNotCrowdedOut() {
    List<Example> many =
        Stream.concat(ordinary(8), Stream.of(error("f(-1)"), error("f('')"), error("f(None)")))
            .toList();
    assertThat(calls(choice.of(many))).containsExactly("f(1)", "f(8)", "f(-1)", "f('')");
  }

  @Test
  void errorsFillTheirPlacesWhereThereIsLittleElse() {
    List<Example> many =
        List.of(value("f(1)"), error("f(-1)"), error("f('')"), error("f(None)"), error("f([])"));
    assertThat(calls(choice.of(many))).containsExactly("f(1)", "f(-1)", "f('')", "f(None)");
  }

  @Test
  void aCallOfAnotherShapeComesBeforeOneMoreOfTheSame() {
    List<Example> many =
        Stream.concat(ordinary(6), Stream.of(value("f(-7)"), value("f(0.5)"))).toList();
    assertThat(calls(choice.of(many))).containsExactly("f(1)", "f(6)", "f(-7)", "f(0.5)");
  }

  @Test
  void callsOfOneShapeAreTakenFromAllOverTheList() {
    assertThat(calls(choice.of(ordinary(9).toList())))
        .containsExactly("f(1)", "f(3)", "f(5)", "f(9)");
  }

  @Test
  void longerListsOfTheSameLookAlikeAndShortOnesDoNot() {
    List<Example> many =
        List.of(
            value("f([1, 2])"),
            value("f([3, 4, 5])"),
            value("f([6, 7, 8, 9])"),
            value("f([])"),
            value("f([1])"),
            value("f([-1, 2])"));
    assertThat(calls(choice.of(many)))
        .containsExactly("f([1, 2])", "f([])", "f([1])", "f([-1, 2])");
  }

  private static Stream<Example> ordinary(int number) {
    return IntStream.rangeClosed(1, number).mapToObj(n -> value("f(" + n + ")"));
  }

  private static Example value(String call) {
    return new Example(Example.Kind.RETURNS, List.of(), call, "1", call + " == 1");
  }

  private static Example error(String call) {
    return new Example(Example.Kind.RAISES, List.of(), call, "ValueError", call + " raises");
  }

  private static List<String> calls(List<Example> examples) {
    return examples.stream().map(Example::call).toList();
  }
}
