package dev.hone.language.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Scanner;
import dev.hone.suite.GivenTests;
import dev.hone.suite.Suite;
import dev.hone.verdict.Judge;
import dev.hone.verdict.JudgeSettings;
import dev.hone.verdict.Judgement;
import dev.hone.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs files written by people by the real JDK.
class JavaIT {
  private static final Java JAVA = new Java(Path.of("target", "toolchains"), Progress.silent());
  private static final String HEAD =
      """
      import static org.junit.jupiter.api.Assertions.*;
      import java.util.*;
      import org.junit.jupiter.api.*;
      """;

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(JAVA, folder);
  }

  @Test
  void everyOutcomeIsReportedByNameWithAShortMessage() {
    SourceFile tests =
        new SourceFile(
            "SolutionTest.java",
            HEAD
                + """
                class SolutionTest {
                  @Test void right() {
                    assertEquals(3, Solution.add(1, 2));
                  }
                  @Test void wrong() {
                    assertEquals(4, Solution.add(1, 2));
                  }
                  @Test void breaks() {
                    Solution.parse("x");
                  }
                  @Test @Disabled void skipped() {}
                  @RepeatedTest(2) void again() {}
                  @Test void neverReturns() {
                    Solution.depth(1);
                  }
                  @Nested class Inner {
                    @Test void deep() {}
                  }
                  @TestFactory List<DynamicTest> made() {
                    return List.of(DynamicTest.dynamicTest("one", () -> {}));
                  }
                }
                """);
    bench
        .with(
            "Solution.java",
            """
            class Solution {
              static int add(int a, int b) { System.out.println("noise"); return a + b; }
              static int parse(String text) {
                return Integer.parseInt(text);
              }
              static int depth(int n) { return depth(n + 1) + 1; }
            }
            """)
        .with(tests);

    TestReport report = bench.report("SolutionTest.java");

    assertThat(report.cases())
        .containsExactlyInAnyOrder(
            new Case("right", State.PASSED, ""),
            new Case(
                "wrong",
                State.FAILED,
                "SolutionTest.java:9: assertEquals(4, Solution.add(1, 2));\n"
                    + "expected: <4> but was: <3>"),
            new Case(
                "breaks",
                State.ERROR,
                """
                SolutionTest.java:12: Solution.parse("x");
                Solution.java:4: return Integer.parseInt(text);
                NumberFormatException: For input string: "x\"\
                """),
            new Case("skipped", State.SKIPPED, ""),
            new Case("again", State.PASSED, ""),
            new Case(
                "neverReturns",
                State.ERROR,
                "Solution.java:6: static int depth(int n) { return depth(n + 1) + 1; }\n"
                    + "StackOverflowError"),
            new Case("Inner.deep", State.PASSED, ""),
            new Case("made", State.PASSED, ""));
    assertThat(report.complete()).isTrue();
    assertThat(JAVA.testNames(tests))
        .containsExactlyInAnyOrderElementsOf(report.cases().stream().map(Case::name).toList());
  }

  @Test
  void testsOfJUnit4And3RunAsTheyAre() {
    bench
        .with("Solution.java", "class Solution { int one() { return 1; } }\n")
        .with(
            "FourTest.java",
            """
            import static org.junit.Assert.assertEquals;
            import org.junit.Before;
            import org.junit.Test;
            public class FourTest {
              private Solution solution;
              @Before public void setUp() { solution = new Solution(); }
              @Test public void one() { assertEquals(1, solution.one()); }
              @Test(expected = IllegalStateException.class) public void throwing() {
                throw new IllegalStateException();
              }
              @Test public void two() { assertEquals("two", 2, solution.one()); }
            }
            """)
        .with(
            "ThreeTest.java",
            """
            public class ThreeTest extends junit.framework.TestCase {
              public void testOne() { assertEquals(1, new Solution().one()); }
            }
            """);

    assertThat(bench.report("FourTest.java", "ThreeTest.java").cases())
        .containsExactlyInAnyOrder(
            new Case("one", State.PASSED, ""),
            new Case("throwing", State.PASSED, ""),
            new Case(
                "two",
                State.FAILED,
                "FourTest.java:11: @Test public void two() {"
                    + " assertEquals(\"two\", 2, solution.one()); }\n"
                    + "two expected:<2> but was:<1>"),
            new Case("testOne", State.PASSED, ""));
  }

  @Test
  void theCompilersFaultsAreReportedWithTheirPlaces() {
    bench
        .with(
            "Solution.java",
            "class Solution {\n  int f() {\n    int a = \"text\";\n    return b;\n  }\n}\n")
        .with("SolutionTest.java", HEAD + "class SolutionTest {\n  @Test void a() {}\n}\n");
    List<Diagnostic> faults =
        List.of(
            new Diagnostic(
                "Solution.java",
                3,
                13,
                "prob.found.req",
                "incompatible types: String cannot be converted to int",
                "int a = \"text\";"),
            new Diagnostic(
                "Solution.java",
                4,
                12,
                "cant.resolve.location",
                "cannot find symbol; symbol: variable b; location: class Solution",
                "return b;"));

    assertThat(bench.report("SolutionTest.java"))
        .isEqualTo(new TestReport(List.of(), List.of(), faults, true));
    assertThat(bench.gate("Solution.java")).isEqualTo(faults);
  }

  @Test
  void codeThatOverwhelmsTheCompilerIsAFault() {
    String sum = "1" + " + x".repeat(30_000);
    bench.with("Solution.java", "class Solution { int f(int x) { return " + sum + "; } }\n");

    assertThat(bench.gate("Solution.java"))
        .containsExactly(
            new Diagnostic(
                "", 0, 0, "compiler", "the compiler gave up: the code is nested too deeply", ""));
  }

  @Test
  void anObjectThatEqualsEverythingIsNoRightAnswer() {
    bench.with(
        "Solution.java",
        """
        class Solution {
          Object one() {
            return new Object() {
              @Override public boolean equals(Object other) { return true; }
              @Override public int hashCode() { return 1; }
              @Override public String toString() { return "?"; }
            };
          }
        }
        """);
    SourceFile tests =
        JAVA.exampleTests(brief("Solution.java", List.of(example("one()", "1")))).orElseThrow();

    assertThat(bench.with(tests).report(tests.path()).cases())
        .containsExactly(new Case("test_example_1", State.FAILED, "one() returned ?, expected 1"));
  }

  @Test
  void anErrorInAnExampleShowsTheTestAndTheCode() {
    bench.with("Solution.java", "class Solution {\n  int one(int[] all) { return all[0]; }\n}\n");
    SourceFile tests =
        JAVA.exampleTests(brief("Solution.java", List.of(example("one([])", "1")))).orElseThrow();

    assertThat(bench.with(tests).report(tests.path()).cases())
        .containsExactly(
            new Case(
                "test_example_1",
                State.ERROR,
                """
                SolutionTextTest.java:42: check("one([])", call("one", list()), 1);
                Solution.java:2: int one(int[] all) { return all[0]; }
                ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0\
                """));
  }

  @Test
  void codeThatCompilesPassesTheGate() {
    bench.with("Solution.java", "class Solution { java.util.List raw; }\n");

    assertThat(bench.gate("Solution.java")).isEmpty();
  }

  @Test
  void anExitInATestPassesNothing() {
    bench.with(
        "ATest.java",
        HEAD
            + """
            @TestMethodOrder(MethodOrderer.MethodName.class)
            class ATest {
              @Test void a() {}
              @Test void b() { System.exit(0); }
            }
            """);

    assertThat(bench.report("ATest.java"))
        .isEqualTo(
            new TestReport(List.of(new Case("a", State.PASSED, "")), List.of(), List.of(), false));
  }

  @Test
  void testsThatFinishedBeforeALimitKeepTheirOutcome() throws InterruptedException {
    SourceFile tests =
        new SourceFile(
            "ATest.java",
            HEAD
                + """
                @TestMethodOrder(MethodOrderer.MethodName.class)
                class ATest {
                  @Test void a() { assertEquals(1, 2); }
                  @Test void b() { while (true) {} }
                  @Test void c() {}
                }
                """);
    Judgement judgement =
        new Judge(new Scanner(), new Sandboxes().choose())
            .judge(
                JAVA,
                new Candidate(List.of(new SourceFile("Solution.java", "class Solution {}\n"))),
                new Suite(new GivenTests(JAVA).ofUser(List.of(tests))),
                new JudgeSettings(Limits.defaults().withTime(Duration.ofSeconds(10)), Set.of()));

    assertThat(judgement.verdict()).isEqualTo(new Verdict.TimeLimitExceeded());
    assertThat(judgement.outcomes())
        .extracting(one -> one.name() + " " + one.outcome().id())
        .containsExactly("a failed", "b missing", "c missing");
  }

  @Test
  void anEndThatDoesNotBearTheWholeMarkIsNone() {
    String mark = "0123456789abcdef0123456789abcdef";
    String lines = "0123456789abcdef {\"test\":\"a\",\"state\":\"passed\",\"message\":\"\"}\n";

    assertThat(JAVA.report(lines + "0123456789abcdef {\"end\":0}\n", "", mark).complete())
        .isFalse();
    assertThat(JAVA.report(lines + mark + " {\"end\":0}\n", "", mark).complete()).isTrue();
  }

  @Test
  void anEndThatCountsAFailureThatIsNotThereIsNone() {
    String mark = "0123456789abcdef0123456789abcdef";
    String passed = "0123456789abcdef {\"test\":\"a\",\"state\":\"passed\",\"message\":\"\"}\n";
    String failed = "0123456789abcdef {\"test\":\"a\",\"state\":\"failed\",\"message\":\"\"}\n";
    String end = mark + " {\"end\":0,\"bad\":1}\n";

    assertThat(JAVA.report(passed + end, "", mark).complete()).isFalse();
    assertThat(JAVA.report(failed + end, "", mark).complete()).isTrue();
  }

  @Test
  void aClassThatCannotStartTakesItsTestsWithIt() {
    bench.with(
        "ATest.java",
        HEAD
            + """
            class ATest {
              @BeforeAll static void start() { throw new IllegalStateException("no"); }
              @Test void a() {}
            }
            """);

    assertThat(bench.report("ATest.java").cases())
        .containsExactly(
            new Case(
                "a",
                State.ERROR,
                "ATest.java:5: @BeforeAll static void start() {"
                    + " throw new IllegalStateException(\"no\"); }\nIllegalStateException: no"));
  }

  @Test
  void aTestThatRunsOutOfMemoryDoesNotEndTheOthers() {
    bench.with(
        "ATest.java",
        HEAD
            + """
            @TestMethodOrder(MethodOrderer.MethodName.class)
            class ATest {
              @Test void a() {}
              @Test void b() { int[] all = new int[Integer.MAX_VALUE]; }
              @Test void c() {}
            }
            """);

    assertThat(bench.report("ATest.java").cases())
        .containsExactly(
            new Case("a", State.PASSED, ""),
            new Case(
                "b",
                State.ERROR,
                "ATest.java:7: @Test void b() { int[] all = new int[Integer.MAX_VALUE]; }\n"
                    + "OutOfMemoryError: Requested array size exceeds VM limit"),
            new Case("c", State.PASSED, ""));
  }

  @Test
  void printedReportsAreNoReports() {
    bench.with(
        "ATest.java",
        HEAD
            + """
            class ATest {
              static {
                System.out.println("m4rk {\\"test\\":\\"forged\\",\\"state\\":\\"passed\\"}");
                System.out.println("m4rk {\\"end\\":0}");
                Runtime.getRuntime().halt(0);
              }
              @Test void forged() {}
            }
            """);

    assertThat(bench.report("ATest.java"))
        .isEqualTo(new TestReport(List.of(), List.of(), List.of(), false));
  }

  @Test
  void aPackageAndSeveralFilesAreOneCandidate() {
    bench
        .with("com/acme/Stack.java", "package com.acme;\npublic class Stack { Node top; }\n")
        .with("com/acme/Node.java", "package com.acme;\nrecord Node(int value) {}\n")
        .with(
            "com/acme/StackTest.java",
            "package com.acme;\n"
                + HEAD
                + "class StackTest {\n  @Test void empty() { assertNull(new Stack().top); }\n}\n");

    assertThat(bench.report("com/acme/StackTest.java").cases())
        .containsExactly(new Case("empty", State.PASSED, ""));
  }

  @Test
  void examplesFindTheirClassInItsPackageOrWithoutOne() {
    SourceFile tests =
        JAVA.exampleTests(brief("com/acme/Sums.java", List.of(example("add(1, 2)", "3"))))
            .orElseThrow();
    List<Case> passed = List.of(new Case("test_example_1", State.PASSED, ""));
    String code = "class Sums {\n  private int add(int a, int b) { return a + b; }\n}\n";

    bench.with("com/acme/Sums.java", "package com.acme;\n" + code).with(tests);
    assertThat(bench.report(tests.path()).cases()).isEqualTo(passed);

    bench.with("com/acme/Sums.java", code);
    assertThat(bench.report(tests.path()).cases()).isEqualTo(passed);
  }

  @Test
  void anExampleThatDoesNotHoldSaysWhatCameInstead() {
    bench.with(
        "Solution.java",
        """
        class Solution {
          static int add(int a, int b) { return a - b; }
          static void quiet() {}
        }
        """);
    SourceFile tests =
        JAVA.exampleTests(
                brief(
                    "Solution.java",
                    List.of(
                        example("add(1, 2)", "3"),
                        example("missing(1)", "3"),
                        new Example(Kind.RAISES, List.of(), "quiet()", "ArithmeticException", ""),
                        new Example(Kind.PRINTS, List.of(), "quiet()", "loud", ""),
                        new Example(Kind.RAISES, List.of(), "missing()", "RangeError", ""))))
            .orElseThrow();

    assertThat(bench.with(tests).report(tests.path()).cases())
        .containsExactlyInAnyOrder(
            new Case("test_example_1", State.FAILED, "add(1, 2) returned -1, expected 3"),
            new Case(
                "test_example_2", State.FAILED, "Solution has no method missing that takes [1]"),
            new Case(
                "test_example_3",
                State.FAILED,
                "quiet() threw nothing, expected ArithmeticException"),
            new Case("test_example_4", State.FAILED, "quiet() printed \"\", expected \"loud\""),
            new Case(
                "test_example_5", State.FAILED, "Solution has no method missing that takes []"));
  }

  @Test
  void everyKindOfExampleIsChecked() {
    bench.with(
        "Solution.java",
        """
        import java.util.*;
        class Solution {
          record Pair(int left, String right) {}
          static int add(int a, int b) { return a + b; }
          long twice(long a) { return 2 * a; }
          double half(double a) { return a / 2; }
          List<Integer> evens(List<Integer> all) { return all.stream().filter(i -> i % 2 == 0).toList(); }
          int[] sorted(int[] all) { int[] copy = all.clone(); Arrays.sort(copy); return copy; }
          int[][] grid(int n) { return new int[n][2]; }
          Map<String, Integer> lengths(Set<String> words) {
            Map<String, Integer> map = new HashMap<>();
            words.forEach(word -> map.put(word, word.length()));
            return map;
          }
          char first(String text) { return text.charAt(0); }
          String repeat(char c, int n) { return String.valueOf(c).repeat(n); }
          Optional<String> find(Map<Integer, String> names, int key) { return Optional.ofNullable(names.get(key)); }
          int sum(Integer... all) { return Arrays.stream(all).mapToInt(i -> i).sum(); }
          <T extends Comparable<T>> T largest(List<T> all) { return Collections.max(all); }
          void hello(String name) { System.out.println("Hello, " + name + "!"); }
          int parse(String text) { return Integer.parseInt(text); }
          boolean isEmpty(String text) { return text == null || text.isEmpty(); }
          Pair pair(int a) { return new Pair(a, "x"); }
          int total(int[][] grid) { int t = 0; for (int[] row : grid) for (int v : row) t += v; return t; }
        }
        """);
    List<Example> examples =
        List.of(
            example("add(1, 2)", "3"),
            example("Solution.add(1, 2)", "3"),
            example("new Solution().twice(5000000000)", "10000000000L"),
            example("half(1)", "0.5"),
            example("evens([1, 2, 4])", "[2, 4]"),
            example("evens(Arrays.asList(1, 2, 4))", "List.of(2, 4)"),
            example("sorted(new int[]{3, 1, 1})", "{1, 1, 3}"),
            example("grid(2)", "new int[][]{{0, 0}, {0, 0}}"),
            example("lengths({\"a\", \"bb\"})", "{\"a\": 1, \"bb\": 2}"),
            example("first(\"abc\")", "'a'"),
            example("repeat('a', 3)", "\"aaa\""),
            example("find(Map.of(1, \"one\"), 1)", "Optional.of(\"one\")"),
            example("find({1: \"one\"}, 2)", "None"),
            example("sum(1, 2, 3)", "6"),
            example("largest(List.of(3, 9, 4))", "9"),
            new Example(Kind.PRINTS, List.of(), "hello(\"Ann\")", "Hello, Ann!", ""),
            new Example(Kind.RAISES, List.of(), "parse(\"x\")", "NumberFormatException", ""),
            new Example(Kind.ASSERTS, List.of(), "add(2, 2) == 4", "", ""),
            new Example(Kind.ASSERTS, List.of(), "!isEmpty(\"a\")", "", ""),
            example("isEmpty(null)", "true"),
            example("isEmpty('')", "True"),
            example("pair(1)", "(1, \"x\")"),
            example("total([[1, 2], [3]])", "6"),
            example("total(new int[][]{{1, 1}, {3}})", "5"),
            example("total(new int[2][3])", "0"),
            new Example(
                Kind.RETURNS,
                List.of("Solution one = new Solution();", "int n = 3"),
                "one.twice(n)",
                "6",
                ""));

    SourceFile file = JAVA.exampleTests(brief("Solution.java", examples)).orElseThrow();
    TestReport report = bench.with(file).report(file.path());

    assertThat(report.buildErrors()).isEmpty();
    assertThat(report.cases())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, examples.size())
                .mapToObj(i -> new Case("test_example_" + i, State.PASSED, ""))
                .toList());
    assertThat(report.complete()).isTrue();
  }

  private static Example example(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }

  private static TestBrief brief(String solutionPath, List<Example> examples) {
    return new TestBrief(
        solutionPath, JAVA.testPath(solutionPath, "text"), List.of(), List.of(), examples);
  }
}
