// The common matchers of Jest and Vitest.

const { AssertionError } = require('node:assert');
const { inspect, isDeepStrictEqual, types } = require('node:util');
const { isMock } = require('./mocks.cjs');

function shown(value) {
  return inspect(value, { depth: 4, breakLength: 100 });
}

/** A value that a matcher compares by its own rule, such as `expect.anything()`. */
class Pattern {
  constructor(name, matches) {
    this.name = name;
    this.matches = matches;
  }

  [inspect.custom]() {
    return this.name;
  }
}

const isObject = (value) => value !== null && typeof value === 'object';
const plainKeys = (value) => Object.keys(value).filter((key) => value[key] !== undefined);

/** Equality as `toEqual` has it: properties that are undefined count as absent, classes do not count. */
function equal(a, b, strict, seen = new Map()) {
  if (b instanceof Pattern) {
    return b.matches(a);
  }
  if (Object.is(a, b)) {
    return true;
  }
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) {
    return false;
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
    return false;
  }
  if (seen.get(a) === b) {
    return true;
  }
  seen.set(a, b);
  if (a instanceof Error || b instanceof Error) {
    return a instanceof Error && b instanceof Error && a.message === b.message && a.name === b.name;
  }
  if (types.isSet(a) && types.isSet(b)) {
    return a.size === b.size && [...a].every((one) => b.has(one) || [...b].some((other) => equal(one, other, strict, new Map(seen))));
  }
  if (types.isMap(a) && types.isMap(b)) {
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key), strict, seen));
  }
  if (types.isDate(a) || types.isRegExp(a) || types.isBoxedPrimitive(a) || ArrayBuffer.isView(a) || types.isSet(a) || types.isMap(a)) {
    return isDeepStrictEqual(a, b);
  }
  if (Array.isArray(a) && a.length !== b.length) {
    return false;
  }
  const keys = strict ? Object.keys : plainKeys;
  const ofA = keys(a);
  const ofB = keys(b);
  return ofA.length === ofB.length && ofB.every((key) => Object.hasOwn(a, key) && equal(a[key], b[key], strict, seen));
}

function matchesObject(actual, part) {
  if (part instanceof Pattern || !isObject(part)) {
    return equal(actual, part, false);
  }
  if (!isObject(actual) || Array.isArray(actual) !== Array.isArray(part)) {
    return false;
  }
  if (Array.isArray(part)) {
    return actual.length === part.length && part.every((one, i) => matchesObject(actual[i], one));
  }
  return Object.keys(part).every((key) => key in actual && matchesObject(actual[key], part[key]));
}

function threw(actual, expected, thrown) {
  if (!thrown.happened) {
    return false;
  }
  const message = String(thrown.error?.message ?? thrown.error);
  if (expected === undefined) {
    return true;
  }
  if (typeof expected === 'string') {
    return message.includes(expected);
  }
  if (expected instanceof RegExp) {
    return expected.test(message);
  }
  if (typeof expected === 'function') {
    return thrown.error instanceof expected;
  }
  return expected instanceof Pattern ? expected.matches(thrown.error) : message === expected.message;
}

function outcome(actual) {
  if (typeof actual !== 'function') {
    return { happened: false };
  }
  try {
    actual();
    return { happened: false };
  } catch (error) {
    return { happened: true, error };
  }
}

function at(value, where) {
  const steps = Array.isArray(where) ? where : String(where).replace(/\[(\w+)\]/g, '.$1').split('.');
  let current = value;
  for (const step of steps) {
    if (current === null || current === undefined || !(step in Object(current))) {
      return { found: false };
    }
    current = current[step];
  }
  return { found: true, value: current };
}

function callsOf(mock) {
  if (!isMock(mock)) {
    throw new TypeError(`expected a function made by fn() or spyOn(), not ${shown(mock)}`);
  }
  return mock.mock.calls;
}

function contains(actual, item) {
  return typeof actual === 'string' ? actual.includes(item) : [...actual].includes(item);
}

