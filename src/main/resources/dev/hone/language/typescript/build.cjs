// Makes the checker in a folder, once, from the fetched packages, the scripts that JavaScript shares,
// and those beside this one:
//
//   node build.cjs PACKAGES NODE SCRIPTS FOLDER
//
// `checker.js` is the compiler, the report and the check in one text. `checker.blob` is its heap after
// it has loaded, parsed the libraries and checked something: starting from it takes a fifth of the time.
// A Node.js that cannot make or start one leaves the folder without it.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const { builtinModules } = require('node:module');
const path = require('node:path');

const [packages, node, scripts, folder] = process.argv.slice(2);
const entry = path.join(folder, 'checker.js');
const blob = path.join(folder, 'checker.blob');

function text(...parts) {
  return fs.readFileSync(path.join(...parts), 'utf8');
}

function works() {
  const sample = fs.mkdtempSync(path.join(folder, 'sample-'));
  try {
    fs.writeFileSync(path.join(sample, 'a.ts'), "export const a: string = 1;\n");
    const run = spawnSync(process.execPath, ['--snapshot-blob', blob, 'check', 'a.ts'], { cwd: sample, encoding: 'utf8' });
    return run.status === 1 && run.stdout.includes('TS2322');
  } finally {
    fs.rmSync(sample, { recursive: true });
  }
}

fs.writeFileSync(
  entry,
  [
    text(packages, 'typescript', 'lib', 'typescript.js'),
    `const PACKAGES = ${JSON.stringify(packages)};`,
    `const PRELOAD = ${JSON.stringify(path.join(node, 'preload.cjs'))};`,
    // A snapshot is made before the list is.
    `const BUILTIN = new Set(${JSON.stringify(builtinModules.flatMap((name) => [name, `node:${name}`]))});`,
    `const TESTING = ${JSON.stringify(text(scripts, 'testing.d.ts'))};`,
    '{ const module = { exports: {} };',
    text(node, 'report.cjs'),
    'var REPORT = module.exports; }',
    text(scripts, 'libraries.js'),
    text(scripts, 'packages.js'),
    text(scripts, 'faults.js'),
    text(scripts, 'check.js'),
  ].join('\n'),
);
const made = spawnSync(process.execPath, ['--snapshot-blob', blob, '--build-snapshot', entry], { cwd: folder, stdio: 'ignore' });
if (made.status !== 0 || !works()) {
  fs.rmSync(blob, { force: true });
}
