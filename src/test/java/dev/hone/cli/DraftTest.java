package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(draft.kept()).contains("go on from it by: hone - < ");
    draft.delete();
  }

  @Test
  void whatIsEmptyIsNotKept() {
    Draft draft = Draft.beginning("");

    assertThat(draft.text()).isEmpty();
    assertThat(draft.kept()).isEmpty();
    draft.delete();
  }
}
