// Functions that remember how they were called, as `jest.fn()` and `vi.fn()` make them.

const made = new Set();

function fn(body) {
  let always = body;
  let next = [];
  const calls = [];
  const results = [];
  const mock = function (...values) {
    calls.push(values);
    const run = next.shift() ?? always;
    try {
      const value = run === undefined ? undefined : run.apply(this, values);
      results.push({ type: 'return', value });
      return value;
    } catch (error) {
      results.push({ type: 'throw', value: error });
      throw error;
    }
  };
  const set = (change) => () => (change(), mock);
  const once = (run) => (next.push(run), mock);
  const lasting = (run) => ((always = run), mock);
  Object.assign(mock, {
    mock: { calls, results, get lastCall() { return calls.at(-1); } },
    mockImplementation: lasting,
    mockImplementationOnce: once,
    mockReturnValue: (value) => lasting(() => value),
    mockReturnValueOnce: (value) => once(() => value),
    mockResolvedValue: (value) => lasting(async () => value),
    mockResolvedValueOnce: (value) => once(async () => value),
    mockRejectedValue: (error) => lasting(async () => { throw error; }),
    mockRejectedValueOnce: (error) => once(async () => { throw error; }),
    mockName: set(() => {}),
    mockClear: set(() => { calls.length = 0; results.length = 0; }),
    mockReset: set(() => { calls.length = 0; results.length = 0; next = []; always = undefined; }),
    mockRestore: set(() => { calls.length = 0; results.length = 0; next = []; always = body; }),
  });
  made.add(mock);
  return mock;
}

function spyOn(object, name) {
  const real = object[name];
  const owned = Object.hasOwn(object, name);
  const mock = fn(real);
  mock.mockRestore = () => {
    if (owned) {
      object[name] = real;
    } else {
      delete object[name];
    }
    return mock;
  };
  object[name] = mock;
  return mock;
}

function forAll(action) {
  return () => made.forEach((mock) => mock[action]());
}

/** The object `jest` or `vi`; what it lacks is named in the error. */
exports.tools = (setTimeout) => {
  const tools = {
    fn,
    spyOn,
    setTimeout,
    setConfig: () => {},
    clearAllMocks: forAll('mockClear'),
    resetAllMocks: forAll('mockReset'),
    restoreAllMocks: forAll('mockRestore'),
    mocked: (one) => one,
    isMockFunction: (one) => made.has(one),
  };
  return new Proxy(tools, {
    get: (target, name) => {
      if (name in target || typeof name === 'symbol') {
        return target[name];
      }
      throw new Error(`'${name}' of jest or vi is not known here: there are ${Object.keys(tools).join(', ')}`);
    },
  });
};

exports.isMock = (one) => made.has(one);
