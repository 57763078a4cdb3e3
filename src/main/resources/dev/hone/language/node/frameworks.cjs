// What test files of Jest, Vitest and Mocha commonly use, on top of node:test.

const nodeTest = require('node:test');
const { inspect } = require('node:util');
const { expect } = require('./expect.cjs');
const mocks = require('./mocks.cjs');

// What Mocha offers as `this`.
const SETTINGS = { timeout: () => SETTINGS, slow: () => SETTINGS, retries: () => SETTINGS };

/** The suites around the one whose body is being read, outermost first, each with its own hooks. */
let open = [{ before: [], after: [] }];
let testTimeout;

function addHook(kind, hook) {
  open.at(-1)[kind].push(hook);
}

// Only the name tells a callback from the context that other frameworks pass.
const CALLS_BACK = /^(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(?:done|cb|callback|next|finish|end)\b/;

/** A function of a test or hook as a promise, whether it returns one or calls its argument at the end. */
function settled(body, argument) {
  if (!CALLS_BACK.test(String(body))) {
    return body.call(SETTINGS, argument);
  }
  return new Promise((resolve, reject) => {
    const done = (error) => (error === undefined || error === null ? resolve() : reject(error));
    done.fail = (error) => reject(error instanceof Error ? error : new Error(String(error ?? 'done.fail was called')));
    const returned = body.call(SETTINGS, Object.assign(done, argument));
    if (typeof returned?.then === 'function') {
      returned.then(resolve, reject);
    }
  });
}

async function withHooks(suites, body, argument) {
  try {
    for (const hook of suites.flatMap((suite) => suite.before)) {
      await settled(hook, argument);
    }
    await settled(body, argument);
  } finally {
    // The innermost first, as every framework does.
    for (const hook of [...suites].reverse().flatMap((suite) => [...suite.after].reverse())) {
      await settled(hook, argument);
    }
  }
}

function milliseconds(limit) {
  const value = typeof limit === 'number' ? limit : limit?.timeout;
  return value ?? testTimeout;
}

/** Some frameworks take the options second, some third. */
function parts(rest) {
  const body = rest.find((one) => typeof one === 'function');
  const timeout = milliseconds(rest.find((one) => typeof one === 'number' || (one !== null && typeof one === 'object')));
  return { body, options: timeout === undefined ? {} : { timeout } };
}

function define(title, rest, extra, row) {
  const { body, options } = parts(rest);
  const name = typeof title === 'function' ? title.name : String(title);
  if (body === undefined) {
    nodeTest.test(name, { todo: true });
    return;
  }
  const suites = open;
  const { fails, ...flags } = extra;
  nodeTest.test(name, { ...options, ...flags }, async (context) => {
    const argument = { expect, task: { name }, skip: () => context.skip() };
    const run = row === undefined ? body : async () => body(...row.values);
    try {
      await withHooks(suites, run, argument);
    } catch (error) {
      if (fails) {
        return;
      }
      throw row === undefined ? error : ofRow(error, row);
    }
    if (fails) {
      throw new Error('the test was marked as failing, and passed');
    }
  });
}

function ofRow(error, row) {
  if (error !== null && typeof error === 'object' && typeof error.message === 'string') {
    error.message = `with ${row.shown}: ${error.message}`;
  }
  return error;
}

function defineSuite(title, rest, extra, row) {
  const { body, options } = parts(rest);
  const name = typeof title === 'function' ? title.name : String(title);
  const around = open;
  nodeTest.describe(name, { ...options, ...extra }, () => {
    open = [...around, { before: [], after: [] }];
    try {
      return body?.apply(SETTINGS, row?.values ?? []);
    } finally {
      open = around;
    }
  });
}

/** The rows of `each`: a list of values or of lists, or a template table with its heading. */
function rows(table, values) {
  if (Array.isArray(table) && table.raw !== undefined) {
    const heading = table[0].split('\n')[0] || table[0].trim().split('\n')[0];
    const names = (heading.trim() || table[0].trim()).split('|').map((name) => name.trim()).filter((name) => name !== '');
    const found = [];
    for (let i = 0; i + names.length <= values.length; i += names.length) {
      const one = Object.fromEntries(names.map((name, j) => [name, values[i + j]]));
      found.push({ values: [one], shown: inspect(one, { breakLength: Infinity }) });
    }
    return found;
  }
  return [...table].map((row) => ({
    values: Array.isArray(row) ? row : [row],
    shown: (Array.isArray(row) ? row : [row]).map((one) => inspect(one, { breakLength: Infinity })).join(', '),
  }));
}

// A title stays as it is written, without the values of the row: so it is known before it runs.
function each(make, extra) {
  return (table, ...values) =>
    (title, ...rest) => {
      for (const row of rows(table, values)) {
        make(title, rest, extra, row);
      }
    };
}

function word(make, extra = {}) {
  const plain = (title, ...rest) => make(title, rest, extra);
  plain.each = each(make, extra);
  plain.for = (table) => (title, ...rest) => {
    for (const one of table) {
      make(title, rest, extra, { values: [one, { expect }], shown: inspect(one, { breakLength: Infinity }) });
    }
  };
  return plain;
}

function variants(make) {
  const base = word(make);
  base.skip = word(make, { skip: true });
  base.todo = (title) => nodeTest.test(String(title), { todo: true });
  // Every test is asked for by name, so one that is singled out silences no other.
  base.only = base;
  for (const same of ['concurrent', 'sequential', 'shuffle']) {
    base[same] = base;
  }
  base.fails = word(make, { fails: true });
  base.failing = base.fails;
  base.skipIf = (condition) => (condition ? base.skip : base);
  base.runIf = (condition) => (condition ? base : base.skip);
  return base;
}

const test = variants(define);
const describe = variants(defineSuite);

exports.test = test;
exports.it = test;
exports.specify = test;
exports.fit = test;
exports.xit = test.skip;
exports.xtest = test.skip;
exports.describe = describe;
exports.context = describe;
exports.suite = describe;
exports.fdescribe = describe;
exports.xdescribe = describe.skip;
exports.expect = expect;
exports.before = (...rest) => nodeTest.before(() => settled(parts(rest).body));
exports.after = (...rest) => nodeTest.after(() => settled(parts(rest).body));
exports.beforeAll = exports.before;
exports.afterAll = exports.after;
exports.beforeEach = (...rest) => addHook('before', parts(rest).body);
exports.afterEach = (...rest) => addHook('after', parts(rest).body);
exports.setTimeout = (limit) => {
  testTimeout = limit;
};
exports.vi = mocks.tools(exports.setTimeout);
exports.jest = exports.vi;
