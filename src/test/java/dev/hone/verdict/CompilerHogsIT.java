package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.Hone;
import dev.hone.JudgeRequest;
import dev.hone.language.LanguageId;
import dev.hone.language.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Code that eats the compiler: it ends as a verdict of its own, within the limits of the run, and
/// Hone goes on.
class CompilerHogsIT {
  private static final Duration TIME = Duration.ofSeconds(10);
  private static final Set<String> LIMITS =
      Set.of("TimeLimitExceeded", "MemoryLimitExceeded", "ResourceLimitExceeded");
  private static final Set<String> REFUSED = Set.of("CompileError");

  private static final Map<LanguageId, SourceFile> TESTS =
      Map.of(
          LanguageId.C,
          new SourceFile(
              "test_f.c",
              "#include <assert.h>\nint f(void);\nvoid test_f(void) { assert(f() == 0); }\n"),
          LanguageId.CPP,
          new SourceFile(
              "test_f.cpp", "#include <cassert>\nlong f();\nvoid test_f() { assert(f() == 0); }\n"),
          LanguageId.RUST,
          new SourceFile("solution_test.rs", "use solution::*;\n#[test]\nfn t() { f(); }\n"),
          LanguageId.JAVA,
          new SourceFile(
              "SolutionTest.java",
              "class SolutionTest { @org.junit.jupiter.api.Test void t() { Solution.f(); } }\n"),
          LanguageId.GO,
          new SourceFile(
              "solution_test.go",
              "package solution\n\nimport \"testing\"\n\nfunc TestF(t *testing.T) { F() }\n"),
          LanguageId.PYTHON,
          new SourceFile(
              "test_solution.py", "from solution import f\n\ndef test_f():\n    assert f() == 1\n"),
          LanguageId.TYPESCRIPT,
          new SourceFile(
              "solution.test.ts",
              """
              import test from 'node:test';
              import { f } from './solution.ts';
              test('f', () => { f('00000000'); });
              """),
          LanguageId.JAVASCRIPT,
          new SourceFile(
              "solution.test.js",
              """
              const test = require('node:test');
              const { f } = require('./solution.js');
              test('f', () => { f(); });
              """));

  private record Hog(
      String name, LanguageId language, SourceFile code, SourceFile tests, Set<String> verdicts) {}

  @TestFactory
  Stream<DynamicTest> aCompilerThatIsEatenUpEndsAsAVerdict() {
    Hone hone = KeptToolchains.hone();
    return hogs()
        .map(hog -> DynamicTest.dynamicTest(hog.name(), () -> ends(hone, hog)))
        .onClose(hone::close);
  }

  private static void ends(Hone hone, Hog hog) throws InterruptedException {
    long start = System.nanoTime();
    Judgement judgement =
        KeptToolchains.judged(
            hone,
            new JudgeRequest(
                hog.language(),
                List.of(hog.code()),
                List.of(hog.tests()),
                Set.of(),
                TIME,
                List.of()));
    Duration taken = Duration.ofNanos(System.nanoTime() - start);

    assertThat(judgement.verdict().id())
        .as(String.join("\n", judgement.errors()))
        .isIn(hog.verdicts());
    assertThat(judgement.errors())
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error.length()).isLessThan(2_000));
    // What the toolchain's first use prepares may come on top; never more than minutes.
    assertThat(taken).isLessThan(Duration.ofMinutes(4));
  }

  private static Stream<Hog> hogs() {
    String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
    return Stream.of(
        hog(
            LanguageId.CPP,
            """
            template <int N, long M> struct Grow {
              static const long value =
                  Grow<N - 1, M * 2>::value + Grow<N - 1, M * 2 + 1>::value;
            };
            template <long M> struct Grow<0, M> { static const long value = M; };
            long f() { return Grow<40, 1>::value; }
            """,
            LIMITS),
        hog(LanguageId.C, macros() + "int f(void) { return 0 M9; }\n", LIMITS),
        hog(
            LanguageId.RUST,
            """
            macro_rules! grow { ($($t:tt)*) => { grow!($($t)* $($t)*) } }
            pub fn f() -> i64 { grow!(1 +) }
            """,
            Set.of("CompileError", "TimeLimitExceeded", "MemoryLimitExceeded")),
        hog(
            LanguageId.RUST,
            """
            pub const N: u64 = { let mut i = 0; while i < u64::MAX { i += 1; } i };
            pub fn f() -> u64 { N }
            """,
            Set.of("CompileError", "TimeLimitExceeded")),
        hog(
            LanguageId.JAVA,
            "public class Solution { public static int f() { return %s; } }".formatted(nested),
            REFUSED),
        hog(
            LanguageId.GO,
            "package solution\n\nvar a [1 << 50]int\n\nfunc F() int { return a[0] }\n",
            REFUSED),
        hog(LanguageId.PYTHON, "def f():\n    return " + nested + "\n", REFUSED),
        hog(
            LanguageId.TYPESCRIPT,
            """
            type D = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
            type N = `${D}${D}${D}${D}${D}${D}${D}${D}`;
            export function f(n: N): N { return n; }
            """,
            REFUSED),
        hog(
            LanguageId.JAVASCRIPT,
            "module.exports = { f: () => " + "[".repeat(100_000) + "]".repeat(100_000) + " };\n",
            Set.of("CompileError", "RuntimeError")));
  }

  private static String macros() {
    StringBuilder text = new StringBuilder("#define M0 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1\n");
    for (int i = 1; i < 10; i++) {
      text.append("#define M").append(i).append((" M" + (i - 1)).repeat(10)).append('\n');
    }
    return text.toString();
  }

  private static Hog hog(LanguageId language, String code, Set<String> verdicts) {
    SourceFile tests = Objects.requireNonNull(TESTS.get(language));
    String path =
        switch (language) {
          case JAVA -> "Solution.java";
          case PYTHON -> "solution.py";
          default -> "solution" + tests.path().substring(tests.path().lastIndexOf('.'));
        };
    String name = language.id() + ": " + code.substring(0, Math.min(40, code.length())).strip();
    return new Hog(name, language, new SourceFile(path, code), tests, verdicts);
  }
}
