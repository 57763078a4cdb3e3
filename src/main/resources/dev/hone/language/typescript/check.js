// Started from the snapshot with
//
//   check FILE...                files without tests: one JSON object for each fault
//   test FILE...                 test files: builds them with what they load, and runs them
//   run FILE                     a program: builds it with what it loads, and runs it

const MOST_FAULTS = 20;

/** Plain JavaScript of a file, with the map that leads back. */
function stripped(file, text) {
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: false,
    compilerOptions: {
      target: TARGET,
      module: ts.ModuleKind.CommonJS,
      moduleDetection: ts.ModuleDetectionKind.Force,
      esModuleInterop: true,
      sourceMap: true,
    },
  });
  const code = outputText
    .replace(/\/\/# sourceMappingURL=.*\s*$/, '')
    // Node's own modules as they are: some of them are functions, which a copy would not be.
    .replace(/^(const \w+ = )__importStar\(require\("([^"\n]+)"\)\);$/gm, (all, start, name) => (BUILTIN.has(name) ? `${start}require("${name}");` : all));
  return { code, map: sourceMapText };
}

const scriptOf = (file) => file.replace(/\.[mc]?tsx?$/, '.js');

/** Writes each file as JavaScript beside it, and gives what leads from those files to the written ones. */
function write(sources) {
  const maps = new Map();
  for (const [file, source] of sources) {
    const { code, map } = stripped(file, source.text);
    fs.writeFileSync(scriptOf(file), code);
    maps.set(path.relative(process.cwd(), scriptOf(file)), { written: path.relative(process.cwd(), file), map });
  }
  return (place) => {
    const known = maps.get(place.path);
    if (known === undefined) {
      return place;
    }
    return { path: known.written, line: place.line === 0 ? 0 : lineOf(known, place.line) };
  };
}

function lineOf(known, line) {
  known.read ??= new (require('node:module').SourceMap)(JSON.parse(known.map));
  for (let column = 200; column >= 0; column -= 20) {
    const entry = known.read.findEntry(line - 1, column);
    if (entry?.originalLine !== undefined && entry.generatedLine === line - 1) {
      return entry.originalLine + 1;
    }
  }
  return line;
}

function main() {
  const [mode, ...files] = process.argv.slice(process.argv[1].endsWith('checker.js') ? 2 : 1);
  const mark = mode === 'test' ? REPORT.readMark() : '';
  const sources = closure(files);
  const tests = new Set(mode === 'test' ? files.map((file) => path.resolve(file)) : []);
  const all = faults(sources, tests);
  if (all.length > 0) {
    for (const one of all.slice(0, MOST_FAULTS).map(described)) {
      const entry = JSON.stringify(mode === 'test' ? { build: one } : one);
      fs.writeSync(1, mode === 'test' ? `${mark} ${entry}\n` : `${entry}\n`);
    }
    process.exitCode = 1;
  } else if (mode === 'test') {
    const original = write(sources);
    REPORT.runTests({ files: files.map(scriptOf), mark, preload: PRELOAD, original });
  } else if (mode === 'run') {
    write(sources);
    const { status } = require('node:child_process').spawnSync(process.execPath, files.map(scriptOf), { stdio: 'inherit' });
    process.exitCode = status ?? 1;
  }
}

/** Everything is used once, so that its code is in the snapshot. */
function warmUp() {
  const sample = [
    "import * as fs from 'fs';\nexport function add(a: number, b: number): number { const m = new Map<string, number[]>(); m.set('a', [1]);",
    "console.log([...m.values()].flat().map((x) => x + 1).filter(Boolean).sort().join(','), fs.existsSync('x'), JSON.stringify({ a: 1 }), 'a b'.split(' '), /x/.test('x')); return a + b; }",
    'export class Store<T> { private items: T[] = []; constructor(readonly size: number) {} async put(item: T): Promise<void> { this.items.push(item); } get length(): number { return this.items.length; } }',
    'export enum Kind { A, B }\nexport type Shape = { kind: "a"; x: number } | { kind: "b"; y?: string };\nexport interface Named { name: string }',
    'export function area(shape: Shape): number { switch (shape.kind) { case "a": return shape.x; default: throw new Error(`no ${shape.y}`); } }',
    "import test, { describe, it } from 'node:test';\nimport assert from 'node:assert';",
    "test('a', async () => { assert.strictEqual(add(1, 2), 3); assert.throws(() => { throw new Error('x'); }, /x/); assert.deepStrictEqual([1], [1]); expect(1).toBe(1); });",
    "describe('b', () => { it('c', () => { assert.ok(new Store<string>(3).length === 0); const x: number = 'wrong'; }); });",
  ].join('\n');
  const file = '/sample/sample.ts';
  for (let i = 0; i < 3; i++) {
    const sources = new Map([[file, parse(file, sample)]]);
    loaded(sources.get(file));
    faults(sources, new Set(i === 0 ? [file] : [])).map(described);
    stripped(file, sample);
  }
}

const { startupSnapshot } = require('node:v8');
if (startupSnapshot.isBuildingSnapshot()) {
  warmUp();
  startupSnapshot.setDeserializeMainFunction(main);
} else {
  main();
}
