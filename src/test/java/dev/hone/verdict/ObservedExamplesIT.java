package dev.hone.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.candidate.Candidate;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Language;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.ToolchainException;
import dev.hone.language.java.Java;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.python.Python;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import dev.hone.sandbox.Limits;
import dev.hone.sandbox.Sandboxes;
import dev.hone.scan.Rule;
import dev.hone.scan.Scanner;
import dev.hone.suite.Origin;
import dev.hone.suite.Suite;
import dev.hone.suite.TestFile;
import dev.hone.verdict.TestOutcome.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Example tests whose values are compared outside end as they do where they check by themselves,
/// word for word.
class ObservedExamplesIT {
  private static final Path TOOLCHAINS = Path.of("target", "toolchains");
  private static final Limits LIMITS = Limits.defaults().withTime(Duration.ofSeconds(90));

  @Test
  void python() throws Exception {
    String code =
        """
        import collections
        import enum
        import fractions


        class Kind(enum.IntEnum):
            A = 1


        class Text(str):
            pass


        class Own:
            def __eq__(self, other):
                return True

            def __repr__(self):
                return "own"


        def same(x):
            return x


        def odd(name):
            return {
                "enum": Kind.A,
                "text": Text("a"),
                "own": Own(),
                "owns": [Own()],
                "pair": collections.namedtuple("P", "x y")(1, 2),
                "counts": collections.Counter("aab"),
                "keys": {1: 2}.keys(),
                "half": fractions.Fraction(1, 2),
                "deque": collections.deque([1]),
                "bytes": b"ab",
                "sum": 0.1 + 0.2,
                "cycle": cycle(),
                "huge": list(range(100000)),
            }[name]


        def cycle():
            row = []
            row.append(row)
            return row


        def fail(name):
            print("before")
            raise getattr(__import__("builtins"), name)("no " + name)


        def say(text):
            print(text)
        """;
    List<Example> examples =
        List.of(
            returns("same(1)", "1"),
            returns("same(1)", "2"),
            returns("same([1, 'a', None])", "[1, \"a\", None]"),
            returns("same([1, 'a', None])", "[1, \"b\", None]"),
            returns("same((1, 2))", "[1, 2]"),
            returns("same({'a': {1}})", "{'a': {1}}"),
            returns("same({'a': {1}})", "{'a': {2}}"),
            returns("same(True)", "1"),
            returns("same('it\\'s')", "\"it's\""),
            returns("odd('enum')", "1"),
            returns("odd('text')", "'a'"),
            returns("odd('own')", "3"),
            returns("odd('owns')", "[3]"),
            returns("odd('pair')", "(1, 2)"),
            returns("odd('counts')", "{'a': 2, 'b': 1}"),
            returns("odd('keys')", "{1}"),
            returns("odd('half')", "0.5"),
            returns("odd('deque')", "[1]"),
            returns("odd('bytes')", "b'ab'"),
            returns("odd('sum')", "0.3"),
            returns("odd('cycle')", "[1]"),
            returns("odd('huge')", "[1]"),
            returns("fail('ValueError')", "1"),
            returns("missing(1)", "1"),
            new Example(Kind.RAISES, List.of(), "fail('KeyError')", "LookupError", ""),
            new Example(Kind.RAISES, List.of(), "fail('KeyError')", "ValueError", ""),
            new Example(Kind.RAISES, List.of(), "fail('AssertionError')", "ValueError", ""),
            new Example(Kind.RAISES, List.of(), "fail('SystemExit')", "SystemExit", ""),
            new Example(Kind.RAISES, List.of(), "same(1)", "ValueError", ""),
            new Example(Kind.RAISES, List.of(), "fail('OSError')", "IOError", ""),
            new Example(Kind.PRINTS, List.of(), "say('a')", "a\n", ""),
            new Example(Kind.PRINTS, List.of(), "say('a')", "b", ""),
            new Example(Kind.ASSERTS, List.of(), "same(2) > 1", "", ""),
            returns("same(4)", "2 + 2"));

    areTheSame(new Python(TOOLCHAINS, Progress.silent()), code, List.of("same"), examples);
  }

