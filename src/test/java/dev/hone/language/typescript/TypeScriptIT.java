package dev.hone.language.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.TestBrief;
import dev.hone.language.TestReport;
import dev.hone.language.TestReport.Case;
import dev.hone.language.TestReport.State;
import dev.hone.language.runner.Workbench;
import dev.hone.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs prepared files by the real compiler and the real Node.js.
class TypeScriptIT {
  private static final TypeScript TYPESCRIPT =
      new TypeScript(Path.of("target", "toolchains"), Progress.silent());
  private static final String HEAD =
      "import test from 'node:test';\nimport assert from 'node:assert';\n";
  private static final String ADD =
      "export function add(a: number, b: number): number {\n  return a + b;\n}\n";

  @TempDir private Path folder;
  private Workbench bench;

  @BeforeEach
  void layOut() {
    bench = new Workbench(TYPESCRIPT, folder);
  }

  @Test
  void theCheckerStartsFromASnapshot() {
    assertThat(TYPESCRIPT.gate(List.of("solution.ts")).orElseThrow().command())
        .contains("--snapshot-blob");
  }

  @Test
  void theCompilerIsFetchedIntoAFolderThatIsReachedByALink() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    assertThat(new TypeScript(link, Progress.silent()).gate(List.of("solution.ts"))).isPresent();

