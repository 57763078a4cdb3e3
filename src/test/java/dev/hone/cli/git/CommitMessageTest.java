package dev.hone.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitMessageTest {
  @Test
  void aShortRequirementIsTheSubjectAlone() {
    assertThat(CommitMessage.of("Round  to cents", "261123-233528-k3").text())
        .isEqualTo("Round to cents\n\nHone-Run: 261123-233528-k3\n");
  }

  @Test
  void aLongLineIsCutBetweenWordsAndStandsWholeBelow() {
    String text = "discount shall raise ValueError if percent is below 0 or above 100, and say so";

    assertThat(CommitMessage.of(text, "k3"))
        .isEqualTo(
            new CommitMessage(
                "discount shall raise ValueError if percent is below 0 or above 100, and…",
                text + "\n\nHone-Run: k3"));
  }

  @Test
  void noSubjectIsLongerThan72Characters() {
    assertThat(CommitMessage.of("界".repeat(80), "k3").subject()).isEqualTo("界".repeat(71) + "…");
    assertThat(CommitMessage.of("x".repeat(72), "k3").subject()).isEqualTo("x".repeat(72));
  }

  @Test
  void nothingThatSteersATerminalIsKept() {
    assertThat(CommitMessage.of("Use\u001b[31m *\u0007\r\nnow", "k3").text())
        .isEqualTo("Use [31m *\n\nUse [31m *\nnow\n\nHone-Run: k3\n");
  }
}