  @Test
  void javaScript() throws Exception {
    areTheSame(new JavaScript(TOOLCHAINS), nodeCode("module.exports = "), NODE, nodeExamples());
  }

  @Test
  void typeScript() throws Exception {
    areTheSame(
        new TypeScript(TOOLCHAINS, Progress.silent()),
        "// @ts-nocheck\n" + nodeCode("export "),
        NODE,
        nodeExamples());
  }

  private static final List<String> NODE = List.of("same", "odd", "fail", "say");

  private static String nodeCode(String exports) {
    return """
        class Point {
          constructor() {
            this.x = 1;
          }
        }

        function same(x) {
          return x;
        }

        async function later(x) {
          return x;
        }

        function odd(name) {
          const row = [];
          row.push(row);
          return {
            point: new Point(),
            set: new Set([1, 2]),
            map: new Map([['a', 1]]),
            big: 3n,
            nan: NaN,
            cycle: row,
            sum: 0.1 + 0.2,
            json: { toJSON: () => 3 },
            date: new Date(0),
            nothing: undefined,
          }[name];
        }

        function fail(text) {
          throw new RangeError(text);
        }

        function say(text) {
          console.log(text);
        }

        %s{ same, later, odd, fail, say };
        """
        .formatted(exports);
  }

  private static List<Example> nodeExamples() {
    return List.of(
        returns("same(1)", "1"),
        returns("same(1)", "2"),
        returns("same('a')", "1"),
        returns("same([1, 'a', null])", "[1, 'a', null]"),
        returns("same([1, 'a'])", "[1, 'b']"),
        returns("same({ a: 1, b: [2] })", "{ b: [2], a: 1 }"),
        returns("same({ a: 1 })", "{ a: 2 }"),
        returns("later(1)", "1"),
        returns("odd('point')", "{ x: 1 }"),
        returns("odd('set')", "new Set([2, 1])"),
        returns("odd('map')", "new Map([['a', 1]])"),
        returns("odd('big')", "3n"),
        returns("odd('big')", "3"),
        returns("odd('nan')", "NaN"),
        returns("odd('cycle')", "[1]"),
        returns("odd('sum')", "0.3"),
        returns("odd('json')", "3"),
        returns("odd('date')", "0"),
        returns("odd('nothing')", "undefined"),
        returns("odd('nothing')", "null"),
        returns("fail('no')", "1"),
        returns("missing(1)", "1"),
        new Example(Kind.RAISES, List.of(), "fail('no')", "RangeError", ""),
        new Example(Kind.RAISES, List.of(), "fail('no')", "Error", ""),
        new Example(Kind.RAISES, List.of(), "fail('no')", "TypeError", ""),
        new Example(Kind.RAISES, List.of(), "same({})", "TypeError", ""),
        new Example(Kind.PRINTS, List.of(), "say('a')", "a\n", ""),
        new Example(Kind.PRINTS, List.of(), "say('a')", "b", ""),
        new Example(Kind.ASSERTS, List.of(), "same(2) > 1", "", ""),
        returns("same(4)", "2 + 2"));
  }