/** Each gets the actual value and the matcher's arguments, and says whether it holds and what was wanted. */
const MATCHERS = {
  toBe: (actual, expected) => [Object.is(actual, expected), `to be ${shown(expected)}`],
  toEqual: (actual, expected) => [equal(actual, expected, false), `to equal ${shown(expected)}`],
  toStrictEqual: (actual, expected) => [equal(actual, expected, true), `to strictly equal ${shown(expected)}`],
  toMatchObject: (actual, part) => [matchesObject(actual, part), `to match ${shown(part)}`],
  toBeNull: (actual) => [actual === null, 'to be null'],
  toBeUndefined: (actual) => [actual === undefined, 'to be undefined'],
  toBeDefined: (actual) => [actual !== undefined, 'to be defined'],
  toBeTruthy: (actual) => [Boolean(actual), 'to be truthy'],
  toBeFalsy: (actual) => [!actual, 'to be falsy'],
  toBeNaN: (actual) => [Number.isNaN(actual), 'to be NaN'],
  toBeTypeOf: (actual, type) => [typeof actual === type, `to be of type ${type}`],
  toBeInstanceOf: (actual, kind) => [actual instanceof kind, `to be an instance of ${kind.name}`],
  toBeGreaterThan: (actual, other) => [actual > other, `to be greater than ${shown(other)}`],
  toBeGreaterThanOrEqual: (actual, other) => [actual >= other, `to be at least ${shown(other)}`],
  toBeLessThan: (actual, other) => [actual < other, `to be less than ${shown(other)}`],
  toBeLessThanOrEqual: (actual, other) => [actual <= other, `to be at most ${shown(other)}`],
  toBeCloseTo: (actual, other, digits = 2) => [
    actual === other || Math.abs(actual - other) < 10 ** -digits / 2,
    `to be close to ${shown(other)} (${digits} digits)`,
  ],
  toBeOneOf: (actual, list) => [[...list].some((one) => equal(actual, one, false)), `to be one of ${shown(list)}`],
  toContain: (actual, item) => [contains(actual, item), `to contain ${shown(item)}`],
  toContainEqual: (actual, item) => [[...actual].some((one) => equal(one, item, false)), `to contain ${shown(item)}`],
  toHaveLength: (actual, length) => [actual?.length === length, `to have length ${length}, not ${shown(actual?.length)}`],
  toMatch: (actual, part) => [part instanceof RegExp ? part.test(actual) : String(actual).includes(part), `to match ${shown(part)}`],
  toHaveProperty: (actual, where, ...value) => {
    const { found, value: there } = at(actual, where);
    const holds = found && (value.length === 0 || equal(there, value[0], false));
    return [holds, `to have a property ${shown(where)}${value.length === 0 ? '' : ` that equals ${shown(value[0])}`}`];
  },
  toSatisfy: (actual, check) => [Boolean(check(actual)), 'to satisfy the condition'],
  toHaveBeenCalled: (mock) => [callsOf(mock).length > 0, 'to have been called'],
  toHaveBeenCalledOnce: (mock) => [callsOf(mock).length === 1, `to have been called once, not ${callsOf(mock).length} times`],
  toHaveBeenCalledTimes: (mock, times) => [callsOf(mock).length === times, `to have been called ${times} times, not ${callsOf(mock).length}`],
  toHaveBeenCalledWith: (mock, ...values) => [
    callsOf(mock).some((call) => equal(call, values, false)),
    `to have been called with ${shown(values)}; calls: ${shown(callsOf(mock))}`,
  ],
  toHaveBeenLastCalledWith: (mock, ...values) => [equal(callsOf(mock).at(-1), values, false), `to have been called last with ${shown(values)}`],
  toHaveBeenNthCalledWith: (mock, n, ...values) => [equal(callsOf(mock)[n - 1], values, false), `to have been called the ${n}. time with ${shown(values)}`],
  toHaveReturnedWith: (mock, value) => [
    callsOf(mock) && mock.mock.results.some((one) => one.type === 'return' && equal(one.value, value, false)),
    `to have returned ${shown(value)}`,
  ],
};
MATCHERS.toBeCalled = MATCHERS.toHaveBeenCalled;
MATCHERS.toBeCalledTimes = MATCHERS.toHaveBeenCalledTimes;
MATCHERS.toBeCalledWith = MATCHERS.toHaveBeenCalledWith;

function wantedError(expected) {
  return expected === undefined ? 'to throw' : `to throw ${typeof expected === 'function' ? expected.name : shown(expected)}`;
}

