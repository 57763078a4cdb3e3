package dev.hone.language.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hone.language.Diagnostic;
import dev.hone.language.ToolchainException;
import dev.hone.language.runner.Programs;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real mypy of the interpreter, where it has one.
class MypyIT {
  private static final Path CACHE = Path.of("target", "toolchains");
  private static final String WRONG = "def half(n: int) -> int:\n    return n / 2\n";

  private final Python checked = new Python(CACHE, Progress.silent(), Map.of("HONE_MYPY", "1"));

  @TempDir private Path folder;

  @Test
  void whatMypyObjectsToIsAFaultWhereAPersonWantsIt() {
    assumeTrue(hasMypy(), "the interpreter has no mypy; python3 -m pip install mypy");
    Workbench bench = new Workbench(checked, folder).with("solution.py", WRONG);

    assertThat(bench.gate("solution.py"))
        .containsExactly(
            new Diagnostic(
                "solution.py",
                2,
                12,
                "return-value",
                "Incompatible return value type (got \"float\", expected \"int\")",
                "return n / 2"));
    bench.with("solution.py", WRONG.replace("n / 2", "n // 2"));
    bench.with("test_solution.py", "from solution import nothing\nx: int = ''\n");
    assertThat(bench.gate("solution.py", "test_solution.py")).isEmpty();
  }

  @Test
  void withoutTheVariableTypesAreNotChecked() {
    Workbench bench =
        new Workbench(new Python(CACHE, Progress.silent()), folder).with("solution.py", WRONG);

    assertThat(bench.gate("solution.py")).isEmpty();
  }

  @Test
  void anInterpreterWithoutMypyIsToldHowToGetIt() {
    assumeFalse(hasMypy(), "the interpreter has mypy");

    assertThatThrownBy(checked::installed)
        .isInstanceOf(ToolchainException.class)
        .hasMessageContaining("-m pip install mypy, or unset HONE_MYPY");
  }

  private static boolean hasMypy() {
    String interpreter = new Python(CACHE, Progress.silent()).installed().program().toString();
    return !Programs.ask(List.of(interpreter, "-m", "mypy", "--version")).isEmpty();
  }
}
