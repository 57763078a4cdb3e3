// The declarations of the language and of Node.js, parsed once and kept in the snapshot.

const fs = require('node:fs');
const path = require('node:path');

const LIB = `${PACKAGES}/typescript/lib/`;
const NODE = `${PACKAGES}/@types/node/`;
const UNDICI = `${PACKAGES}/undici-types/`;
const TARGET = ts.ScriptTarget.ES2022;

// What few programs use is parsed when a file names it; a larger snapshot starts more slowly.
const LATER = [
  'inspector.generated', 'inspector/', 'http2', 'https', 'cluster', 'dgram', 'repl', 'trace_events', 'wasi', 'sea', 'vm', 'dns', 'tls', 'tty',
  'v8', 'domain', 'punycode', 'constants', 'diagnostics_channel', 'worker_threads', 'perf_hooks', 'crypto', 'web-globals/fetch',
];
const FETCH = /\b(fetch|Request|Response|Headers|FormData|WebSocket|EventSource|MessageEvent|CloseEvent|RequestInit|ResponseInit|BodyInit|HeadersInit)\b/;

// Words that need no import, and the declarations that bring them.
const GLOBALS = [
  [/\b(crypto|Crypto|CryptoKey|SubtleCrypto)\b/, 'crypto'],
  [/\b(performance|Performance\w*)\b/, 'perf_hooks'],
  [/\b(structuredClone|BroadcastChannel|MessageChannel|MessagePort)\b/, 'worker_threads'],
];

const libraries = new Map();
const printer = ts.createPrinter({ removeComments: true });

function parseDeclarations(file, text) {
  return ts.createSourceFile(file, text, { languageVersion: TARGET, jsDocParsingMode: ts.JSDocParsingMode.ParseNone }, true);
}

function isLater(file) {
  return file.startsWith(NODE) && LATER.some((start) => file.slice(NODE.length).startsWith(start));
}

/** Keeps a declaration file without its comments, and those it refers to. */
function keep(file) {
  const written = ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), TARGET);
  const bare = `/// <reference no-default-lib="true"/>\n${printer.printFile(written)}`;
  libraries.set(file, parseDeclarations(file, bare));
  const parts = [
    ...written.libReferenceDirectives.map((one) => `${LIB}lib.${one.fileName}.d.ts`),
    ...written.referencedFiles.map((one) => path.join(path.dirname(file), one.fileName)),
  ];
  parts.filter((one) => !libraries.has(one) && !isLater(one)).forEach(keep);
}

function folder(of) {
  return fs.readdirSync(of).filter((name) => name.endsWith('.d.ts')).map((name) => path.join(of, name));
}

/** Adds the declarations that a text may need and that are not kept from the start. */
function keepWhatIsNamedIn(text) {
  for (const one of LATER) {
    const name = one.replace(/\.generated$|\/$/, '');
    if (!libraries.has(`${NODE}${one}.d.ts`) && new RegExp(`['"](node:)?${name}['"/]`).test(text)) {
      [`${NODE}${one}.d.ts`, `${NODE}${name}/promises.d.ts`].filter((file) => fs.existsSync(file)).forEach(keep);
    }
  }
  if (FETCH.test(text) && !libraries.has(`${NODE}web-globals/fetch.d.ts`)) {
    keep(`${NODE}web-globals/fetch.d.ts`);
    folder(UNDICI).forEach(keep);
  }
  for (const [word, file] of GLOBALS) {
    if (word.test(text) && !libraries.has(`${NODE}${file}.d.ts`)) {
      keep(`${NODE}${file}.d.ts`);
    }
  }
}

keep(`${LIB}lib.es2022.d.ts`);
keep(`${NODE}index.d.ts`);
libraries.set(`${NODE}testing.d.ts`, parseDeclarations(`${NODE}testing.d.ts`, TESTING));
