package dev.hone.language.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Example;
import dev.hone.language.Example.Kind;
import dev.hone.language.SourceFile;
import dev.hone.language.TestBrief;
import dev.hone.progress.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeScriptTest {
  @TempDir private Path cache;

  private TypeScript typeScript() {
    return new TypeScript(cache, Progress.silent());
  }

  @Test
  void testNamesAreThePathsOfTheirTitlesInEveryFramework() {
    SourceFile file =
        new SourceFile(
            "a.test.ts",
            """
            import { describe, it, test, expect } from 'vitest';
            test('adds', (): void => {});
            test.each<[number, number]>([[1, 2], [3, 4]])('row %i', (a, b) => {
              expect(a).toBe(b);
            });
            it.each`
              a | b
              ${1} | ${2}
            `('table $a', ({ a, b }) => {});
            test.skipIf(true)('maybe', () => {});
            describe('outer', () => {
              it('inner', async () => {
                expect(1 as number).toBe(1);
              });
            });
            """);

    assertThat(typeScript().testNames(file))
        .containsExactly("adds", "row %i", "table $a", "maybe", "outer > inner");
    assertThat(typeScript().testAt(file, 4)).contains("row %i");
    assertThat(typeScript().testAt(file, 13)).contains("outer > inner");
    assertThat(typeScript().testAt(file, 1)).isEmpty();
  }

  @Test
  void aFileKeepsItsOtherTests() {
    SourceFile file =
        new SourceFile("a.test.ts", "test('a', () => {});\n\ntest('b', (): void => {});\n");

    assertThat(typeScript().withoutTests(file, Set.of("a")))
        .isEqualTo(new SourceFile("a.test.ts", "\n\ntest('b', (): void => {});\n"));
  }

  @Test
  void offeredNamesAreTheExportedValues() {
    assertThat(
            typeScript()
                .offeredNames(
                    new SourceFile(
                        "a.ts",
                        """
                        export function f<T>(x: T): T { return x; }
                        export abstract class C {}
                        export enum Kind { A }
                        export interface Shape {}
                        export type Name = string;
                        const g = 1, h = 2;
                        export { g, type Name as N, h as i };
                        export type { Shape as S };
                        export default f;
                        """)))
        .containsExactly("f", "C", "Kind", "g", "i");
  }

  @Test
  void filesStandBesideTheSolution() {
    assertThat(typeScript().testPath("lib/a.ts", "text")).isEqualTo("lib/a.text.test.ts");
    assertThat(typeScript().importName("lib/a.ts")).isEqualTo("./a");
  }

  @Test
  void aFileThatDoesNotParseIsAFault() {
    assertThat(typeScript().syntaxFaults(new SourceFile("a.test.ts", "test('a', () => {\n")))
        .extracting(Diagnostic::path)
        .containsExactly("a.test.ts");
    assertThat(typeScript().syntaxFaults(new SourceFile("a.ts", "const a = <T,>(x: T) => x;\n")))
        .isEmpty();
  }

  @Test
  void examplesBecomeTestsWhoseTypesAreNotChecked() {
    String text =
        typeScript()
            .exampleTests(
                new TestBrief(
                    "solution.ts",
                    "solution.text.test.ts",
                    List.of("f"),
                    List.of("function f(x: any): any"),
                    List.of(
                        new Example(Kind.RETURNS, List.of(), "f([1, 2])", "None", ""),
                        new Example(Kind.RETURNS, List.of(), "f([True, (1, 2)])", "[(3, 4)]", ""),
                        new Example(Kind.RETURNS, List.of(), "f('a')", "{1, 2, 'x'}", ""),
                        new Example(Kind.RETURNS, List.of(), "f<number>(1)", "vec![1, 2]", ""),
                        new Example(Kind.RAISES, List.of(), "f(null)", "RangeError", ""))))
            .orElseThrow()
            .content();

    assertThat(text)
        .startsWith("// @ts-nocheck\nimport assert from 'node:assert';\n")
        .contains("import * as solution from './solution';\n");
    assertThat(
            text.lines()
                .filter(line -> line.strip().startsWith("check") || line.contains("await check")))
        .containsExactly(
            "  check('f([1, 2])', await f([1, 2]), null);",
            "  check('f([true,[1,2]])', await f([true,[1,2]]), [[3,4]]);",
            "  check('f<number>(1)', await f<number>(1), [1,2]);",
            "  await checkThrows('f(null)', 'RangeError', async () => f(null));");
    assertThat(text)
        .contains("test_example_1'", "test_example_2'", "test_example_4'", "test_example_5'");
  }
}
