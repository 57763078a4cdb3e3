// Checks JavaScript files without running them.
//
//   node --no-warnings --experimental-vm-modules gate.mjs FILE...
//
// Prints one JSON object for each fault and ends with 1 if there is any. A `.js` file is read as
// CommonJS, and as an ES module if only its module syntax stands in the way, as Node itself does.

import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const MODULE_ONLY = /import statement|Unexpected token 'export'|import\.meta|await is only valid|Unexpected reserved word|top level bodies/;
const BUILTIN = new Set(builtinModules);
// The folder of packages that code may load, where there are any.
const PACKAGES = process.env.HONE_PACKAGES;
// Test files may use these; preload.cjs makes them.
const FRAMEWORKS = new Set(['vitest', '@jest/globals', 'mocha']);

function asCommonJs(file, source) {
  const names = ['exports', 'require', 'module', '__filename', '__dirname'];
  vm.compileFunction(source, names, { filename: file });
}

function asModule(file, source) {
  new vm.SourceTextModule(source, { identifier: file });
}

function compile(file, source) {
  if (file.endsWith('.mjs')) {
    return asModule(file, source);
  }
  try {
    asCommonJs(file, source);
  } catch (error) {
    if (file.endsWith('.cjs') || !MODULE_ONLY.test(error.message)) {
      throw error;
    }
    asModule(file, source);
  }
}

function fault(file, source, error) {
  // V8 tells the place only in the trace: `file:line`, the line of code, and a row of carets.
  const trace = String(error.stack).split('\n');
  const place = /:(\d+)$/.exec(trace[0]);
  const carets = trace.find((row) => /^\s*\^+\s*$/.test(row));
  const line = place ? Number(place[1]) : 0;
  return {
    path: file,
    line,
    column: place && carets ? carets.indexOf('^') + 1 : 0,
    code: error.name,
    message: error.message,
    source: (source.split('\n')[line - 1] ?? '').trim(),
  };
}

function missingModules(file, source) {
  const found = [];
  const pattern = /(?:\brequire\s*\(\s*|^\s*import\s+(?:[\w*{}\s,$]+\s+from\s+)?|^\s*export\s+[\w*{}\s,$]+\s+from\s+)(['"])([^'"\n]+)\1/;
  source.split('\n').forEach((text, index) => {
    const match = pattern.exec(text);
    if (match && !text.trim().startsWith('//') && !text.trim().startsWith('*') && !exists(file, match[2])) {
      found.push({
        path: file,
        line: index + 1,
        column: match.index + 1,
        code: 'MODULE_NOT_FOUND',
        message: `no module '${match[2]}' here: use Node's own modules${PACKAGES ? ', the packages that are there' : ''} and the files beside this one`,
        source: text.trim(),
      });
    }
  });
  return found;
}

function exists(file, name) {
  if (name.startsWith('.')) {
    const target = path.resolve(path.dirname(file), name);
    return ['', '.js', '.mjs', '.cjs', '.json', '.node', '/index.js'].some((end) => existsSync(target + end));
  }
  const plain = name.replace(/^node:/, '');
  const owner = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0];
  if (PACKAGES && owner && existsSync(path.join(PACKAGES, owner))) {
    return true;
  }
  return name.startsWith('/') || FRAMEWORKS.has(name) || BUILTIN.has(plain) || BUILTIN.has(plain.split('/')[0]) || name.startsWith('node:');
}

let faults = 0;
for (const file of process.argv.slice(2)) {
  const source = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  let found;
  try {
    compile(file, source.replace(/^#!/, '//'));
    found = missingModules(file, source);
  } catch (error) {
    found = [fault(file, source, error)];
  }
  for (const one of found) {
    console.log(JSON.stringify(one));
  }
  faults += found.length;
}
process.exitCode = faults > 0 ? 1 : 0;
