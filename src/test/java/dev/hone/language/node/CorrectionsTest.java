package dev.hone.language.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hone.language.Diagnostic;
import dev.hone.language.Fix;
import dev.hone.language.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CorrectionsTest {
  private static final String ADD = "function add(a, b) {\n  return a + b;\n}\n";
  private static final String TYPED_ADD =
      "function add(a: number, b: number): number {\n  return a + b;\n}\n";

  @Test
  void aForgottenExportIsAddedBeforeAnythingRan() {
    assertThat(corrected("solution.js", ADD, "add"))
        .isEqualTo(ADD + "\nmodule.exports = { add };\n");
    assertThat(corrected("solution.ts", TYPED_ADD, "add")).isEqualTo("export " + TYPED_ADD);
    assertThat(corrected("solution.js", ADD)).isEqualTo(ADD + "\nmodule.exports = { add };\n");
    assertThat(corrected("solution.mjs", ADD, "add")).isEqualTo(ADD + "\nexport { add };\n");
    assertThat(corrected("a.js", "export const x = 1;\n" + ADD, "add"))
        .isEqualTo("export const x = 1;\n" + ADD + "\nexport { add };\n");
    assertThat(corrected("a.ts", "enum Kind { A }\nconst f = () => Kind.A;\n", "f", "Kind"))
        .isEqualTo("export enum Kind { A }\nexport const f = () => Kind.A;\n");
  }

  @Test
  void aForgottenNameJoinsTheExportsThatAreThere() {
    String two = ADD + "class Box {}\n";
    assertThat(corrected("a.js", two + "module.exports = { add };\n", "add", "Box"))
        .isEqualTo(two + "module.exports = { add, Box };\n");
    assertThat(corrected("a.js", two + "module.exports = {\n  add,\n};\n", "Box"))
        .isEqualTo(two + "module.exports = {\n  add, Box,\n};\n");
    assertThat(corrected("a.js", two + "module.exports = {};\n", "Box"))
        .isEqualTo(two + "module.exports = { Box };\n");
    assertThat(corrected("a.js", two + "exports.add = add;\n", "add", "Box"))
        .isEqualTo(two + "exports.add = add;\n\nmodule.exports.Box = Box;\n");
  }

  @Test
  void whatIsExportedAsAWholeIsAlsoExportedByName() {
    assertThat(corrected("a.js", ADD + "module.exports = add;\n", "add"))
        .isEqualTo(ADD + "module.exports = add;\n\nmodule.exports.add = add;\n");
    assertThat(corrected("a.js", "module.exports = class Box {};\n", "Box"))
        .isEqualTo("module.exports = class Box {};\n\nmodule.exports.Box = module.exports;\n");
    assertThat(corrected("a.ts", "export default " + TYPED_ADD, "add"))
        .isEqualTo("export default " + TYPED_ADD + "\nexport { add };\n");
    assertThat(corrected("a.js", "export default " + ADD, "add"))
        .isEqualTo("export default " + ADD + "\nexport { add };\n");
  }

  @Test
  void everySignatureOfAnOverloadedFunctionIsExported() {
    String text =
        """
        function f(a: number): number;
        function f(a: string): string;
        function f(a: any) {
          return a;
        }
        """;
    assertThat(corrected("a.ts", text, "f"))
        .isEqualTo(
            """
            export function f(a: number): number;
            export function f(a: string): string;
            export function f(a: any) {
              return a;
            }
            """);
  }

  @Test
  void aNameThatTheCompilerMissedIsExported() {
    Diagnostic fault =
        new Diagnostic(
            "a.test.ts",
            1,
            10,
            "TS2459",
            "Module '\"./a\"' declares 'add' locally, but it is not exported.",
            "");
    assertThat(fix("a.ts", "export const x = 1;\n" + TYPED_ADD, List.of(), List.of(fault)))
        .isEqualTo(
            Optional.of(
                new Fix(
                    List.of("missing-export"),
                    List.of(new SourceFile("a.ts", "export const x = 1;\nexport " + TYPED_ADD)))));
  }

  @Test
  void exportsThatAreRightStayAsTheyAre() {
    unchanged("a.js", ADD + "module.exports = { add };\n", "add");
    unchanged("a.js", ADD + "module.exports.add = add;\n", "add");
    unchanged(
        "a.js", ADD + "if (typeof module !== 'undefined') {\n  exports.add = add;\n}\n", "add");
    unchanged("a.js", "const helper = 1;\nmodule.exports = { add: () => helper };\n", "add");
    unchanged("a.js", "function main() {\n  return 1;\n}\nmain();\n");
    unchanged("a.ts", "export " + TYPED_ADD, "add");
    unchanged("a.ts", TYPED_ADD + "export = add;\n", "add");
    unchanged("a.ts", TYPED_ADD + "export { add };\n", "add");
    unchanged("a.js", "const other = 1;\n", "add");
  }

  @Test
  void misspeltExportsAreSpeltRight() {
    assertThat(corrected("a.js", ADD + "exports = { add };\n", "add"))
        .isEqualTo(ADD + "module.exports = { add };\n");
    assertThat(corrected("a.js", ADD + "module.export = { add };\n", "add"))
        .isEqualTo(ADD + "module.exports = { add };\n");
    unchanged("a.js", ADD + "exports.add = add;\n", "add");
  }

  @Test
  void codeIsTakenOutOfItsFences() {
    assertThat(corrected("a.js", "Here it is:\n```js\nmodule.exports = 1;\n```\nDone.\n"))
        .isEqualTo("module.exports = 1;\n");
    assertThat(corrected("a.ts", "```typescript\nexport const a = 1;\n```\n"))
        .isEqualTo("export const a = 1;\n");
    assertThat(corrected("a.js", "module.exports = 1;\n```\n\nThis is the code.\n"))
        .isEqualTo("module.exports = 1;\n");
    unchanged("a.js", "module.exports = String.raw`\n\\`\\`\\`\n`;\n");
    unchanged("a.js", "/*\n```\nf();\n```\n*/\nmodule.exports = 1;\n");
  }

  @Test
  void consoleCallsOnLoadGoWhereAFunctionIsAskedFor() {
    String code = ADD + "module.exports = { add };\n";
    assertThat(
            corrected(
                "a.js",
                code + "// Example\nconsole.log(add(1, 2)); // 3\nconsole.log(\n  add(3, 4),\n);\n",
                "add"))
        .isEqualTo(code + "// Example\n");
    unchanged("a.js", "console.log('a program');\n");
    unchanged("a.js", ADD + "if (add(1, 1)) {\n  console.log(1);\n}\nexports.add = add;\n", "add");
    unchanged("a.ts", "export function log(): void {\n  console.log(1);\n}\n", "log");
  }

  @Test
  void checksThatRunOnLoadAreTakenAway() {
    assertThat(
            corrected(
                "a.ts",
                """
                import { strict as assert } from 'assert';

                export function add(a: number, b: number): number {
                  return a + b;
                }

                // Says whether add is right.
                function checkAdd() {
                  const sum = add(1, 2);
                  assert.strictEqual(sum, 3);
                  console.log("fine");
                }

                // Run it.
                checkAdd();
                """,
                "add"))
        .isEqualTo(
            """
            export function add(a: number, b: number): number {
              return a + b;
            }
            """);
    assertThat(
            corrected("a.js", ADD + "module.exports = { add };\nassert(add(1, 1) === 2);\n", "add"))
        .isEqualTo(ADD + "module.exports = { add };\n");
  }

  @Test
  void whatRunsOnLoadAndIsNoCheckStays() {
    unchanged(
        "a.js",
        """
        const table = [];
        function fill() {
          table.push(1);
        }
        fill();
        function add(a, b) {
          return a + b;
        }
        module.exports = { add };
        """,
        "add");
    unchanged(
        "a.js",
        """
        const assert = require('assert');
        function add(a, b) {
          assert(a);
          return a + b;
        }
        module.exports = { add };
        """,
        "add");
  }

  @Test
  void commonJsInAnEsModuleIsWrittenAsOne() {
    assertThat(
            corrected(
                "a.js",
                "import path from 'path';\nconst fs = require('fs');\nconst { join: j, sep } ="
                    + " require('node:path');\nfunction f() {}\nmodule.exports = { f };\n",
                "f"))
        .isEqualTo(
            "import path from 'path';\nimport fs from 'fs';\nimport { join as j, sep } from"
                + " 'node:path';\nfunction f() {}\nexport { f };\n");
    assertThat(corrected("a.js", "export " + ADD + "module.exports = { add };\n", "add"))
        .isEqualTo("export " + ADD);
    assertThat(corrected("a.ts", TYPED_ADD + "module.exports = { add };\n", "add"))
        .isEqualTo(TYPED_ADD + "export { add };\n");
    assertThat(corrected("a.ts", "const fs = require('fs');\nexport const f = fs.existsSync;\n"))
        .isEqualTo("import * as fs from 'fs';\nexport const f = fs.existsSync;\n");
    unchanged("a.js", "const fs = require('fs');\nmodule.exports = { f: fs.existsSync };\n");
  }

  @Test
  void aForgottenModuleOfNodeIsImported() {
    assertThat(corrected("a.js", "'use strict';\nexports.f = (x) => fs.existsSync(x);\n"))
        .isEqualTo(
            "'use strict';\nconst fs = require('node:fs');\nexports.f = (x) => fs.existsSync(x);\n");
    assertThat(
            corrected(
                "a.ts", "export class Bus extends EventEmitter {}\nexport const j = path.join;\n"))
        .isEqualTo(
            """
            import { EventEmitter } from 'node:events';
            import * as path from 'node:path';
            export class Bus extends EventEmitter {}
            export const j = path.join;
            """);
    assertThat(corrected("a.js", "import x from './b.js';\nexport const f = util.inspect(x);\n"))
        .isEqualTo(
            """
            import x from './b.js';
            import util from 'node:util';
            export const f = util.inspect(x);
            """);
    assertThat(corrected("a.js", "exports.h = (x) => crypto.createHash('md5').update(x);\n"))
        .startsWith("const crypto = require('node:crypto');\n");
    unchanged("a.js", "exports.f = (path) => path.length;\n");
    unchanged("a.js", "exports.f = ({ os }) => os.name;\n");
    unchanged("a.js", "exports.id = () => crypto.randomUUID();\n");
    unchanged(
        "a.ts", "import { promisify } from 'util';\nexport const p = promisify(setTimeout);\n");
    unchanged("a.js", "exports.o = { path: 1, fs: 2 };\n");
  }

  @Test
  void aConstantThatIsUsedEarlyMovesUp() {
    Diagnostic fault =
        new Diagnostic(
            "a.js", 1, 0, "ReferenceError", "Cannot access 'twice' before initialization", "");
    String early = "const four = twice(2);\n";
    String helper = "const twice = (x) => x * 2;\n";
    String rest = "module.exports = { four };\n";

    assertThat(fix("a.js", early + helper + rest, List.of(), List.of(fault)).orElseThrow())
        .isEqualTo(
            new Fix(
                List.of("early-use"),
                List.of(new SourceFile("a.js", helper + "\n" + early + rest))));
    String needsMore = "const factor = 2;\nconst twice = (x) => x * factor;\n";
    assertThat(fix("a.js", early + needsMore + rest, List.of(), List.of(fault))).isEmpty();
    assertThat(fix("a.js", early + helper + rest, List.of(), List.of())).isEmpty();
  }

  @Test
  void filesOfOtherKindsAndBrokenTextStayAsTheyAre() {
    unchanged("a.json", "{}\n", "add");
    unchanged("a.js", "function add( {\n", "add");
  }

  private static String corrected(String path, String text, String... entryPoints) {
    Fix fix = fix(path, text, List.of(entryPoints), List.of()).orElseThrow();
    String once = fix.code().getFirst().content();
    assertThat(fix(path, once, List.of(entryPoints), List.of())).as("a second time").isEmpty();
    return once;
  }

  private static void unchanged(String path, String text, String... entryPoints) {
    assertThat(fix(path, text, List.of(entryPoints), List.of())).isEmpty();
  }

  private static Optional<Fix> fix(
      String path, String text, List<String> entryPoints, List<Diagnostic> faults) {
    return Corrections.of(List.of(new SourceFile(path, text)), entryPoints, faults);
  }
}
