package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.c.C;
import dev.hone.language.cpp.Cpp;
import dev.hone.language.go.Go;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.rust.Rust;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import dev.hone.requirement.Program;
import dev.hone.requirement.ProgramExample;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandbox;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.ProgramTests;
import dev.hone.suite.Suite;
import dev.hone.verdict.TestOutcome.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole programs in all languages, by their real toolchains in the real sandbox.
class ProgramsIT {
  private static final Suite SUMS =
      new Suite(
          List.of(
              ProgramTests.of(
                      new Program(
                          List.of(
                              new ProgramExample("2 3\n", "5"), new ProgramExample("-4 4\n", "0"))),
                      Origin.TEXT)
                  .orElseThrow()));

  @TempDir static Path cache;
  private static Sandbox sandbox;

  @BeforeAll
  static void findSandbox() {
    sandbox = new Sandboxes().choose();
  }

  @Test
  void python() throws Exception {
    passes(
        new Python(cache, Progress.silent()),
        "solution.py",
        "a, b = map(int, input().split())\nprint(a + b)\n");
  }

  @Test
  void javaScript() throws Exception {
    passes(
        new JavaScript(cache),
        "solution.js",
        """
        const [a, b] = require('fs').readFileSync(0, 'utf8').split(/\\s+/).map(Number);
        console.log(a + b);
        """);
  }

  @Test
  void typeScript() throws Exception {
    passes(
        new TypeScript(cache, Progress.silent()),
        "solution.ts",
        """
        import * as fs from 'fs';

        const [a, b]: number[] = fs.readFileSync(0, 'utf8').split(/\\s+/).map(Number);
        console.log(a + b);
        """);
  }

  @Test
  void java() throws Exception {
    passes(
        new Java(cache, Progress.silent()),
        "Solution.java",
        """
        import java.util.Scanner;

        public class Solution {
          public static void main(String[] args) {
            Scanner in = new Scanner(System.in);
            System.out.println(in.nextInt() + in.nextInt());
          }
        }
        """);
  }

  @Test
  void go() throws Exception {
    passes(
        new Go(cache, Progress.silent()),
        "solution.go",
        """
        package main

        import "fmt"

        func main() {
        	var a, b int
        	fmt.Scan(&a, &b)
        	fmt.Println(a + b)
        }
        """);
  }

  @Test
  void rust() throws Exception {
    passes(
        new Rust(cache, Progress.silent()),
        "solution.rs",
        """
        use std::io::Read;

        fn main() {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).unwrap();
            let sum: i64 = text.split_whitespace().map(|n| n.parse::<i64>().unwrap()).sum();
            println!("{}", sum);
        }
        """);
  }

  @Test
  void c() throws Exception {
    passes(
        new C(cache, Progress.silent()),
        "solution.c",
        """
        #include <stdio.h>

        int main(void) {
          int a, b;
          if (scanf("%d %d", &a, &b) != 2) return 1;
          printf("%d\\n", a + b);
          return 0;
        }
        """);
  }

  @Test
  void cpp() throws Exception {
    passes(
        new Cpp(cache, Progress.silent()),
        "solution.cpp",
        """
        #include <iostream>

        int main() {
          int a, b;
          std::cin >> a >> b;
          std::cout << a + b << std::endl;
        }
        """);
  }

  @Test
  void aWrongOutputSaysWhatCameForWhichInput() throws Exception {
    Judgement judgement = judge(plain(), "a, b = map(int, input().split())\nprint(a * b)\n");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TestsFailed());
    assertThat(judgement.errors())
        .containsExactly(
            "example_1 failed: for the input \"2 3\" it printed \"6\", expected \"5\"",
            "example_2 failed: for the input \"-4 4\" it printed \"-16\", expected \"0\"");
  }

  @Test
  void aCrashSaysHowItEnded() throws Exception {
    Judgement judgement = judge(plain(), "a, b = map(int, input())\nprint(a + b)\n");
    assertThat(judgement.outcomes())
        .extracting(TestOutcome::outcome)
        .containsExactly(Outcome.ERROR, Outcome.ERROR);
    assertThat(judgement.errors().getFirst())
        .contains("for the input \"2 3\" it ended with exit code 1: ValueError: ");
  }

  @Test
  void aProgramThatDoesNotEndMeetsTheTimeLimitOnce() throws Exception {
    Judgement judgement = judge(plain(), "while True:\n    pass\n");
    assertThat(judgement.verdict()).isEqualTo(new Verdict.TimeLimitExceeded());
    assertThat(judgement.executions()).hasSize(2);
  }

  @Test
  void aProgramThatDoesNotCompileIsACompileError() throws Exception {
    Language cpp = new Cpp(cache, Progress.silent());
    Judgement judgement =
        judge(cpp, new SourceFile("solution.cpp", "int main() {\n  return missing;\n}\n"));
    assertThat(judgement.verdict()).isEqualTo(new Verdict.CompileError());
    assertThat(judgement.diagnostics().getFirst().line()).isEqualTo(2);
  }

  private static Language plain() {
    return new Python(cache, Progress.silent());
  }

  private static void passes(Language language, String path, String code) throws Exception {
    Judgement judgement = judge(language, new SourceFile(path, code));
    assertThat(judgement.errors()).isEmpty();
    assertThat(judgement.verdict()).isEqualTo(new Verdict.Passed());
  }

  private static Judgement judge(Language language, String code) throws Exception {
    return judge(language, new SourceFile("solution.py", code));
  }

  private static Judgement judge(Language language, SourceFile file) throws Exception {
    JudgeSettings settings =
        new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(8)), Set.of());
    return new Judge(new Scanner(), sandbox)
        .judge(language, new Candidate(List.of(file)), SUMS, settings);
  }
}
