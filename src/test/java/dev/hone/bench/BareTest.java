package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.LanguageId;
import dev.hone.requirement.ExampleReader;
import org.junit.jupiter.api.Test;

class BareTest {
  @Test
  void aSessionGoesWithWhatItPrints() {
    String text =
        """
        def twice(n: int) -> int:
            \"""Doubles a number.
            >>> twice(2)
            4
            >>> twice(-1)
            -2
            \"""
        """;
    assertThat(Bare.text(text, LanguageId.PYTHON))
        .isEqualTo(
            """
            def twice(n: int) -> int:
                \"""Doubles a number.
                \"""\
            """);
  }

  @Test
  void linesWithExamplesGoAndTheirHeadingToo() {
    String text =
        """
        Write a Python function twice(n) that doubles a number.
        Zero stays zero.
        For example:
        twice(2) == 4
        twice(3) ➞ 6
        """;
    String bare = Bare.text(text, LanguageId.PYTHON);
    assertThat(bare)
        .isEqualTo("Write a Python function twice(n) that doubles a number.\nZero stays zero.");
    assertThat(new ExampleReader().read(bare, LanguageId.PYTHON)).isEmpty();
  }

  @Test
  void commentsOfOtherLanguagesLoseTheirExamples() {
    String text =
        """
        /// Doubles a number.
        /// >>> twice(2)
        /// 4
        ///
        /// twice(3) => 6
        /// >>> twice(0)
        /// 0
        fn twice(n: i32) -> i32 {
        """;
    assertThat(Bare.text(text, LanguageId.RUST))
        .isEqualTo("/// Doubles a number.\n///\nfn twice(n: i32) -> i32 {");
  }

  @Test
  void aTextWithoutExamplesStaysAsItIs() {
    String text = "Write twice(n).\n\nIt returns the double of n, as in 2 and 4.";
    assertThat(Bare.text(text, LanguageId.PYTHON)).isEqualTo(text);
  }
}
