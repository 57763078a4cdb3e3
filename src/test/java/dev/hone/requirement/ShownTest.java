package dev.hone.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void aTextWithoutFilesIsShownToTheLetter() {
    Requirement requirement = new Requirement(" Write f.\n", "", List.of());

    assertThat(Shown.withCode(requirement)).isEqualTo(" Write f.\n");
    assertThat(Shown.withContext(requirement)).isEqualTo(" Write f.\n");
  }

  @Test
  void filesToReadStandBehindTheText() {
    Requirement requirement =
        new Requirement(
            "Write f.", "", List.of(), List.of(), List.of(new SourceFile("lib/a.py", "x = 1\n")));

    assertThat(Shown.withContext(requirement))
        .isEqualTo(
            """
            Write f.

            These files are there already and stay as they are:
            `lib/a.py`:
            ```python
            x = 1
            ```\
            """);
  }

  @Test
  void aLongFileToReadSaysWhatIsLeftOut() {
    SourceFile file = new SourceFile("a.py", "x = 1234\n".repeat(1000));

    SourceFile shown = Shown.trimmed(List.of(file)).getFirst();

    assertThat(shown.content()).hasSizeLessThan(Shown.MOST_OF_A_FILE + 40);
    assertThat(shown.content()).endsWith("x = 1234\n[… 334 more lines]\n");
  }

  @Test
  void codeWithBackticksIsFencedByMoreOfThem() {
    Requirement requirement =
        new Requirement(
            "Change f.",
            "",
            List.of(),
            List.of(new SourceFile("a.py", "\"\"\"\n```\nf()\n```\n\"\"\"\n")),
            List.of());

    assertThat(Shown.code(requirement)).startsWith("````python\n").endsWith("\n````");
  }
}
