// Runs test files by Node's own runner and reports every test on a line of its own, each line with the
// mark first.
//
// Each file has a process of its own, so the code under test shares no memory with the report.

const { mkdirSync, readdirSync, readFileSync, readSync, symlinkSync, writeFileSync, writeSync } = require('node:fs');
const path = require('node:path');

const MAX_LINES = 12;
const MAX_CHARS = 1000;
const MAX_PRINTED = 65536;
const OBSERVED = 'hone-observed ';
const FRAME = /(?:file:\/\/)?(\/[^\s():]+):(\d+)(?::\d+)?/;
const THROWN = /^(?:Uncaught )?([A-Za-z_$][\w$.]*)(?: \[\w+\])?: (.*)$/;

/** A test that is still to be done does not fail a run, whatever it does. */
function isPutOff({ skip, todo }) {
  return (skip !== undefined && skip !== false) || (todo !== undefined && todo !== false);
}

/** The mark is the first line of standard input, which the code under test is not given. */
function readMark() {
  const byte = Buffer.alloc(1);
  const bytes = [];
  while (readSync(0, byte) === 1 && byte[0] !== 10) {
    bytes.push(byte[0]);
  }
  return Buffer.from(bytes).toString('utf8');
}

/**
 * A report.
 *
 * @param mark what each line of the report starts with
 * @param files the test files that run, by their absolute paths
 * @param original turns a place in a file that runs into the place that a person wrote
 */
function report({ mark, files, original = (place) => place }) {
  const root = process.cwd();

  function relative(file) {
    return file.startsWith(root + path.sep) ? file.slice(root.length + 1) : '';
  }

  function shortened(text) {
    const home = text.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '').trim();
    const lines = home.split('\n').filter((line) => line.trim() !== '');
    const kept = lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES - 1), '...'] : lines;
    const whole = kept.join('\n');
    return whole.length > MAX_CHARS ? `${whole.slice(0, MAX_CHARS - 3)}...` : whole;
  }

  function sourceLine(file, line) {
    try {
      return (readFileSync(path.join(root, file), 'utf8').split('\n')[line - 1] ?? '').trim();
    } catch {
      return '';
    }
  }

  /** The places in the work folder that a trace names, innermost first. */
  function places(text) {
    return String(text ?? '')
      .split('\n')
      .map((row) => FRAME.exec(row))
      .filter((match) => match !== null)
      .map((match) => original({ path: relative(match[1]), line: Number(match[2]) }))
      .filter((place) => place.path !== '' && !place.path.includes('node_modules/'))
      .map((place) => ({ ...place, source: sourceLine(place.path, place.line) }));
  }

  /** What the code threw, without the runner's wrapping. */
  function thrown(error) {
    return error?.code === 'ERR_TEST_FAILURE' && error.cause !== undefined ? error.cause : error;
  }

  function isAssertion(error) {
    return error?.code === 'ERR_ASSERTION' || error?.name === 'AssertionError';
  }

  function told(place) {
    return `${place.path}:${place.line}: ${place.source}`;
  }

  function described(failure, file) {
    const error = thrown(failure);
    if (error === null || typeof error !== 'object') {
      return shortened(String(error));
    }
    const found = places(error.stack);
    const test = original({ path: relative(file ?? ''), line: 0 }).path;
    const lines = [];
    const inTest = found.find((place) => place.path === test);
    const elsewhere = found.find((place) => place.path !== test);
    // A check that throws by itself says all in its own words.
    if (!isAssertion(error) || !/\bthrow\b/.test(inTest?.source ?? '')) {
      lines.push(...[inTest, elsewhere].filter((place) => place !== undefined).map(told));
    }
    const name = isAssertion(error) ? '' : `${error.name ?? error.constructor?.name ?? 'Error'}: `;
    lines.push(name + (error.message ?? String(error)));
    return shortened(lines.join('\n'));
  }

  function state(event) {
    if (isPutOff(event.data)) {
      return 'skipped';
    }
    if (event.type === 'test:pass') {
      return 'passed';
    }
    return isAssertion(thrown(event.data.details.error)) ? 'failed' : 'error';
  }

  /** The entry for a file that ended badly, from what its process printed. */
  function loadError(file, printed, failure) {
    const rows = printed.split('\n');
    const [, code, message] = rows.map((row) => THROWN.exec(row)).find((match) => match !== null) ?? [];
    const place = places(printed)[0];
    return {
      path: place?.path ?? original({ path: relative(file), line: 0 }).path,
      line: place?.line ?? 0,
      column: 0,
      code: code ?? '',
      message: shortened(message ?? String(thrown(failure)?.message ?? 'the file ended badly')),
      source: place?.source ?? '',
    };
  }

  const printed = new Map();
  let open = [];

  /** Writes all of a text, also to a pipe that is full just now. */
  function writeAll(fd, text) {
    let rest = Buffer.from(text, 'utf8');
    while (rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(fd, rest));
      } catch (error) {
        if (error.code !== 'EAGAIN') {
          throw error;
        }
        // Made only here: a snapshot of the checker is built where there is no shared memory.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      }
    }
  }

  function write(entry) {
    writeAll(1, `${mark} ${JSON.stringify(entry)}\n`);
  }

  function passOn({ file, message }) {
    writeAll(2, message);
    // The last of it tells why a file ended badly.
    printed.set(file, ((printed.get(file) ?? '') + message).slice(-MAX_PRINTED));
  }

  function start(data) {
    open = [...open.slice(0, data.nesting), data.name];
  }

  function end(event) {
    const { data } = event;
    const whole = path.resolve(data.name);
    if (data.nesting === 0 && files.has(whole)) {
      // A file by itself is no test: a pass says only that its process ended with 0.
      if (event.type === 'test:fail') {
        write({ load: loadError(whole, printed.get(whole) ?? '', data.details.error) });
      }
    } else if (data.details?.type !== 'suite') {
      const name = [...open.slice(0, data.nesting), data.name].join(' > ');
      const message = event.type === 'test:fail' ? described(data.details.error, data.file ?? '') : '';
      write({ test: name, state: state(event), message });
    }
  }

  /** Passes on what a test handed over to be compared elsewhere. */
  function observed({ message }) {
    if (message.startsWith(OBSERVED)) {
      try {
        const { test, ...seen } = JSON.parse(message.slice(OBSERVED.length));
        write({ of: String(test), seen });
      } catch {
        // A message of the code's own, which is nothing that a test saw.
      }
    }
  }

  return { write, passOn, start, end, observed };
}

