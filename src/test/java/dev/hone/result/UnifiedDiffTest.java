package dev.hone.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void aChangedLineStandsAmongThreeOnEachSide() {
    assertThat(diff("a\nb\nc\nd\ne\nf\ng\nh\ni\n", "a\nb\nc\nd\nE\nf\ng\nh\ni\n"))
        .isEqualTo(
            """
            --- a/x.py
            +++ b/x.py
            @@ -2,7 +2,7 @@
             b
             c
             d
            -e
            +E
             f
             g
             h
            """);
  }

  @Test
  void aMissingEndOfTheLastLineIsSaid() {
    assertThat(diff("a", "a\n"))
        .isEqualTo(
            """
            --- a/x.py
            +++ b/x.py
            @@ -1,1 +1,1 @@
            -a
            \\ No newline at end of file
            +a
            """);
  }

  @Test
  void aFurtherFileComesFromNowhereAndAnUnchangedOneIsLeftOut() {
    List<SourceFile> before = List.of(new SourceFile("x.py", "a\n"));
    List<SourceFile> after =
        List.of(new SourceFile("x.py", "a\n"), new SourceFile("y.py", "b\nc\n"));

    assertThat(UnifiedDiff.of(before, after))
        .isEqualTo(
            """
            --- /dev/null
            +++ b/y.py
            @@ -0,0 +1,2 @@
            +b
            +c
            """);
  }

  @Test
  void equalFilesHaveNoDiff() {
    assertThat(diff("a\n", "a\n")).isEmpty();
  }

  private static String diff(String before, String after) {
    return UnifiedDiff.of(
        List.of(new SourceFile("x.py", before)), List.of(new SourceFile("x.py", after)));
  }
}
