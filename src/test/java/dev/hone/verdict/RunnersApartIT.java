package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.ToolchainException;
import dev.hone.language.go.Go;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.rust.Rust;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.ProbeResult;
import dev.hone.sandbox.Sandboxes;
import dev.hone.sandbox.helper.Helper;
import dev.hone.sandbox.launcher.Landlock;
import dev.hone.scan.Rule;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Code under test and the memory of the runner that holds the mark. The code is right if that
/// memory is closed to it, and wrong if it is open.
class RunnersApartIT {
  private static final Path TOOLCHAINS = Path.of("target", "toolchains");

  private final Scanner scanner = new Scanner();
  private final Sandboxes sandboxes = new Sandboxes();

  @Test
  void goDoesNotReachItsRunner() throws Exception {
    assumeThat(Landlock.abi())
        .as("Landlock keeps signals in from its sixth version on")
        .isGreaterThanOrEqualTo(Helper.SIGNALS);
    closed(
        new Go(TOOLCHAINS, Progress.silent()),
        new SourceFile(
            "solution.go",
            """
            package solution

            import (
            \t"fmt"
            \t"os"
            \t"syscall"
            )

            func add(a, b int) int {
            \t_, err := os.Open(fmt.Sprintf("/proc/%d/mem", os.Getppid()))
            \tif err == nil || syscall.Kill(os.Getppid(), 0) == nil {
            \t\treturn 0
            \t}
            \treturn a + b
            }
            """));
  }

  @Test
  void rustDoesNotReachItsRunner() throws Exception {
    closed(
        new Rust(TOOLCHAINS, Progress.silent()),
        new SourceFile(
            "solution.rs",
            """
            pub fn add(a: i32, b: i32) -> i32 {
                let runner = std::os::unix::process::parent_id();
                match std::fs::File::open(format!("/proc/{runner}/mem")) {
                    Ok(_) => 0,
                    Err(_) => a + b,
                }
            }
            """));
  }

  @Test
  void javaScriptDoesNotReachItsRunner() throws Exception {
    closed(
        new JavaScript(TOOLCHAINS),
        new SourceFile(
            "solution.js",
            """
            const fs = require('node:fs');

            function add(a, b) {
              try {
                fs.openSync(`/proc/${process.ppid}/mem`, 'r');
                return 0;
              } catch {
                return a + b;
              }
            }

            module.exports = { add };
            """));
  }

  private void closed(Language language, SourceFile solution) throws InterruptedException {
    String mode = sandboxes.choose().mode();
    ProbeResult result =
        sandboxes.probe().stream().filter(one -> one.mode().equals(mode)).findFirst().orElseThrow();
    assumeThat(result.means())
        .as("tests are started apart by the helper, in namespaces")
        .contains("Landlock inside, by the helper");
    SourceFile tests =
        language
            .exampleTests(
                new TestBrief(
                    solution.path(),
                    language.testPath(solution.path(), Origin.TEXT.id()),
                    List.of("add"),
                    List.of("add(...)"),
                    List.of(new Example(Kind.RETURNS, List.of(), "add(1, 2)", "3", ""))))
            .orElseThrow();
    Set<String> allowed = scanner.rules().stream().map(Rule::id).collect(Collectors.toSet());
    try {
      Judgement judgement =
          new Judge(scanner, sandboxes.choose())
              .judge(
                  language,
                  new Candidate(List.of(solution)),
                  new Suite(List.of(new TestFile(Origin.TEXT, tests, language.testNames(tests)))),
                  new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(90)), allowed));

      assertThat(judgement.verdict())
          .as(String.join("\n", judgement.errors()))
          .isInstanceOf(Verdict.Passed.class);
    } catch (ToolchainException e) {
      Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }
}
