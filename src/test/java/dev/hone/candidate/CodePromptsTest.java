package dev.hone.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.python.Python;
import dev.hone.model.Prompt;
import dev.hone.model.Prompts;
import dev.hone.plan.Plan;
import dev.hone.plan.RulePlanner;
import dev.hone.progress.Progress;
import dev.hone.requirement.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodePromptsTest {
  private static final SourceFile CODE =
      new SourceFile("calc.py", "def add(a, b):\n    return a + b\n");

  @TempDir Path cache;

  @Test
  void codeThatIsToBeChangedIsShownAndAskedForWhole() {
    Requirement requirement =
        new Requirement("Let add take texts too.", "", List.of(), List.of(CODE), List.of());

    assertThat(user(change(requirement, List.of())))
        .isEqualTo(
            """
            This is `calc.py`:
            ```python
            def add(a, b):
                return a + b
            ```

            Change it as follows:
            Let add take texts too.

            Keep everything else as it is: the names, the comments, the other functions.
            Reply with one ```python block that holds the whole file, every line of it, and nothing else.\
            """);
  }

  @Test
  void whatWentWrongWithOtherChangesIsSaid() {
    Requirement requirement =
        new Requirement("Let add take texts too.", "", List.of(), List.of(CODE), List.of());

    assertThat(user(change(requirement, List.of("add('1', 2) returned 3, expected '12'"))))
        .contains(
            """
            Let add take texts too.

            Other changes failed here, so make sure that yours does not:
            - add('1', 2) returned 3, expected '12'

            Keep""");
  }

  // The prompts of runs that write code from nothing are measured: they stay as they are.
  @Test
  void codeFromNothingIsAskedForAsEver() {
    Requirement requirement =
        new Requirement("Write a Python function add(a, b) that adds.", "", List.of());
    Language python = new Python(cache, Progress.silent());
    Plan plan = new RulePlanner().plan(requirement, python).plan();

    Prompt prompt = new CodePrompts(Prompts.OWN).write(requirement, plan, python.idioms(), 0);

    assertThat(prompt.hash()).isEqualTo("73229e59e2a0");
    assertThat(user(prompt))
        .startsWith("Requirement:\nWrite a Python function add(a, b) that adds.\n\n")
        .contains("Write `solution.py` offering `def add(a, b)`.")
        .endsWith("Reply with one ```python block that holds the whole file, and nothing else.");
  }

  private Prompt change(Requirement requirement, List<String> failures) {
    Language python = new Python(cache, Progress.silent());
    Plan plan = new RulePlanner().plan(requirement, python).plan();
    return new CodePrompts(Prompts.OWN).change(requirement, plan, python.idioms(), failures);
  }

  private static String user(Prompt prompt) {
    return prompt.messages().getLast().text();
  }
}
