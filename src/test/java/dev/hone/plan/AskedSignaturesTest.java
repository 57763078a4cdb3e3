package dev.hone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedSignaturesTest {
  private static final String SIGNATURE = "func Div(a, b int) int";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write `func Div(a, b int) int` in Go. Div(4, 2) == 2",
        "Write in Go:\n\n```go\nfunc Div(a, b int)\n    int\n```\nIt divides.",
        "A Go function func Div(a, b int) int that divides. The arguments are not changed."
      })
  void whatStandsInTheTextIsAsked(String text) {
    assertThat(asked(text)).containsExactly(SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write a Go function that divides two numbers",
        "Make this return an error when b is 0: `func Div(a, b int) int`",
        "Handle zero in\n```go\nfunc Div(a, b int) int {\n\treturn a / b\n}\n```",
        "Beside `func Div(a, b int) int` there is `func Div(a, b int) (int, error)`",
        "Change `func Div(a, b int) int` so that it fails for zero"
      })
  void whatIsProposedOrToBeChangedIsNotAsked(String text) {
    assertThat(asked(text)).isEmpty();
  }

  private static List<String> asked(String text) {
    Plan plan =
        new Plan(
            LanguageId.GO,
            List.of(SIGNATURE),
            List.of("Div"),
            List.of("solution.go"),
            List.of(),
            List.of(),
            List.of());
    return AskedSignatures.in(text, plan);
  }
}