/** Makes packages known to all files of the work folder, where there are any. */
function linkPackages(folder) {
  const names = readdirSync(folder).flatMap((name) => (name.startsWith('@') ? readdirSync(path.join(folder, name)).map((one) => `${name}/${one}`) : [name]));
  for (const name of names) {
    const link = path.resolve('node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(folder, name), link);
  }
}

/** Has the process of each file reach neither this one nor its memory, where the box has the means. */
function startFilesApart() {
  if (process.env.HONE_APART) {
    const script = path.join(process.env.TMPDIR, 'hone-node');
    writeFileSync(script, `#!/bin/sh\nexec "$HONE_APART" apart -- '${process.execPath}' "$@"\n`, { mode: 0o755 });
    process.execPath = script;
  }
}

/**
 * Runs test files, one after the other.
 *
 * @param files the files that Node.js runs
 * @param mark what each line of the report starts with
 * @param preload a script that is loaded before each file
 * @param original turns a place in a file that runs into the place that a person wrote
 */
function runTests({ files, mark, preload, original }) {
  if (process.env.HONE_PACKAGES) {
    linkPackages(process.env.HONE_PACKAGES);
  }
  // Given to the process of each file, instead of what this one was started with.
  process.execArgv.length = 0;
  process.execArgv.push('--require', preload);
  startFilesApart();
  const whole = files.map((file) => path.resolve(file));
  const { write, passOn, start, end, observed } = report({ mark, files: new Set(whole), original });
  const events = require('node:test').run({ files: whole, concurrency: 1 });
  // Taken as they come: a stream that is read later grows with what the code prints.
  events.on('test:stdout', passOn);
  events.on('test:stderr', passOn);
  events.on('test:start', start);
  events.on('test:diagnostic', observed);
  events.on('test:pass', (data) => end({ type: 'test:pass', data }));
  events.on('test:fail', (data) => {
    if (!isPutOff(data)) {
      process.exitCode = 1;
    }
    end({ type: 'test:fail', data });
  });
  events.on('end', () => write({ end: 0 }));
  events.resume();
}

module.exports = { readMark, runTests };
