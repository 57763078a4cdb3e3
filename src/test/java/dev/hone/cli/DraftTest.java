package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DraftTest {
  @Test
  void commentsAreLeftOutAndCodeIsNot() {
    assertThat(
            Draft.text(
                """

                Write f(n).
                # a thought
                #
                #include <stdio.h> stays
                ```python
                # what it does
                f(2) == 4
                ```
                # the end
                """))
        .isEqualTo(
            """
            Write f(n).
            #include <stdio.h> stays
            ```python
            # what it does
            f(2) == 4
            ```""");
  }

  @Test
  void theExplanationIsLeftOutBelowAFenceThatWasNeverClosed() {
    Draft draft = Draft.beginning("```\nf(2) == 4");

    assertThat(draft.text()).isEqualTo("```\nf(2) == 4");
    draft.delete();
  }

  @Test
  void whatIsKeptIsReadByStandardInputAsItIs() throws IOException {
    Draft draft = Draft.beginning("Write f(n)");

    String kept = draft.keep();

    Path file = Path.of(kept.substring(kept.lastIndexOf(' ') + 1));
    assertThat(kept)
        .isEqualTo("the text is kept in %s; go on from it by: hone - < %s".formatted(file, file));
    assertThat(Files.readString(file)).isEqualTo("Write f(n)\n");
    draft.delete();
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsEmptyIsNotKept() {
    Draft draft = Draft.beginning("");

    assertThat(draft.text()).isEmpty();
    assertThat(draft.keep()).isEmpty();
    draft.delete();
  }
}