function require_(holds, negated, told, caller) {
  if (holds === negated) {
    const error = new AssertionError({ message: told, operator: 'expect' });
    Error.captureStackTrace(error, caller);
    throw error;
  }
}

function throwing(state) {
  return function toThrow(expected) {
    const thrown = state.thrown ?? outcome(state.actual);
    const said = thrown.happened ? `, it threw ${shown(thrown.error?.message ?? thrown.error)}` : ', it threw nothing';
    const told = `expected the function ${state.negated ? 'not ' : ''}${wantedError(expected)}${said}`;
    require_(threw(state.actual, expected, thrown), state.negated, told, toThrow);
  };
}

function matcher(name, state) {
  if (/^toThrow(Error)?$/.test(name)) {
    return throwing(state);
  }
  return function matched(...values) {
    const [holds, wanted] = MATCHERS[name](state.actual, ...values);
    const told = `expected ${shown(state.actual)} ${state.negated ? 'not ' : ''}${wanted}`;
    require_(holds, state.negated, state.label + told, matched);
  };
}

/** The matchers of a promise's value or error: each gives a promise. */
function later(state, kind) {
  const settle = async (name, next, values) => {
    const promise = typeof next.actual === 'function' ? next.actual() : next.actual;
    const result = await Promise.resolve(promise).then(
      (value) => ({ kind: 'resolves', value }),
      (error) => ({ kind: 'rejects', value: error }),
    );
    require_(result.kind === kind, false, `expected a promise that ${kind}, it ${result.kind} with ${shown(result.value)}`, settle);
    const thrown = kind === 'rejects' ? { happened: true, error: result.value } : undefined;
    return matcher(name, { ...next, actual: result.value, thrown })(...values);
  };
  return chain(state, (name, next) =>
    function matched(...values) {
      // The trace of an error that comes later does not lead back to the test.
      const here = {};
      Error.captureStackTrace(here, matched);
      return settle(name, next, values).catch((error) => {
        error.stack = `${error.name}: ${error.message}\n${here.stack.split('\n').slice(1).join('\n')}`;
        throw error;
      });
    },
  );
}

function chain(state, make) {
  return new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'not') {
          return chain({ ...state, negated: !state.negated }, make);
        }
        if (name === 'resolves' || name === 'rejects') {
          return later({ ...state }, name);
        }
        if (typeof name === 'symbol' || name === 'then') {
          return undefined;
        }
        if (!(name in MATCHERS) && !/^toThrow(Error)?$/.test(name)) {
          const known = ['toThrow', ...Object.keys(MATCHERS)].join(', ');
          throw new Error(`the matcher '${name}' is not known here: there are ${known}`);
        }
        return make(name, state);
      },
    },
  );
}

function expect(actual, label) {
  const state = { actual, negated: false, label: label === undefined ? '' : `${label}: ` };
  return chain(state, matcher);
}

const isOfType = (value, type) => typeof value === type.name.toLowerCase() || Object(value) instanceof type;

function patterns(negated) {
  const make = (name, matches) => new Pattern(`${negated ? 'not.' : ''}${name}`, (value) => matches(value) !== negated);
  return {
    objectContaining: (part) => make(`objectContaining(${shown(part)})`, (value) => isObject(value) && matchesObject(value, part)),
    arrayContaining: (list) =>
      make(`arrayContaining(${shown(list)})`, (value) => Array.isArray(value) && list.every((one) => value.some((other) => equal(other, one, false)))),
    stringContaining: (part) => make(`stringContaining(${shown(part)})`, (value) => typeof value === 'string' && value.includes(part)),
    stringMatching: (part) => make(`stringMatching(${shown(part)})`, (value) => typeof value === 'string' && new RegExp(part).test(value)),
    closeTo: (number, digits = 2) => make(`closeTo(${number})`, (value) => Math.abs(value - number) < 10 ** -digits / 2),
  };
}

Object.assign(expect, patterns(false), {
  not: patterns(true),
  anything: () => new Pattern('anything()', (value) => value !== null && value !== undefined),
  any: (type) => new Pattern(`any(${type.name})`, (value) => isOfType(value, type)),
  fail: (message) => {
    throw new AssertionError({ message: message ?? 'expect.fail was called' });
  },
  // Counting assertions needs each one to be seen; a test that makes fewer still fails by its own.
  assertions: () => {},
  hasAssertions: () => {},
});

exports.expect = expect;
