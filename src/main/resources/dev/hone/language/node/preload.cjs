// Loaded before each test file: makes the words of Jest, Vitest and Mocha known, as globals and as
// modules. Nothing of `node:test` is loaded before one of them is used.

const fs = require('node:fs');
const path = require('node:path');

const MODULES = ['vitest', '@jest/globals', 'mocha'];
const WORDS = [
  'describe', 'context', 'suite', 'it', 'test', 'specify', 'expect', 'before', 'after', 'beforeAll', 'afterAll',
  'beforeEach', 'afterEach', 'jest', 'vi', 'xit', 'xtest', 'xdescribe', 'fit', 'fdescribe',
];

function words() {
  return require('./frameworks.cjs');
}

function defineWords() {
  for (const word of WORDS) {
    Object.defineProperty(globalThis, word, {
      configurable: true,
      enumerable: false,
      get: () => words()[word],
      set: (value) => Object.defineProperty(globalThis, word, { value, configurable: true, writable: true, enumerable: true }),
    });
  }
}

/** What takes the values of example tests is loaded before any code under test is. */
function defineObserver() {
  Object.defineProperty(globalThis, 'honeObserved', { value: require('./observer.cjs'), enumerable: false });
}

function defineModules(file, text) {
  for (const name of MODULES.filter((one) => text.includes(one))) {
    const folder = path.join(path.dirname(file), 'node_modules', name);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'index.js'), `module.exports = require(${JSON.stringify(path.join(__dirname, 'frameworks.cjs'))});\n`);
  }
}

// The process that starts the files is loaded with this too.
if (process.env.NODE_TEST_CONTEXT !== undefined && process.argv[1] !== undefined) {
  // What code prints in a loop without end must leave the process, or memory runs out before the
  // limit of its output acts.
  process.stdout._handle?.setBlocking?.(true);
  process.stderr._handle?.setBlocking?.(true);
  defineWords();
  const text = fs.readFileSync(process.argv[1], 'utf8');
  defineModules(process.argv[1], text);
  if (text.includes('honeObserved')) {
    defineObserver();
  }
}
