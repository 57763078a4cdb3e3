package dev.hone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.SourceFile;
import dev.hone.language.runner.Programs;
import dev.hone.language.typescript.TypeScriptPackages;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Sandboxes;
import dev.hone.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// Hidden checks with the toolchains of this machine and the real sandbox.
class CheckRunnerIT {
  @TempDir static Path cache;
  @TempDir Path folder;

  /// The same problem in each language: what the check's command needs, and how it looks.
  enum Sample {
    PYTHON(
        "python3",
        "solution.py",
        "def twice(n):\n    return n * 2\n",
        "check.py",
        "from solution import twice\nassert twice(4) == 8\n",
        "python3 check.py",
        "import os\n\nos._exit(0)\n"),
    JAVASCRIPT(
        "node",
        "solution.js",
        "module.exports = { twice: (n) => n * 2 };\n",
        "check.js",
        "require('node:assert').equal(require('./solution.js').twice(4), 8);\n",
        "node check.js",
        "process.exit(0);\n"),
    TYPESCRIPT(
        "npm",
        "solution.ts",
        "export function twice(n: number): number {\n  return n * 2;\n}\n",
        "check.ts",
        "import { twice } from './solution';\nif (twice(4) !== 8) throw new Error('wrong');\n",
        "tsc --module commonjs --outDir out check.ts && node out/check.js",
        "export function twice(n: number): number {\n  (globalThis as any).process.exit(0);\n  return n;\n}\n"),
    JAVA(
        "javac",
        "Twice.java",
        "class Twice {\n  static int of(int n) {\n    return n * 2;\n  }\n}\n",
        "Main.java",
        "class Main {\n  public static void main(String[] a) {\n    if (Twice.of(4) != 8) throw new Error();\n  }\n}\n",
        "javac -d out *.java && java -cp out Main",
        "class Twice {\n  static int of(int n) {\n    Runtime.getRuntime().halt(0);\n    return n;\n  }\n}\n"),
    GO(
        "go",
        "solution.go",
        "package twice\n\nfunc Twice(n int) int {\n\treturn n * 2\n}\n",
        "twice_test.go",
        "package twice\n\nimport \"testing\"\n\nfunc TestTwice(t *testing.T) {\n\tif Twice(4) != 8 {\n\t\tt.Fatal()\n\t}\n}\n",
        "printf 'module twice\\n\\ngo 1.21\\n' >go.mod && go test .",
        "package twice\n\nimport \"os\"\n\nfunc init() {\n\tos.Exit(0)\n}\n\nfunc Twice(n int) int {\n\treturn n\n}\n"),
    RUST(
        "rustc",
        "solution.rs",
        "pub fn twice(n: i32) -> i32 {\n    n * 2\n}\n",
        "check.rs",
        "mod solution;\nfn main() {\n    assert_eq!(solution::twice(4), 8);\n}\n",
        "rustc check.rs && ./check",
        "pub fn twice(_n: i32) -> i32 {\n    std::process::exit(0)\n}\n"),
    C(
        "gcc",
        "solution.c",
        "int twice(int n) {\n  return n * 2;\n}\n",
        "check.c",
        "int twice(int n);\nint main(void) {\n  return twice(4) != 8;\n}\n",
        "gcc -o check check.c solution.c && ./check",
        "#include <unistd.h>\nint twice(int n) {\n  _exit(0);\n  return n;\n}\n"),
    CPP(
        "g++",
        "solution.cpp",
        "int twice(int n) {\n  return n * 2;\n}\n",
        "check.cpp",
        "#include \"solution.cpp\"\nint main() {\n  return twice(4) != 8;\n}\n",
        "g++ -o check check.cpp && ./check",
        "#include <unistd.h>\nint twice(int n) {\n  _exit(0);\n  return n;\n}\n");

    final String program;
    final String path;
    final String code;
    final String check;
    final String content;
    final String run;

    /// A solution that ends the process with 0.
    final String exit;

