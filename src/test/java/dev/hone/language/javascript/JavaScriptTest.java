package dev.hone.language.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaScriptTest {
  @TempDir private Path cache;

  private JavaScript javaScript() {
    return new JavaScript(cache);
  }

  @Test
  void testNamesAreThePathsOfTheirTitles() {
    String text =
        """
        const { test, describe, it } = require('node:test');
        test('adds', () => {});
        test("it's \\"quoted\\" \\u0041", { timeout: 5 }, async () => {});
        test.skip(`later`, () => {});
        for (const x of [1, 2]) {
          test(`computed ${x}`, () => {});
        }
        test('parent', async (t) => {
          await t.test('child', () => {});
        });
        describe('outer', () => {
          it('inner', () => { /x/.test('no test'); });
          describe('mid', () => { it.only('deepest', () => {}); });
        });
        """;

    assertThat(javaScript().testNames(new SourceFile("a.test.js", text)))
        .containsExactly(
            "adds",
            "it's \"quoted\" A",
            "later",
            "parent",
            "parent > child",
            "outer > inner",
            "outer > mid > deepest");
  }

  @Test
  void offeredNamesAreTheExports() {
    assertThat(offered("function f() {}\nmodule.exports = { f, g: f, h() {} };"))
        .containsExactly("f", "g", "h");
    assertThat(offered("module.exports = f; exports.g = 1; module.exports.h = 2;"))
        .containsExactly("f", "g", "h");
    assertThat(
            offered(
                """
                export function f() {}
                export default class C {}
                export const g = 1, h = 2;
                function i() {}
                export { i, i as j };
                """))
        .containsExactly("f", "C", "g", "h", "i", "j");
    assertThat(offered("function f() {}")).isEmpty();
  }

  @Test
  void examplesBecomeOneTestEach() {
    List<Example> examples =
        List.of(
            new Example(Kind.RETURNS, List.of(), "add(1, 2);", "3", ""),
            new Example(Kind.RETURNS, List.of(), "pair('a')", "{ a: [1] }", ""),
            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "the sum", ""),
            new Example(Kind.RAISES, List.of(), "add('a')", "TypeError", ""),
            new Example(Kind.PRINTS, List.of(), "greet()", "Hello\n", ""),
            new Example(
                Kind.ASSERTS, List.of("const s = new Stack();"), "s.pop() === undefined", "", ""));

    String text =
        javaScript()
            .exampleTests(
                new TestBrief(
                    "lib/solution.js",
                    "lib/solution.text.test.js",
                    List.of("add"),
                    List.of(),
                    examples))
            .orElseThrow()
            .content();

    assertThat(text)
        .startsWith("const assert = require('node:assert');\n")
        .contains("const solution = require('./solution.js');\n");
    assertThat(text.substring(text.indexOf("test('test_example_1'")))
        .isEqualTo(
            """
            test('test_example_1', async () => {
              const add = offered('add');
              check('add(1, 2)', await add(1, 2), 3);
            });

            test('test_example_2', async () => {
              const add = offered('add');
              const pair = offered('pair');
              check('pair(\\'a\\')', await pair('a'), { a: [1] });
            });

            test('test_example_4', async () => {
              const add = offered('add');
              await checkThrows('add(\\'a\\')', 'TypeError', async () => add('a'));
            });

            test('test_example_5', async () => {
              const add = offered('add');
              const greet = offered('greet');
              await checkPrints('greet()', 'Hello\\n', async () => greet());
            });

            test('test_example_6', async () => {
              const add = offered('add');
              const Stack = offered('Stack');
              const s = new Stack();
              assert.ok(s.pop() === undefined, 's.pop() === undefined does not hold');
            });
            """);
  }

  @Test
  void testFilesStandBesideTheSolutionAndShareItsModuleKind() {
    assertThat(javaScript().testPath("lib/a.js", "text")).isEqualTo("lib/a.text.test.js");
    assertThat(javaScript().testPath("a.mjs", "text")).isEqualTo("a.text.test.mjs");
  }

  private List<String> offered(String text) {
    return javaScript().offeredNames(new SourceFile("solution.js", text));
  }
}
