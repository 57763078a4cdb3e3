// Takes what example tests hand over, and writes it down by what it is, for a comparison in another
// process. Nobody here knows what is expected. The form is that of SeenJson.

const { inspect, types } = require('node:util');

const MOST_PARTS = 4000;
const MOST_CHARS = 20000;
const MOST_SHOWN = 1000;
const DEEPEST = 100;

// Bound before any code under test is loaded, so that what it does to them spoils no value.
const { keys } = Object;
const { isArray } = Array;
const { isInteger } = Number;
const { apply } = Reflect;
const { stringify } = JSON;
const setEach = Set.prototype.forEach;
const mapEach = Map.prototype.forEach;

class TooMuch extends Error {}

class Writer {
  #parts = MOST_PARTS;
  #room = MOST_CHARS;

  #spend(chars) {
    this.#parts -= 1;
    this.#room -= chars;
    if (this.#parts < 0 || this.#room < 0) {
      throw new TooMuch();
    }
  }

  value(value, depth = 0) {
    this.#spend(0);
    if (depth > DEEPEST) {
      throw new TooMuch();
    }
    switch (typeof value) {
      case 'boolean':
        return ['truth', value];
      case 'number':
        return isInteger(value) ? this.#whole(BigInt(value)) : ['fraction', `${value}`];
      case 'bigint':
        return ['other', 'BigInt', [this.#whole(value)]];
      case 'string':
        this.#spend(value.length);
        return ['text', value];
      case 'object':
        return value === null ? ['nothing'] : this.#several(value, depth + 1);
      default:
        return ['other', typeof value, []];
    }
  }

  #whole(value) {
    const text = `${value}`;
    this.#spend(text.length);
    return ['whole', text];
  }

  #several(value, depth) {
    if (isArray(value)) {
      const items = [];
      for (let i = 0; i < value.length; i++) {
        items[i] = this.value(value[i], depth);
      }
      return ['list', items];
    }
    if (types.isSet(value)) {
      const items = [];
      apply(setEach, value, [(item) => (items[items.length] = this.value(item, depth))]);
      return ['set', items];
    }
    if (types.isMap(value)) {
      const entries = [];
      apply(mapEach, value, [(item, key) => (entries[entries.length] = [this.value(key, depth), this.value(item, depth)])]);
      return ['other', 'Map', [['map', entries]]];
    }
    if (types.isDate(value) || types.isBoxedPrimitive(value) || types.isPromise(value) || ArrayBuffer.isView(value)) {
      return ['other', nameOf(value), []];
    }
    const entries = [];
    for (const key of keys(value)) {
      this.#spend(key.length);
      entries[entries.length] = [['text', key], this.value(value[key], depth)];
    }
    return ['map', entries];
  }
}

function nameOf(value) {
  const name = value?.constructor?.name;
  return typeof name === 'string' ? name : typeof value;
}

function written(value) {
  try {
    return new Writer().value(value);
  } catch (error) {
    return ['other', error instanceof TooMuch || error instanceof RangeError ? '...' : nameOf(value), []];
  }
}

function shown(value, how = inspect) {
  try {
    const text = how(value);
    return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text;
  } catch {
    return `a value of ${typeof value} that cannot be shown`;
  }
}

function tell(test, seen) {
  test.diagnostic(`hone-observed ${stringify({ test: test.name, ...seen })}`);
}

function returned(test, value) {
  tell(test, { returned: written(value), shown: shown(value) });
}

async function thrown(test, run) {
  try {
    await run();
  } catch (error) {
    const names = [error?.name];
    for (let kind = error?.constructor; typeof kind === 'function'; kind = Object.getPrototypeOf(kind)) {
      names.push(kind.name);
    }
    tell(test, { raised: names.map((name) => `${name}`), shown: error === undefined ? 'nothing' : shown(error, String) });
    return;
  }
  tell(test, { raised: [], shown: 'nothing' });
}

async function printed(test, run) {
  const write = process.stdout.write;
  let text = '';
  process.stdout.write = (part) => {
    text += part;
    return true;
  };
  try {
    await run();
  } finally {
    process.stdout.write = write;
  }
  tell(test, { printed: text.slice(0, MOST_CHARS), shown: shown(text) });
}

module.exports = { returned, thrown, printed };