    Sample(
        String program,
        String path,
        String code,
        String check,
        String content,
        String run,
        String exit) {
      this.program = program;
      this.path = path;
      this.code = code;
      this.check = check;
      this.content = content;
      this.run = run;
      this.exit = exit;
    }

    ObjectNode problem() {
      return Tasks.problem(
          name(),
          name().toLowerCase(java.util.Locale.ROOT),
          Map.of("requirement", "Twice.", "solution_path", path, "run", run),
          check,
          content);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCheckOfEachLanguageTellsRightFromWrong(Sample sample) throws Exception {
    Assumptions.assumeFalse(
        Programs.onPath(sample.program).isEmpty(), sample.program + " is not on the PATH");
    Problem problem = problem(sample.problem());
    try (Helpers helpers = new Helpers(Progress.silent())) {
      CheckRunner runner = runner(problem, helpers, List.of());

      assertThat(runner.check(problem, solution(sample.path, sample.code)))
          .isEqualTo(new Verdict.Passed());
      assertThat(runner.check(problem, solution(sample.path, sample.code.replace("* 2", "* 3"))))
          .isEqualTo(new Verdict.TestsFailed());
      assertThat(runner.check(problem, solution(sample.path, sample.exit)))
          .as("a process that ends early")
          .isEqualTo(new Verdict.TestsFailed());
    }
  }

  @Test
  void aTestOfRustThatEndsTheProcessIsNoPass() throws Exception {
    Sample rust = Sample.RUST;
    Assumptions.assumeFalse(
        Programs.onPath(rust.program).isEmpty(), rust.program + " is not on the PATH");
    String check =
        "mod solution;\n\n#[test]\nfn twice() {\n    assert_eq!(solution::twice(4), 8);\n}\n";
    ObjectNode form =
        Tasks.problem(
            "harness",
            "rust",
            Map.of(
                "requirement",
                "Twice.",
                "solution_path",
                rust.path,
                "run",
                "rustc --test -o check check.rs && ./check"),
            rust.check,
            check);
    Problem problem = problem(form);
    try (Helpers helpers = new Helpers(Progress.silent())) {
      CheckRunner runner = runner(problem, helpers, List.of());

      assertThat(runner.check(problem, solution(rust.path, rust.code)))
          .isEqualTo(new Verdict.Passed());
      assertThat(runner.check(problem, solution(rust.path, rust.exit)))
          .isEqualTo(new Verdict.TestsFailed());
    }
  }

  /// Checks that a test framework runs.
  enum Framework {
    PYTEST(
        Sample.PYTHON,
        "test_check.py",
        "from solution import twice\n\n\ndef test_twice():\n    assert twice(4) == 8\n",
        "python3 -m pytest -q -p no:cacheprovider test_check.py",
        "import os\n\nos._exit(0)\n",
        "import pytest\n\n\ndef twice(n):\n    pytest.exit('enough', 0)\n"),
    NODE(
        Sample.JAVASCRIPT,
        "check.test.js",
        """
        const test = require('node:test');
        test('twice', async () => {
          await new Promise((done) => setTimeout(done, 5));
          require('node:assert').equal(require('./solution.js').twice(4), 8);
        });
        """,
        "node --test check.test.js",
        "process.exit(0);\n",
        "module.exports = { twice: () => process.exit(0) };\n"),
    CARGO(
        Sample.RUST,
        "tests/check.rs",
        "#[path = \"../solution.rs\"]\nmod solution;\n\n#[test]\nfn twice() {\n    assert_eq!(solution::twice(4), 8);\n}\n",
        "mkdir -p src && touch src/lib.rs && printf '[package]\\nname = \"a\"\\nversion = \"0.1.0\"\\n'"
            + " >Cargo.toml && cargo test -q --offline --test check",
        "pub fn twice(_n: i32) -> i32 {\n    std::process::exit(0)\n}\n",
        "pub fn twice(_n: i32) -> i32 {\n    std::process::exit(0)\n}\n");

    private final Sample sample;
    private final String check;
    private final String content;
    private final String run;
    private final String exit;
    private final String later;

    Framework(Sample sample, String check, String content, String run, String exit, String later) {
      this.sample = sample;
      this.check = check;
      this.content = content;
      this.run = run;
      this.exit = exit;
      this.later = later;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFrameworkMustComeToItsLastTest(Framework framework) throws Exception {
    Sample sample = framework.sample;
    Assumptions.assumeFalse(
        Programs.onPath(sample.program).isEmpty(), sample.program + " is not on the PATH");
    Assumptions.assumeFalse(
        framework == Framework.PYTEST
            && Programs.ask(List.of("python3", "-m", "pytest", "--version")).isEmpty(),
        "python3 has no pytest here");
    ObjectNode form =
        Tasks.problem(
            "framework",
            sample.name().toLowerCase(java.util.Locale.ROOT),
            Map.of("requirement", "Twice.", "solution_path", sample.path, "run", framework.run),
            framework.check,
            framework.content);
    Problem problem = problem(form);
    try (Helpers helpers = new Helpers(Progress.silent())) {
      CheckRunner runner = runner(problem, helpers, List.of());

      assertThat(runner.check(problem, solution(sample.path, sample.code)))
          .isEqualTo(new Verdict.Passed());
      for (String wrong :
          List.of(sample.code.replace("* 2", "* 3"), framework.exit, framework.later)) {
        assertThat(runner.check(problem, solution(sample.path, wrong)))
            .as(wrong)
            .isEqualTo(new Verdict.TestsFailed());
      }
    }
  }

  // The check trusts what it finds in its cache, as one that compiles its framework there does.
  @Test
  void aSolutionCannotLeaveHelpersBehindForTheNextOne() throws Exception {
    ObjectNode form =
        Tasks.problem(
            "cached",
            "python",
            Map.of(
                "requirement",
                "Print yes.",
                "solution_path",
                "solution.py",
                "canonical_solution",
                "print('yes')\n",
                "run",
                "[ -f $HONE_BENCH_CACHE/helper ] || cp $HONE_BENCH_SUPPORT/helper $HONE_BENCH_CACHE;"
                    + " python3 solution.py >answer; sh $HONE_BENCH_CACHE/helper"),
            "unused",
            "");
    Files.writeString(folder.resolve("helper"), "grep -q yes answer\n");
    Problem problem = problem(form);
    String attack =
        "import os, glob\nopen(os.environ['HONE_BENCH_CACHE'] + '/helper', 'w').write('true')\n";
    try (Helpers helpers = new Helpers(Progress.silent())) {
      // The folder of a test is closed to other users.
      Path support = Support.readable(folder, helpers.scratch());
      CheckRunner runner = runner(problem, helpers, List.of(support));

      assertThat(runner.check(problem, solution("solution.py", "print('yes')\n")))
          .isEqualTo(new Verdict.Passed());
      // It wins its own check, as any solution that runs beside its check can; but only that one.
      runner.check(problem, solution("solution.py", attack));
      assertThat(runner.check(problem, solution("solution.py", "print('no')\n")))
          .isEqualTo(new Verdict.TestsFailed());
      assertThat(helpers.archive(problem, runner)).endsWith("python.tar.gz");
    }
  }

  private Problem problem(ObjectNode form) throws IOException {
    Path file = Tasks.write(folder.resolve("own.jsonl"), List.of(form));
    return new SuiteReader().read(List.of(file.toString())).getFirst().problems().getFirst();
  }

  private static CheckRunner runner(Problem problem, Helpers helpers, List<Path> support) {
    CheckTools.Found tools =
        new CheckTools(
                new TypeScriptPackages(cache, Progress.silent()),
                new GoPackages(cache, Progress.silent()))
            .find(List.of(problem));
    return new CheckRunner(new Sandboxes().choose(), tools, support, helpers);
  }

  private static Solution solution(String path, String code) {
    return new Solution(List.of(new SourceFile(path, code)), List.of());
  }
}
