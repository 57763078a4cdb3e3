package dev.hone.sandbox.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelperTest {
  /// Versions of Landlock: none, of Linux 5.13, of 5.19, of 6.12. A kernel of any age may have
  /// none.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | no Landlock inside: this kernel has none, or its lsm= leaves it out
          1 | no Landlock inside: it takes Linux 5.19 or later
          2 | Landlock inside, by the helper in C
          6 | Landlock inside, by the helper in C
          """)
  void itSaysWhyThereIsNoSecondWall(int landlock, String words) {
    Helper helper = new Helper.Ready(Path.of("/helper"), landlock);

    assertThat(helper.inside("left out")).isEqualTo(words);
    assertThat(helper.alone())
        .isEqualTo(
            landlock < 6
                ? "by the Java launcher: the helper in C takes Linux 6.12 or later"
                : "by the helper in C");
  }
}