  @Test
  void java() throws Exception {
    String code =
        """
        import java.util.*;

        class Solution {
          record Pair(int x, String y) {}

          enum Kind { A }

          static Object odd(String name) {
            return switch (name) {
              case "pair" -> new Pair(1, "a");
              case "kind" -> Kind.A;
              case "none" -> Optional.empty();
              case "some" -> Optional.of(3);
              case "set" -> new TreeSet<>(List.of(2, 1));
              case "map" -> new HashMap<>(Map.of("a", List.of(1)));
              case "array" -> new int[] {1, 2};
              case "letters" -> "ab".toCharArray();
              case "sum" -> 0.1 + 0.2;
              case "float" -> 0.1f;
              case "large" -> new java.math.BigDecimal("3.0");
              case "text" -> new StringBuilder("a");
              case "huge" -> Collections.nCopies(100000, 1);
              default -> new Object() {
                @Override public boolean equals(Object o) { return true; }
                @Override public int hashCode() { return 0; }
                @Override public String toString() { return "own"; }
              };
            };
          }

          static int add(int a, int b) { return a + b; }

          static int fail(String text) { throw new IllegalStateException(text); }

          static void say(String text) { System.out.println(text); }
        }
        """;
    List<Example> examples =
        List.of(
            returns("add(1, 2)", "3"),
            returns("add(1, 2)", "4"),
            returns("add(1, 2)", "\"3\""),
            returns("odd(\"pair\")", "[1, \"a\"]"),
            returns("odd(\"pair\")", "[2, \"a\"]"),
            returns("odd(\"kind\")", "\"A\""),
            returns("odd(\"none\")", "null"),
            returns("odd(\"some\")", "3"),
            returns("odd(\"set\")", "[2, 1]"),
            returns("odd(\"map\")", "{\"a\": [1]}"),
            returns("odd(\"map\")", "{\"a\": [2]}"),
            returns("odd(\"array\")", "[1, 2]"),
            returns("odd(\"letters\")", "\"ab\""),
            returns("odd(\"sum\")", "0.3"),
            returns("odd(\"float\")", "0.1"),
            returns("odd(\"large\")", "3"),
            returns("odd(\"text\")", "\"a\""),
            returns("odd(\"own\")", "3"),
            returns("odd(\"own\")", "\"own\""),
            returns("fail(\"no\")", "1"),
            returns("missing(1)", "1"),
            new Example(Kind.RAISES, List.of(), "fail(\"no\")", "IllegalStateException", ""),
            new Example(Kind.RAISES, List.of(), "fail(\"no\")", "RuntimeException", ""),
            new Example(Kind.RAISES, List.of(), "fail(\"no\")", "ArithmeticException", ""),
            new Example(Kind.RAISES, List.of(), "add(1, 2)", "ArithmeticException", ""),
            new Example(Kind.PRINTS, List.of(), "say(\"a\")", "a\n", ""),
            new Example(Kind.PRINTS, List.of(), "say(\"a\")", "b", ""),
            new Example(Kind.ASSERTS, List.of(), "add(1, 2) > 2", "", ""));

    areTheSame(new Java(TOOLCHAINS, Progress.silent()), code, List.of("add"), examples);
  }

  private static void areTheSame(
      Language language, String code, List<String> entryPoints, List<Example> examples)
      throws InterruptedException {
    String path = language.idioms().solutionPath();
    SourceFile tests =
        language
            .exampleTests(
                new TestBrief(
                    path,
                    language.testPath(path, Origin.TEXT.id()),
                    entryPoints,
                    List.of(),
                    examples))
            .orElseThrow();
    TestFile file = new TestFile(Origin.TEXT, tests, language.testNames(tests));
    assertThat(language.observation(tests).orElseThrow().expected())
        .hasSizeGreaterThan(examples.size() * 3 / 4);

    Judgement inside = judged(checkingInside(language), path, code, file);
    Judgement outside = judged(language, path, code, file);

    assertThat(outside.outcomes()).containsExactlyElementsOf(inside.outcomes());
    assertThat(outside.outcomes())
        .extracting(TestOutcome::outcome)
        .contains(Outcome.PASSED, Outcome.FAILED)
        .doesNotContain(Outcome.MISSING);
    assertThat(outside.errors()).isEqualTo(inside.errors());
  }

  private static Judgement judged(Language language, String path, String code, TestFile file)
      throws InterruptedException {
    Scanner scanner = new Scanner();
    Set<String> allowed = scanner.rules().stream().map(Rule::id).collect(Collectors.toSet());
    try {
      return new Judge(scanner, new Sandboxes().choose())
          .judge(
              language,
              new Candidate(List.of(new SourceFile(path, code))),
              new Suite(List.of(file)),
              new JudgeSettings(LIMITS, allowed));
    } catch (ToolchainException e) {
      return Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }

  /// The language as it would be without observations.
  private static Language checkingInside(Language language) {
    return (Language)
        Proxy.newProxyInstance(
            Language.class.getClassLoader(),
            new Class<?>[] {Language.class},
            (_, method, arguments) -> {
              if (method.getName().equals("observation")) {
                return Optional.empty();
              }
              try {
                return method.invoke(language, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Example returns(String call, String expected) {
    return new Example(Kind.RETURNS, List.of(), call, expected, "");
  }
}
