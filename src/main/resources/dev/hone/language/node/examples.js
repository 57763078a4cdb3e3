function offered(name) {
  const found = solution[name] ?? solution.default?.[name];
  if (found !== undefined) {
    return found;
  }
  const whole = solution.default ?? solution;
  if (typeof whole === 'function' && (whole.name === name || whole.name === '')) {
    return whole;
  }
  throw new assert.AssertionError({ message: `${FILE} does not export ${name}: ${hint(name)}` });
}

function hint(name) {
  return /\.(mjs|[mc]?tsx?)$/.test(FILE) ? `add export { ${name} };` : `end it with module.exports = { ${name} };`;
}

function same(actual, expected) {
  if (actual === expected || (actual !== actual && expected !== expected)) {
    return true;
  }
  if (typeof actual === 'number' && typeof expected === 'number') {
    return !Number.isInteger(expected) && Math.abs(actual - expected) <= 1e-6 * Math.abs(expected);
  }
  // Code may have changed what a module's function does: it is asked only where nothing else knows.
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return false;
  }
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && actual.length === expected.length && expected.every((one, i) => same(actual[i], one));
  }
  if (isPlain(expected)) {
    const keys = Object.keys(expected);
    return (
      !Array.isArray(actual) && keys.length === Object.keys(actual).length && keys.every((key) => key in actual && same(actual[key], expected[key]))
    );
  }
  return util.isDeepStrictEqual(actual, expected);
}

function isPlain(value) {
  return value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
}

function check(call, actual, expected) {
  if (!same(actual, expected)) {
    const message = `${call} returned ${util.inspect(actual)}, expected ${util.inspect(expected)}`;
    throw new assert.AssertionError({ message });
  }
}

async function checkThrows(call, name, run) {
  let error;
  try {
    await run();
  } catch (caught) {
    error = caught;
    const names = [error?.name];
    for (let kind = error?.constructor; typeof kind === 'function'; kind = Object.getPrototypeOf(kind)) {
      names.push(kind.name);
    }
    if (names.includes(name)) {
      return;
    }
  }
  const message = `${call} threw ${error === undefined ? 'nothing' : String(error)}, expected ${name}`;
  throw new assert.AssertionError({ message });
}

async function checkPrints(call, expected, run) {
  const write = process.stdout.write;
  let printed = '';
  process.stdout.write = (text) => {
    printed += text;
    return true;
  };
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  const plain = (text) => text.trim().split('\n').map((row) => row.trimEnd()).join('\n');
  if (plain(printed) !== plain(expected)) {
    const message = `${call} printed ${util.inspect(printed)}, expected ${util.inspect(expected)}`;
    throw new assert.AssertionError({ message });
  }
}
