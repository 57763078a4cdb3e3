package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.terminal.Cells;
import dev.hone.cli.terminal.PseudoTerminal;
import dev.hone.cli.terminal.ScreenModel;
import dev.hone.cli.terminal.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The whole program on a real terminal, with a model that waits for the test and a real sandbox.
class TerminalIT {
  private static final String CODE =
      "def add(a: int, b: int) -> int:\n    \"\"\"Add.\"\"\"\n    return a + b\n";
  private static final List<String> PLAN = List.of("FILES\n\nSTEPS\n1. Add the numbers.");
  private static final List<String> CODE_IN_PARTS =
      List.of(
          "```python\ndef add(a: int, b: int) -> int:\n",
          "    \"\"\"Add.\"\"\"\n    ret",
          WaitingModel.HOLD,
          "urn a + b\n```\n");
  private static final List<String> TESTS =
      List.of(
          """
          ```python
          from solution import add


          def test_adds():
              assert add(2, 2) == 4
          ```
          """);

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  // Downloads stay in the usual cache; log and settings are the test's own.
  @BeforeEach
  void aTerminalThatCanDraw() {
    environment.keySet().removeIf(name -> name.endsWith("_API_KEY") || name.startsWith("HONE_"));
    List.of("CI", "NO_COLOR", "COLUMNS", "LINES").forEach(environment::remove);
    environment.put("TERM", "xterm-256color");
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 80, 200})
  void aRunIsDrawnInOnePlaceAndLeavesItsAccount(int columns) throws Exception {
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, CODE_IN_PARTS, TESTS));
        PseudoTerminal terminal = solve(model, new Size(columns, 30))) {
      ScreenModel screen = terminal.await(shown -> shown.text().contains("    ret"));
      List<String> lines = screen.lines();
      assertThat(lines).allSatisfy(line -> assertThat(Cells.width(line)).isLessThan(columns));
      assertThat(lines).element(1).asString().startsWith("round 1 of 3");
      assertThat(screen.text())
          .contains("candidate 1 of 3", "writing code", "1000 tokens in")
          .contains("\ndef add(a: int, b");
      assertThat(lines).endsWith("    \"\"\"Add.\"\"\"", "    ret");
      assertThat(screen.cursor()).isFalse();

      model.goOn();
      assertThat(terminal.end()).as(terminal.raw()).isZero();
      assertThat(terminal.out()).isEqualTo(CODE);
      // The account is as wide as it is, so that of a narrow screen only its place is looked at.
      assertThat(screen.text()).contains("verdict   Passed").doesNotContain("candidate 1 of");
      assertThat(screen.cursor()).isTrue();
      assertThat(terminal.raw()).contains("\u001b[35mdef\u001b[0m");
    }
  }

  @Test
  void aTerminalThatChangesItsSizeIsDrawnAnew() throws Exception {
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, CODE_IN_PARTS, TESTS));
        PseudoTerminal terminal = solve(model, new Size(80, 24))) {
      terminal.await(shown -> shown.text().contains("round 1 of 3 · candidate 1 of 3 · writing"));
      terminal.resize(24, 24);
      ScreenModel screen =
          terminal.await(
              shown ->
                  shown.lines().contains("round 1 of 3") && shown.text().endsWith("\n    ret"));
      assertThat(screen.lines()).contains("candidate 1 of 3", "def add(a: int, b: int…");
      terminal.resize(100, 40);
      terminal.await(
          shown ->
              shown.lines().contains("def add(a: int, b: int) -> int:")
                  && shown.text().contains("round 1 of 3 · candidate 1 of 3 · writing"));

      model.goOn();
      assertThat(terminal.end()).as(terminal.raw()).isZero();
      assertThat(screen.text()).contains("verdict   Passed").doesNotContain("candidate 1 of");
    }
  }

  @ParameterizedTest
  @CsvSource({"NO_COLOR, 1", "TERM, dumb", "CI, true"})
  void whereNothingIsToBeDrawnPlainLinesAre(String name, String value) throws Exception {
    environment.put(name, value);
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, CODE_IN_PARTS, TESTS))) {
      model.goOn();
      try (PseudoTerminal terminal = solve(model, new Size(60, 40))) {
        assertThat(terminal.end()).as(terminal.raw()).isZero();
        assertThat(terminal.raw())
            .contains("language: python (by option)\r\n", "round 1: writing code\r\n")
            .contains("round 1: Passed, 2 of 2 tests passed\r\n")
            .doesNotContain("\u001b", "candidate 1");
        assertThat(terminal.out()).isEqualTo(CODE);
      }
    }
  }

  @Test
  void controlCErasesTheViewAndGivesTheBestSoFar() throws Exception {
    List<String> code = CODE_IN_PARTS.stream().filter(p -> !p.equals(WaitingModel.HOLD)).toList();
    List<String> tests =
        List.of("```python\nfrom solution", WaitingModel.HOLD, " import add\n```\n");
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, code, tests));
        PseudoTerminal terminal = solve(model, new Size(80, 24))) {
      terminal.await(shown -> shown.text().contains("from solution"));
      terminal.interrupt();

      assertThat(terminal.end()).as(terminal.raw()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(terminal.out()).isEqualTo(CODE);
      assertThat(terminal.screen().text())
          .contains("stopping; Ctrl-C again ends at once", "verdict   Passed")
          .doesNotContain("from solution", "candidate 1");
      assertThat(terminal.screen().cursor()).isTrue();
    }
  }

  @Test
  void aSecondControlCEndsAtOnce() throws Exception {
    try (PseudoTerminal terminal =
        PseudoTerminal.start(
            folder, new Size(60, 10), environment, List.of("dev.hone.cli.Stubborn"))) {
      terminal.await(shown -> shown.text().contains("working on and on"));
      terminal.interrupt();
      ScreenModel screen = terminal.await(shown -> shown.text().contains("stopping"));
      assertThat(screen.text()).doesNotContain("working on and on");
      assertThat(screen.cursor()).isTrue();
      terminal.interrupt();
      // by the signal, number 2, which shells show as 130
      assertThat(terminal.end()).isEqualTo(202);
    }
  }

  private PseudoTerminal solve(WaitingModel model, Size size) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                "dev.hone.cli.Main",
                "solve",
                "Write add(a: int, b: int) -> int that returns the sum. add(2, 3) == 5",
                "--language",
                "python",
                "--timeout",
                "300",
                "--model",
                model.name()));
    return PseudoTerminal.start(folder, size, environment, words);
  }
}
