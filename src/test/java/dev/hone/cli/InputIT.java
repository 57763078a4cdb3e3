package dev.hone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.cli.terminal.PseudoTerminal;
import dev.hone.cli.terminal.Size;
import dev.hone.result.Exchange;
import dev.hone.runlog.Planning;
import dev.hone.runlog.RunLog;
import dev.hone.runlog.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person types into the whole program on a real terminal, with a model that has a script
/// and a real sandbox.
class InputIT {
  private static final String REQUIREMENT =
      "Write add(a: int, b: int) -> int that returns the sum. add(2, 3) == 5";
  // says nothing of its language
  private static final String UNTYPED = "Write add(a, b) that returns the sum. add(2, 3) == 5";
  private static final String CODE =
      "def add(a: int, b: int) -> int:\n    \"\"\"Add.\"\"\"\n    return a + b\n";
  private static final List<String> PLAN = List.of("FILES\n\nSTEPS\n1. Add the numbers.");
  private static final List<String> WRITTEN = List.of("```python\n" + CODE + "```\n");
  private static final List<String> TESTS =
      List.of(
          "```python\nfrom solution import add\n\n\ndef test_adds():\n    assert add(2, 2) == 4\n```\n");

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>(System.getenv());

  // Downloads stay in the usual cache; log and settings are the test's own.
  @BeforeEach
  void aTerminalWithAPerson() {
    environment.keySet().removeIf(name -> name.endsWith("_API_KEY") || name.startsWith("HONE_"));
    List.of("CI", "NO_COLOR", "COLUMNS", "LINES", "VISUAL").forEach(environment::remove);
    environment.put("TERM", "xterm-256color");
    environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
  }

  @Test
  void anEditorHasTheTerminalAndWhatItSavesIsSolved() throws Exception {
    environment.put(
        "EDITOR",
        editor(
            """
            trap 'echo caught' INT
            # no person is so quick that Hone does not ignore the key yet
            until grep -q 'SigIgn:.*[2367abef]$' "/proc/$PPID/status"; do sleep 0.01; done
            echo ready
            while ! read -r line; do :; done
            printf '%s\\n# a comment\\n' "$line" > "$1"
            """));
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, WRITTEN, TESTS));
        PseudoTerminal terminal = solve(model, "--edit", "--language", "python")) {
      terminal.await(shown -> shown.text().contains("ready"));
      // for the editor, not for Hone
      terminal.interrupt();
      terminal.await(shown -> shown.text().contains("caught"));
      terminal.type(REQUIREMENT);

      assertThat(terminal.end()).as(terminal.raw()).isZero();
      assertThat(terminal.out()).isEqualTo(CODE);
      assertThat(requirement()).isEqualTo(REQUIREMENT);
    }
  }

  @Test
  void controlCWorksAgainBehindTheEditor() throws Exception {
    environment.put("EDITOR", editor("echo '" + REQUIREMENT + "' > \"$1\""));
    List<String> held = List.of("```python\ndef add", WaitingModel.HOLD, "\n");
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, held));
        PseudoTerminal terminal = solve(model, "--edit", "--language", "python")) {
      terminal.await(shown -> shown.text().contains("def add"));
      terminal.interrupt();

      assertThat(terminal.end()).as(terminal.raw()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(requirement()).isEqualTo(REQUIREMENT);
    }
  }

  @Test
  void aPersonIsAskedByRuleAndByALargeModelBeforeTheRun() throws Exception {
    List<String> questions = List.of("- May numbers be ", "negative?\n");
    try (WaitingModel model = WaitingModel.answering(List.of(questions, PLAN, WRITTEN, TESTS));
        PseudoTerminal terminal = solve(model, UNTYPED, "--clarify")) {
      terminal.await(shown -> shown.text().contains("[python]"));
      assertThat(terminal.screen().text())
          .contains("2 questions before the run; Enter alone skips one");
      terminal.type("");
      terminal.await(shown -> shown.text().contains("May numbers be negative?"));
      terminal.type("ja, größer als −5 auch");

      assertThat(terminal.end()).as(terminal.raw()).isZero();
      assertThat(terminal.out()).isEqualTo(CODE);
      RunRecord run = run();
      assertThat(run.start().requirement().text())
          .isEqualTo(UNTYPED + "\n\nMay numbers be negative? ja, größer als −5 auch");
      assertThat(((Planning.Made) run.planning()).exchanges())
          .extracting(Exchange::role)
          .containsExactly("clarify", "plan");
      // all four replies, that to the question with them
      assertThat(terminal.screen().text()).contains("tokens    4000 in");
    }
  }

  @Test
  void controlCAtAQuestionEndsBeforeTheRun() throws Exception {
    try (WaitingModel model = WaitingModel.answering(List.of(List.of("NONE")));
        PseudoTerminal terminal = solve(model, "Sort names", "--clarify")) {
      terminal.await(shown -> shown.text().contains("[python]"));
      terminal.interrupt();

      assertThat(terminal.end()).as(terminal.raw()).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(terminal.raw()).contains("hone: interrupted");
      assertThat(terminal.out()).isEmpty();
    }
  }

  @Test
  void onABuildServerNobodyIsAsked() throws Exception {
    environment.put("CI", "true");
    try (WaitingModel model = WaitingModel.answering(List.of(PLAN, WRITTEN, TESTS));
        PseudoTerminal terminal = solve(model, REQUIREMENT, "--clarify")) {
      assertThat(terminal.end()).as(terminal.raw()).isZero();
      assertThat(terminal.raw()).startsWith("--clarify: nobody is here to ask");
      assertThat(requirement()).isEqualTo(REQUIREMENT);
    }
  }

  private String requirement() {
    return run().start().requirement().text();
  }

  private RunRecord run() {
    try (RunLog log = RunLog.open(folder.resolve("data/hone/runs.db"))) {
      return log.find(log.runs(1).getFirst().runId()).orElseThrow();
    }
  }

  private String editor(String commands) throws IOException {
    Path script = Files.writeString(folder.resolve("editor.sh"), "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script.toString();
  }

  private PseudoTerminal solve(WaitingModel model, String... words) throws IOException {
    List<String> program = new ArrayList<>(List.of("dev.hone.cli.Main", "solve"));
    program.addAll(List.of(words));
    program.addAll(List.of("--timeout", "300", "--model", model.name()));
    return PseudoTerminal.start(folder, new Size(80, 24), environment, program);
  }
}
