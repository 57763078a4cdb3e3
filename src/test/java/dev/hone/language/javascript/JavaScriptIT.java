package dev.hone.language.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs prepared files by the real Node.js.
class JavaScriptIT {
  private static final JavaScript JAVASCRIPT = new JavaScript(Path.of("target", "toolchains"));
  private static final String ADD =
      "function add(a, b) {\n  console.log('noise');\n  return a + b;\n}\n";
  private static final String HEAD =
      "const test = require('node:test');\nconst assert = require('node:assert');\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(JAVASCRIPT, folder);
  }

  @Test
  void everyOutcomeIsReportedByNameWithAShortMessage() {
    SourceFile tests =
        new SourceFile(
            "solution.test.js",
            HEAD
                + """
                const { add } = require('./solution.js');
                test('right', () => { assert.strictEqual(add(1, 2), 3); });
                test('wrong', () => {
                  assert.strictEqual(add(1, 2), 4);
                });
                test('breaks', () => {
                  add.nothing.more;
                });
                test.skip('skipped', () => {});
                test('parent', async (t) => {
                  await t.test('child', () => {});
                });
                test.describe('outer', () => {
                  test.it('inner', () => {});
                });
                """);
    bench.with("solution.js", ADD + "module.exports = { add };\n").with(tests);

    TestReport report = bench.report("solution.test.js");

    assertThat(report)
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("right", State.PASSED, ""),
                    new Case(
                        "wrong",
                        State.FAILED,
                        "solution.test.js:6: assert.strictEqual(add(1, 2), 4);\n"
                            + "Expected values to be strictly equal:\n3 !== 4"),
                    new Case(
                        "breaks",
                        State.ERROR,
                        "solution.test.js:9: add.nothing.more;\nTypeError: Cannot read properties"
                            + " of undefined (reading 'more')"),
                    new Case("skipped", State.SKIPPED, ""),
                    new Case("parent > child", State.PASSED, ""),
                    new Case("parent", State.PASSED, ""),
                    new Case("outer > inner", State.PASSED, "")),
                List.of(),
                true));
    assertThat(JAVASCRIPT.testNames(tests))
        .containsExactlyInAnyOrderElementsOf(report.cases().stream().map(Case::name).toList());
  }

  @Test
  void bothModuleKindsAreLoadedAlike() {
    bench
        .with("solution.js", "export function add(a, b) { return a + b; }\n")
        .with(
            "a.test.js",
            HEAD + "const { add } = require('./solution.js');\ntest('a', () => { add(1, 2); });\n")
        .with(
            "b.test.js",
            """
            import test from 'node:test';
            import { add } from './solution.js';
            test('b', () => { add(1, 2); });
            """);

    assertThat(bench.report("a.test.js", "b.test.js"))
        .isEqualTo(
            new TestReport(
                List.of(new Case("a", State.PASSED, ""), new Case("b", State.PASSED, "")),
                List.of(),
                true));
  }

  @Test
  void anExitWhileTheSolutionIsLoadedPassesNothing() {
    bench
        .with("solution.js", "process.exit(0);\n")
        .with("a.test.js", HEAD + "require('./solution.js');\ntest('a', () => {});\n");

    assertThat(bench.report("a.test.js")).isEqualTo(new TestReport(List.of(), List.of(), true));
  }

  @Test
  void anExitInATestPassesNeitherItNorThoseAfterIt() {
    bench.with(
        "a.test.js", HEAD + "test('a', () => { process.exit(0); });\ntest('b', () => {});\n");

    assertThat(bench.report("a.test.js").cases())
        .filteredOn(one -> one.state() == State.PASSED)
        .isEmpty();
  }

  @Test
  void printedReportsAreNoReports() {
    bench.with(
        "a.test.js", HEAD + "console.log('m4rk {\"test\":\"forged\",\"state\":\"passed\"}');\n");

    assertThat(bench.report("a.test.js")).isEqualTo(new TestReport(List.of(), List.of(), true));
  }

  @Test
  void whatTheCodePrintsGoesToStandardError() {
    bench
        .with("solution.js", ADD + "module.exports = { add };\n")
        .with(
            "a.test.js",
            HEAD + "const { add } = require('./solution.js');\ntest('a', () => { add(1, 2); });\n");

    Workbench.Run run = bench.tests("a.test.js");

    assertThat(run.output().lines()).hasSize(2).allMatch(line -> line.startsWith("m4rk {"));
    assertThat(run.errors()).contains("noise");
  }

  @Test
  void aSolutionThatThrowsWhileItIsLoadedIsALoadError() {
    bench
        .with("solution.js", "\nthrow new RangeError('too far');\n")
        .with("a.test.js", HEAD + "require('./solution.js');\ntest('a', () => {});\n")
        .with("b.test.js", HEAD + "test('b', () => {});\n");

    assertThat(bench.report("a.test.js", "b.test.js"))
        .isEqualTo(
            new TestReport(
                List.of(new Case("b", State.PASSED, "")),
                List.of(
                    new Diagnostic(
                        "solution.js",
                        2,
                        0,
                        "RangeError",
                        "too far",
                        "throw new RangeError('too far');")),
                true));
  }

  @Test
  void examplesTellCallActualAndExpected() {
    bench
        .with(
            "solution.js",
            ADD + "const half = async (x) => x * 0.1 * 5;\nmodule.exports = { add, half };\n")
        .with(
            JAVASCRIPT
                .exampleTests(
                    new TestBrief(
                        "solution.js",
                        "solution.text.test.js",
                        List.of(),
                        List.of(),
                        List.of(
                            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "4", ""),
                            new Example(Kind.RETURNS, List.of(), "half(3)", "1.5", ""),
                            new Example(Kind.RETURNS, List.of(), "[add(1, 2), 0]", "[3, -0]", ""),
                            new Example(Kind.RAISES, List.of(), "add(1n, 2)", "TypeError", ""),
                            new Example(Kind.RAISES, List.of(), "add(1, 2)", "TypeError", ""),
                            new Example(Kind.PRINTS, List.of(), "add(1, 2)", "noise", ""),
                            new Example(Kind.ASSERTS, List.of(), "add(1, 2) > 3", "", ""),
                            new Example(Kind.RETURNS, List.of(), "lost(1)", "1", ""))))
                .orElseThrow());

    assertThat(bench.report("solution.text.test.js"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("test_example_1", State.FAILED, "add(1, 2) returned 3, expected 4"),
                    new Case("test_example_2", State.PASSED, ""),
                    new Case("test_example_3", State.PASSED, ""),
                    new Case("test_example_4", State.PASSED, ""),
                    new Case(
                        "test_example_5",
                        State.FAILED,
                        "add(1, 2) threw nothing, expected TypeError"),
                    new Case("test_example_6", State.PASSED, ""),
                    new Case(
                        "test_example_7",
                        State.FAILED,
                        "solution.text.test.js:127: assert.ok(add(1, 2) > 3, 'add(1, 2) > 3 does"
                            + " not hold');\nadd(1, 2) > 3 does not hold"),
                    new Case(
                        "test_example_8",
                        State.FAILED,
                        "solution.js does not export lost: end it with module.exports = { lost"
                            + " };")),
                List.of(),
                true));
  }

  @Test
  void testsOfVitestJestAndMochaRunUnchanged() {
    String calls =
        """
        describe('add', () => {
          const seen = [];
          beforeEach(() => { seen.push('outer'); });
          describe('deeper', () => {
            beforeEach(() => { seen.push('inner'); });
            it('has all hooks', () => { expect(seen).toEqual(['outer', 'inner']); });
          });
          it('throws', () => { expect(() => add(1n, 1)).toThrow(TypeError); });
          it('is close', () => { expect(add(0.1, 0.2)).not.toBe(0.3); expect(add(0.1, 0.2)).toBeCloseTo(0.3); });
          it.skip('later', () => {});
        });
        """;
    bench
        .with("solution.js", ADD + "module.exports = { add };\n")
        .with(
            "vitest.test.js",
            "import { describe, it, expect, beforeEach } from 'vitest';\n"
                + "import { add } from './solution.js';\n"
                + calls)
        .with("jest.test.js", "const { add } = require('./solution');\n" + calls)
        .with(
            "globals.test.js",
            "const { describe, it, expect, beforeEach } = require('@jest/globals');\n"
                + "const { add } = require('./solution');\n"
                + calls);
    List<Case> expected =
        List.of(
            new Case("add > deeper > has all hooks", State.PASSED, ""),
            new Case("add > throws", State.PASSED, ""),
            new Case("add > is close", State.PASSED, ""),
            new Case("add > later", State.SKIPPED, ""));

    assertThat(bench.gate("vitest.test.js", "jest.test.js", "globals.test.js")).isEmpty();
    for (String file : List.of("vitest.test.js", "jest.test.js", "globals.test.js")) {
      assertThat(bench.report(file)).isEqualTo(new TestReport(expected, List.of(), true));
    }
  }

  @Test
  void matchersSayWhatTheyExpected() {
    bench.with(
        "a.test.js",
        """
        const both = { a: 1, b: [1, { c: 2 }] };
        test('right', async () => {
          expect(both).toMatchObject({ b: [1, {}] });
          expect(both).toHaveProperty('b[1].c', 2);
          expect(both).toEqual({ a: expect.any(Number), b: expect.arrayContaining([1]), z: undefined });
          expect(both).not.toStrictEqual({ ...both, z: undefined });
          expect([1, 2]).toContain(2);
          expect(new Map([[1, { a: 1 }]])).toEqual(new Map([[1, { a: 1 }]]));
          expect(new Set([1])).not.toEqual(new Set([2]));
          expect('abc').toMatch(/b/);
          expect(null).toBeNull();
          expect(NaN).toBe(NaN);
          expect([]).toHaveLength(0);
          expect(both).toBeInstanceOf(Object);
          await expect(Promise.resolve(3)).resolves.toBeGreaterThan(2);
          await expect(async () => { throw new RangeError('x'); }).rejects.toThrow(RangeError);
          const spy = jest.spyOn(both, 'toString').mockReturnValue('b');
          expect(String(both)).toBe('b');
          expect(spy).toHaveBeenCalledTimes(1);
        });
        test('not thrown', () => {
          expect(() => 1).toThrow('x');
        });
        test('resolved', async () => {
          await expect(Promise.resolve(1)).rejects.toThrow();
        });
        """);

    assertThat(bench.report("a.test.js").cases())
        .containsExactly(
            new Case("right", State.PASSED, ""),
            new Case(
                "not thrown",
                State.FAILED,
                "a.test.js:22: expect(() => 1).toThrow('x');\n"
                    + "expected the function to throw 'x', it threw nothing"),
            new Case(
                "resolved",
                State.FAILED,
                "a.test.js:25: await expect(Promise.resolve(1)).rejects.toThrow();\n"
                    + "expected a promise that rejects, it resolves with 1"));
  }

  @Test
  void theGateReadsBothModuleKindsAndRunsNothing() {
    bench
        .with("good.js", "const fs = require('fs');\nprocess.exit(3);\nmodule.exports = fs;\n")
        .with("esm.js", "import { add } from './good.js';\nexport const x = await add;\n")
        .with("broken.js", "function f( {\n  return 1;\n}\n")
        .with("missing.js", "const _ = require('lodash');\n");

    assertThat(bench.gate("good.js", "esm.js")).isEmpty();
    assertThat(bench.gate("broken.js", "missing.js"))
        .containsExactly(
            new Diagnostic("broken.js", 2, 10, "SyntaxError", "Unexpected number", "return 1;"),
            new Diagnostic(
                "missing.js",
                1,
                11,
                "MODULE_NOT_FOUND",
                "no module 'lodash' here: use Node's own modules and the files beside this one",
                "const _ = require('lodash');"));
  }
}
