package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeDiffTest {
  @Test
  void theSameCodeHasNoDifference() {
    assertThat(CodeDiff.of(files("a.py", "x\n"), files("a.py", "x\n"))).isEmpty();
    assertThat(CodeDiff.of(List.of(), List.of())).isEmpty();
  }

  @Test
  void aChangedLineStandsBetweenThreeLinesOfContext() {
    assertThat(CodeDiff.of(files("a.py", numbers(0)), files("a.py", numbers(5))))
        .isEqualTo(
            """
            --- a/a.py
            +++ b/a.py
            @@ -2,7 +2,7 @@
             2
             3
             4
            -5
            +50
             6
             7
             8
            """);
  }

  @Test
  void filesThatCameOrWentAreWhole() {
    assertThat(CodeDiff.of(files("b.py", "b\n"), files("a.py", "a\n")))
        .isEqualTo(
            """
            --- /dev/null
            +++ b/a.py
            @@ -0,0 +1,1 @@
            +a
            --- a/b.py
            +++ /dev/null
            @@ -1,1 +0,0 @@
            -b
            """);
  }

  @Test
  void aMissingLineEndIsADifference() {
    assertThat(CodeDiff.of(files("a.py", "x\ny"), files("a.py", "x\ny\n")))
        .isEqualTo(
            """
            --- a/a.py
            +++ b/a.py
            @@ -1,2 +1,2 @@
             x
            -y
            \\ No newline at end of file
            +y
            """);
  }

  private static String numbers(int changed) {
    return String.join(
            "\n",
            IntStream.rangeClosed(1, 9)
                .mapToObj(i -> i == changed ? i + "0" : Integer.toString(i))
                .toList())
        + "\n";
  }

  private static List<SourceFile> files(String... pathsAndContents) {
    List<String> words = Arrays.asList(pathsAndContents);
    return IntStream.range(0, words.size() / 2)
        .mapToObj(i -> new SourceFile(words.get(2 * i), words.get(2 * i + 1)))
        .toList();
  }
}
