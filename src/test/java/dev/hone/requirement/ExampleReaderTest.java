package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hone.language.Example;
import dev.hone.language.LanguageId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleReaderTest {
  private final ExampleReader reader = new ExampleReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f(2) == 4",
        "f(2) => 4",
        "f(2) -> 4",
        "f(2) ➞ 4",
        "f(2) → 4, f(x) → x",
        "f(2) == 4, because two times two is four",
        "f(2) returns 4.",
        "f(2) should return 4",
        "`f(2)` should return `4`.",
        "f(2)  # => 4",
        "f(2) gibt 4 zurück",
        "f(2) = 4",
        "f(2) ==> 4",
        ">>> f(2) == 4",
        "for f(2) == 4",
        "assert f(2) == 4, \"twice\"",
        "- f(2) == 4",
        "(f(2) == 4)",
        "| f(2) | 4 |",
        ">>> f(2)\n4"
      })
  void aCallAndItsValueAreRead(String text) {
    assertThat(read(text)).containsExactly("RETURNS f(2) 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for f(n) the result is n",
        "f(x) -> int",
        "f(x: int) -> int",
        "f() -> None",
        "f(2) returns the sum",
        "f(2) returns 3 elements",
        "f(2) == 4 or f(2) == 5",
        "f(2) == [1, 2",
        "f(2) == [1, ...]",
        "f(2) + 1 == 5",
        "1 + f(2) == 5",
        "not f(2) == 4",
        "f(2) == g",
        "f(n) = f(n - 1) + 1, where f(2) = 4",
        "f(2) == x + 1",
        "def f(a=2) == 4",
        "stack.pop() == 4",
        "f(2) returns hello"
      })
  void whatIsNotCertainIsLeftOut(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void severalOnALineAreReadInOrder() {
    assertThat(read("f(1) == 'a', f(2) == 'b' and f(3) raises ValueError."))
        .containsExactly("RETURNS f(1) 'a'", "RETURNS f(2) 'b'", "RAISES f(3) ValueError");
  }

  @Test
  void earlierLinesOfASessionAreItsSetup() {
    assertThat(reader.read(">>> s = Stack()\n>>> s.push(1)\n>>> s.pop()\n1", LanguageId.PYTHON))
        .containsExactly(
            new Example(
                Example.Kind.RETURNS,
                List.of("s = Stack()", "s.push(1)"),
                "s.pop()",
                "1",
                ">>> s.pop()\n1"));
  }

  @Test
  void aSentenceRightBelowAValueIsNoPartOfIt() {
    for (LanguageId language : List.of(LanguageId.TYPESCRIPT, LanguageId.PYTHON)) {
      assertThat(reader.read("// >>> f(\"1.5\")\n// 15\n// Note:\n// It is rounded.\n", language))
          .extracting(Example::call, Example::expected)
          .containsExactly(tuple("f(\"1.5\")", "15"));
    }
    assertThat(reader.read(">>> f(1)\n[1,\n 2]\n", LanguageId.PYTHON))
        .extracting(Example::expected)
        .containsExactly("[1,\n 2]");
    assertThat(reader.read(">>> f(1)\n1\nTrue\n", LanguageId.PYTHON)).isEmpty();
  }

  @Test
  void aConditionThatIsMoreThanAnEqualityIsAnAssertion() {
    assertThat(read("assert abs(f(0.5) - 1.5) < 1e-6"))
        .containsExactly("ASSERTS abs(f(0.5) - 1.5) < 1e-6 ");
  }

  @Test
  void aTracebackIsAnError() {
    assertThat(
            read(">>> f(-1)\nTraceback (most recent call last):\n    ...\nValueError: negative\n"))
        .containsExactly("RAISES f(-1) ValueError");
  }

  @Test
  void valuesMaySpanLines() {
    assertThat(read("f(2) == [\n  1,\n  2,\n]\n")).containsExactly("RETURNS f(2) [ 1, 2, ]");
  }

  @Test
  void constantsAreWrittenAsTheLanguageDoes() {
    assertThat(reader.read("f(2) returns True", LanguageId.JAVASCRIPT))
        .extracting(Example::expected)
        .containsExactly("true");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "typed-examples.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      ignoreLeadingAndTrailingWhitespace = false)
  void examplesOfLanguagesWithTypesAreRead(String language, String text, String read) {
    List<String> found =
        reader.read(text.replace("¶", "\n"), LanguageId.of(language).orElseThrow()).stream()
            .map(e -> e.kind() + " " + e.call() + " ⇒ " + e.expected())
            .toList();
    assertThat(found.isEmpty() ? "-" : String.join(" ¶ ", found)).isEqualTo(read);
  }

  @Test
  void linesThatMakeAnObjectAreTheSetupOfWhatIsCalledOnIt() {
    String text =
        "Stack s = new Stack();\ns.push(1);\ns.pop();  // 1\ns.pop();  // throws EmptyStackException";
    assertThat(reader.read(text, LanguageId.JAVA))
        .extracting(e -> e.kind() + " " + e.setup() + " " + e.call() + " " + e.expected())
        .containsExactly(
            "RETURNS [Stack s = new Stack();, s.push(1);] s.pop() 1",
            "RAISES [Stack s = new Stack();, s.push(1);, s.pop();] s.pop() EmptyStackException");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "go|s := NewStack()|s.Pop() // 1",
        "rust|let mut s = Stack::new();|assert_eq!(s.pop(), 1);",
        "cpp|Stack<int> s;|s.pop(); // 1",
        "typescript|const s = new Stack<number>();|s.pop(); // => 1",
        "c|stack_t *s = stack_new();|stack_pop(s); // 1"
      })
  void sessionsAreReadInEachLanguage(String language, String makes, String calls) {
    assertThat(reader.read(makes + "\n" + calls, LanguageId.of(language).orElseThrow()))
        .extracting(e -> e.setup() + " " + e.expected())
        .containsExactly(List.of(makes) + " 1");
  }

  @Test
  void aTableOfOneFunctionIsRead() {
    String text =
        "| a | b | result |\n|---|---|---|\n| 1 | 2 | 3 |\n| `-1` | 1 | 0 |\n| x | 1 | 2 |";
    assertThat(reader.read(text, LanguageId.C, List.of("add")))
        .extracting(e -> e.call() + " " + e.expected())
        .containsExactly("add(1, 2) 3", "add(-1, 1) 0");
  }

  @Test
  void inputAndOutputInACommentAreRead() {
    String text = "// Input: xs = {1, 2}, n = 3\n// Output: 6\nFor n = 2, the result should be 4.";
    assertThat(reader.read(text, LanguageId.CPP, List.of("f")))
        .extracting(e -> e.call() + " " + e.expected())
        .containsExactly("f({1, 2}, 3) 6", "f(2) 4");
  }

  private List<String> read(String text) {
    return reader.read(text, LanguageId.PYTHON).stream()
        .map(e -> (e.kind() + " " + e.call() + " " + e.expected()).replaceAll("\\s+", " "))
        .toList();
  }
}
