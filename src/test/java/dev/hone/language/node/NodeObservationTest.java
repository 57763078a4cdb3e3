package dev.hone.language.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.Observation;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.javascript.JavaScript;
import dev.hone.language.typescript.TypeScript;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeObservationTest {
  private static final JavaScript JAVA_SCRIPT = new JavaScript(Path.of("unused"));
  private static final List<Example> EXAMPLES =
      List.of(
          new Example(Kind.RETURNS, List.of("const n = 1;"), "add(n, 2)", "1234567", ""),
          new Example(Kind.RAISES, List.of(), "add('a')", "TypeError", ""),
          new Example(Kind.PRINTS, List.of(), "greet({})", "Hello there\n", ""),
          new Example(Kind.ASSERTS, List.of(), "add(1, 1) === 7654321", "", ""),
          new Example(Kind.RETURNS, List.of(), "add(2, 2)", "2 + 1111111", ""));

  @Test
  void theFileThatRunsHoldsNoExpectedValueButThoseItChecksItself() {
    SourceFile tests = tests();
    Observation observation = JAVA_SCRIPT.observation(tests).orElseThrow();
    String text = observation.file().content();

    assertThat(text.substring(text.indexOf("test('test_example_1'")))
        .isEqualTo(
            """
            test('test_example_1', async (honeTest) => {
              const add = offered('add');
              const n = 1;
              honeObserved.returned(honeTest, await add(n, 2));
            });

            test('test_example_2', async (honeTest) => {
              const add = offered('add');
              await honeObserved.thrown(honeTest, async () => add('a'));
            });

            test('test_example_3', async (honeTest) => {
              const add = offered('add');
              const greet = offered('greet');
              await honeObserved.printed(honeTest, async () => greet({}));
            });

            test('test_example_4', async () => {
              const add = offered('add');
              assert.ok(add(1, 1) === 7654321, 'add(1, 1) === 7654321 does not hold');
            });

            test('test_example_5', async () => {
              const add = offered('add');
              check('add(2, 2)', await add(2, 2), 2 + 1111111);
            });
            """);
    assertThat(observation.expected())
        .containsOnlyKeys("test_example_1", "test_example_2", "test_example_3");
    assertThat(text.split("\n", -1)).hasSameSizeAs(tests.content().split("\n", -1));
  }

  @Test
  void typeScriptIsObservedAlike() {
    TypeScript typeScript = new TypeScript(Path.of("unused"), Progress.silent());
    SourceFile tests =
        typeScript
            .exampleTests(
                new TestBrief(
                    "solution.ts", "solution.text.test.ts", List.of("add"), List.of(), EXAMPLES))
            .orElseThrow();

    assertThat(typeScript.observation(typeScript.asGenerated(tests)).orElseThrow().expected())
        .containsOnlyKeys("test_generated_1", "test_generated_2", "test_generated_3");
  }

  @Test
  void testsOfAnybodyElseCheckThemselves() {
    String own = "test('test_example_1', () => { check('add(1)', add(1), 1); });\n";

    assertThat(JAVA_SCRIPT.observation(new SourceFile("own.test.js", own))).isEmpty();
  }

  private static SourceFile tests() {
    return JAVA_SCRIPT
        .exampleTests(
            new TestBrief(
                "solution.js", "solution.text.test.js", List.of("add"), List.of(), EXAMPLES))
        .orElseThrow();
  }
}