    try (Stream<Path> fetched = Files.walk(real)) {
      assertThat(fetched).anyMatch(path -> path.endsWith("node_modules/typescript/lib"));
    }
  }

  @Test
  void everyOutcomeIsReportedByNameWithTheLineThatWasWritten() {
    bench
        .with(
            "solution.ts",
            """
            interface Pair {
              a: number;
            }

            export enum Kind { A, B }

            export function broken(pair?: Pair): number {
              return pair!.a;
            }
            """)
        .with(
            "a.test.ts",
            HEAD
                + """
                import { Kind, broken } from './solution';

                interface Local {
                  x: number;
                }

                test('right', () => { assert.strictEqual(broken({ a: 3 }), 3); });
                test('wrong', () => {
                  const local: Local = { x: Kind.B };
                  assert.strictEqual(local.x, 2);
                });
                test('breaks', () => {
                  broken();
                });
                test.skip('skipped', () => {});
                test.describe('outer', () => {
                  test.it('inner', () => {});
                });
                """);

    assertThat(bench.report("a.test.ts"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("right", State.PASSED, ""),
                    new Case(
                        "wrong",
                        State.FAILED,
                        "a.test.ts:12: assert.strictEqual(local.x, 2);\n"
                            + "Expected values to be strictly equal:\n1 !== 2"),
                    new Case(
                        "breaks",
                        State.ERROR,
                        "a.test.ts:15: broken();\nsolution.ts:8: return pair!.a;\nTypeError: Cannot"
                            + " read properties of undefined (reading 'a')"),
                    new Case("skipped", State.SKIPPED, ""),
                    new Case("outer > inner", State.PASSED, "")),
                List.of(),
                true));
  }

  @Test
  void faultsOfTheCompilerKeepTheTestsFromRunning() {
    bench
        .with("solution.ts", ADD.replace("a + b", "'a' + b"))
        .with(
            "a.test.ts",
            HEAD + "import { add, sub } from './solution';\ntest('a', () => { add(1, sub); });\n");

    assertThat(bench.report("a.test.ts"))
        .isEqualTo(
            new TestReport(
                List.of(),
                List.of(),
                List.of(
                    new Diagnostic(
                        "solution.ts",
                        2,
                        3,
                        "TS2322",
                        "Type 'string' is not assignable to type 'number'.",
                        "return 'a' + b;"),
                    new Diagnostic(
                        "a.test.ts",
                        3,
                        15,
                        "TS2305",
                        "Module '\"./solution\"' has no exported member 'sub'.",
                        "import { add, sub } from './solution';")),
                false));
  }

  @Test
  void theGateChecksFilesWithoutTests() {
    bench
        .with("good.ts", "import * as fs from 'fs';\nexport const f = (x) => fs.existsSync(x);\n")
        .with("broken.ts", "export function f( {\n")
        .with("missing.ts", "import _ from 'lodash';\nexport const f = _.map;\n");

    assertThat(bench.gate("good.ts")).isEmpty();
    assertThat(bench.gate("broken.ts"))
        .containsExactly(new Diagnostic("broken.ts", 2, 1, "TS1005", "'}' expected.", ""));
    assertThat(bench.gate("missing.ts"))
        .containsExactly(
            new Diagnostic(
                "missing.ts",
                1,
                15,
                "TS2307",
                "no module 'lodash' here: use Node's own modules and the files beside this one",
                "import _ from 'lodash';"));
  }

  @Test
  void whatAPlainCompilerAcceptsIsAccepted() {
    bench
        .with(
            "solution.ts",
            """
            import fs from 'fs';
            import * as assert from 'assert';
            import { createHash } from 'crypto';
            const later: number = setTimeout(() => {}, 1) as any;
            let timer: number | undefined;
            export class Box {
              name: string;
              constructor(private readonly items = []) {}
              first(key) { assert(this.items); return new Map([[key, this.items[0]]]).get(key).length; }
              start() { timer = setTimeout(() => {}, 1); return fs.existsSync('x') || later; }
              hash() { return createHash('md5').update('a').digest('hex').length; }
            }
            const unused = require('./other');
            export default Box;
            """)
        .with("other.ts", "const unused = 1;\nmodule.exports = { unused };\n")
        .with(
            "a.test.ts",
            HEAD
                + """
                import Whole, { Box } from './solution.js';
                import { type Box as Same } from './solution.ts';
                const unused: Same = new Whole(['abc']);
                test('a', () => { assert.strictEqual(new Box(['abc']).first('k'), 3); });
                test('b', () => { assert.strictEqual(unused.hash(), 32); unused.start(); });
                test('c', () => { assert.throws(() => new Box(3, 4), TypeError); });
                """);

    assertThat(bench.report("a.test.ts").buildErrors()).isEmpty();
    assertThat(bench.report("a.test.ts").cases())
        .contains(new Case("a", State.PASSED, ""), new Case("b", State.PASSED, ""));
  }

  @Test
  void testsThatOnlyStrictTypesAllowAreAllowed() {
    bench
        .with(
            "solution.ts",
            """
            export type Result = { ok: true; value: number } | { ok: false; error: string };
            export function f(): Result {
              return { ok: false, error: 'x' };
            }
            """)
        .with(
            "a.test.ts",
            HEAD
                + """
                import { f } from './solution';
                test('a', () => {
                  const result = f();
                  if (!result.ok) {
                    assert.strictEqual(result.error, 'x');
                  }
                });
                """);

    assertThat(bench.report("a.test.ts"))
        .isEqualTo(new TestReport(List.of(new Case("a", State.PASSED, "")), List.of(), true));
  }

  @Test
  void testsOfVitestJestAndMochaRunUnchanged() {
    bench
        .with("solution.ts", ADD)
        .with(
            "vitest.test.ts",
            """
            import { describe, it, expect, vi, beforeEach } from 'vitest';
            import { add } from './solution';
            describe('add', () => {
              let start: number;
              beforeEach(() => { start = 1; });
              it('adds', () => { expect(add(start, 2)).toBe(3); });
              it.each([[1, 1, 2], [2, 2, 5]])('%i + %i', (a, b, sum) => {
                expect(add(a, b)).toBe(sum);
              });
              it('calls', async () => {
                const called = vi.fn((x: number) => x);
                called(add(1, 1));
                expect(called).toHaveBeenCalledWith(2);
                await expect(Promise.reject(new Error('no'))).rejects.toThrow('no');
              });
            });
            """)
        .with(
            "jest.test.ts",
            """
            import { add } from './solution';
            test('adds', () => { expect({ sum: add(1, 2) }).toEqual({ sum: 4 }); });
            test('unknown', () => { expect(1).toBeFunny(); });
            """)
        .with(
            "mocha.test.ts",
            """
            import assert from 'assert';
            import { add } from './solution';
            describe('add', function () {
              this.timeout(500);
              it('adds', function (done) {
                assert.equal(add(1, 2), 3);
                setTimeout(done, 1);
              });
            });
            """);

    assertThat(bench.report("vitest.test.ts").cases())
        .containsExactly(
            new Case("add > adds", State.PASSED, ""),
            new Case(
                "add > %i + %i",
                State.FAILED,
                "vitest.test.ts:8: expect(add(a, b)).toBe(sum);\nwith 2, 2, 5: expected 4 to be 5"),
            new Case("add > calls", State.PASSED, ""));
    assertThat(bench.report("jest.test.ts").cases())
        .first()
        .isEqualTo(
            new Case(
                "adds",
                State.FAILED,
                "jest.test.ts:2: test('adds', () => { expect({ sum: add(1, 2) }).toEqual({ sum: 4"
                    + " }); });\nexpected { sum: 3 } to equal { sum: 4 }"));
    assertThat(bench.report("jest.test.ts").cases().getLast().message())
        .contains("the matcher 'toBeFunny' is not known here: there are toThrow, toBe, toEqual");
    assertThat(bench.report("mocha.test.ts").cases())
        .containsExactly(new Case("add > adds", State.PASSED, ""));
  }

  @Test
  void anExitPassesNothing() {
    bench
        .with("solution.ts", "export const f = () => process.exit(0);\n")
        .with(
            "a.test.ts",
            HEAD
                + "import { f } from './solution';\ntest('a', () => { f(); });\ntest('b', () => {});\n");

    assertThat(bench.report("a.test.ts").cases())
        .filteredOn(one -> one.state() == State.PASSED)
        .isEmpty();
  }

  @Test
  void aSolutionThatThrowsWhileItIsLoadedIsALoadError() {
    bench
        .with("solution.ts", "type A = 1;\n\nthrow new RangeError('too far');\nexport {};\n")
        .with("a.test.ts", HEAD + "import './solution';\ntest('a', () => {});\n");

    assertThat(bench.report("a.test.ts").loadErrors())
        .containsExactly(
            new Diagnostic(
                "solution.ts", 3, 0, "RangeError", "too far", "throw new RangeError('too far');"));
  }

  @Test
  void examplesTellCallActualAndExpected() {
    bench
        .with("solution.ts", ADD)
        .with(
            TYPESCRIPT
                .exampleTests(
                    new TestBrief(
                        "solution.ts",
                        "solution.text.test.ts",
                        List.of("add"),
                        List.of(),
                        List.of(
                            new Example(Kind.RETURNS, List.of(), "add(1, 2)", "4", ""),
                            new Example(Kind.RETURNS, List.of(), "add('a', 'b')", "'ab'", ""),
                            new Example(Kind.RETURNS, List.of(), "lost(1)", "1", ""))))
                .orElseThrow());

    assertThat(bench.report("solution.text.test.ts"))
        .isEqualTo(
            new TestReport(
                List.of(
                    new Case("test_example_1", State.FAILED, "add(1, 2) returned 3, expected 4"),
                    new Case("test_example_2", State.PASSED, ""),
                    new Case(
                        "test_example_3",
                        State.FAILED,
                        "solution.ts does not export lost: add export { lost };")),
                List.of(),
                true));
  }
}
