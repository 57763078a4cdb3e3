// What the compiler finds in the files of a person or a model, by the options of a plain `tsc`.

const ENDINGS = ['', '.ts', '.mts', '.cts', '.tsx', '/index.ts'];

// What `tsc` does without any setting, but for what only the choice of settings decides: default
// imports of CommonJS modules, and endings in import paths.
const PLAIN = {
  target: TARGET,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  allowSyntheticDefaultImports: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  skipDefaultLibCheck: true,
  noLib: true,
  noResolve: true,
  types: [],
};

const UNUSED_DIRECTIVE = 2578;
const NO_MODULE = [2307, 2792, 7016];

function parse(file, text) {
  return ts.createSourceFile(
    file,
    text,
    {
      languageVersion: TARGET,
      // Two files without imports and exports share no names, as they do not when they run.
      setExternalModuleIndicator: (source) => {
        source.externalModuleIndicator ??= true;
      },
    },
    true,
  );
}

/** The file that a relative path means, or nothing. */
function beside(from, name) {
  const target = path.resolve(path.dirname(from), name);
  const written = target.replace(/\.([mc]?)js$/, '.$1ts');
  return [...ENDINGS.map((end) => target + end), written, target.replace(/\.[mc]?js$/, '.ts')].find(
    (one) => /\.[mc]?tsx?$/.test(one) && fs.existsSync(one) && fs.statSync(one).isFile(),
  );
}

function isModuleCall(node) {
  const called = ts.isCallExpression(node) ? node.expression : undefined;
  return called !== undefined && (called.kind === ts.SyntaxKind.ImportKeyword || called.getText() === 'require');
}

/** The names of modules that a file loads, in whatever way. */
function loaded(source) {
  const names = [];
  (function visit(node) {
    const name = isModuleCall(node)
      ? node.arguments[0]
      : (node.moduleSpecifier ?? (ts.isExternalModuleReference(node) ? node.expression : undefined));
    if (name !== undefined && ts.isStringLiteralLike(name)) {
      names.push(name.text);
    }
    ts.forEachChild(node, visit);
  })(source);
  return names;
}

/** The named files and those that they load, parsed, by their absolute paths. */
function closure(files) {
  const found = new Map();
  const open = files.map((file) => path.resolve(file));
  while (open.length > 0) {
    const file = open.shift();
    if (found.has(file)) {
      continue;
    }
    const text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    keepWhatIsNamedIn(text);
    const source = parse(file, text);
    found.set(file, source);
    for (const name of loaded(source)) {
      const target = name.startsWith('.') ? beside(file, name) : undefined;
      if (target !== undefined) {
        open.push(target);
      } else if (!name.startsWith('.')) {
        keepPackage(name, file);
      }
    }
  }
  return found;
}

function program(sources, options) {
  const find = (file) => sources.get(file) ?? libraries.get(file) ?? declared.get(file);
  const resolve = (name, from) => {
    const target = name.startsWith('.') ? beside(from, name) : undefined;
    const there = target !== undefined && sources.has(target);
    if (there) {
      return { resolvedModule: { resolvedFileName: target, extension: path.extname(target) } };
    }
    const declaration = undici(name, from) ?? inPackages(name, from);
    return { resolvedModule: declaration !== undefined && find(declaration.resolvedFileName) !== undefined ? declaration : undefined };
  };
  return ts.createProgram([...libraries.keys(), ...declared.keys(), ...sources.keys()], options, {
    fileExists: (file) => find(file) !== undefined,
    readFile: (file) => find(file)?.text,
    getSourceFile: find,
    getDefaultLibFileName: () => `${LIB}lib.es2022.d.ts`,
    getCurrentDirectory: () => process.cwd(),
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => {},
    resolveModuleNameLiterals: (literals, from) => literals.map((one) => resolve(one.text, from)),
  });
}

/** The types of `fetch` stand in a package of their own, which only declarations name. */
function undici(name, from) {
  const file = name === 'undici-types' ? `${UNDICI}index.d.ts` : path.join(path.dirname(from), `${name}.d.ts`);
  return from.startsWith(PACKAGES) && libraries.has(file) ? { resolvedFileName: file, extension: '.d.ts', isExternalLibraryImport: true } : undefined;
}

/** Whether code stands where an error is expected, so that a wrong argument there is on purpose. */
function expectsAnError(node) {
  for (let one = node; one !== undefined; one = one.parent) {
    if (ts.isCallExpression(one)) {
      const called = one.expression.getText();
      if (/(^|\.)(throws|rejects|doesNotThrow|doesNotReject)$/.test(called) || /\.(toThrow|toThrowError)$/.test(called) || /\brejects\./.test(called)) {
        return true;
      }
    }
  }
  return false;
}

function nodeAt(source, start) {
  let found = source;
  (function visit(node) {
    if (node.getStart(source) <= start && start < node.end) {
      found = node;
      ts.forEachChild(node, visit);
    }
  })(source);
  return found;
}

function counts(one) {
  const message = ts.flattenDiagnosticMessageText(one.messageText, '\n');
  // A timer is a number in browsers, whose declarations `tsc` takes by itself, and an object in Node.js.
  const timer = /\bTimeout\b|\bImmediate\b/.test(message) && /\bnumber\b/.test(message);
  return one.category === ts.DiagnosticCategory.Error && one.code !== UNUSED_DIRECTIVE && !timer;
}

function found(built, sources) {
  return sources.flatMap((source) => [...built.getSyntacticDiagnostics(source), ...built.getSemanticDiagnostics(source)]).filter(counts);
}

/** The faults of all files: those of the solution before those of the tests. */
function faults(sources, tests) {
  const all = [...sources.values()];
  const broken = all.filter((source) => source.parseDiagnostics.length > 0);
  if (broken.length > 0) {
    return broken.flatMap((source) => source.parseDiagnostics);
  }
  const plain = found(program(sources, PLAIN), all);
  const own = plain.filter((one) => !isIn(one, tests));
  const inTests = plain.filter((one) => isIn(one, tests) && !expectsAnError(nodeAt(one.file, one.start)));
  return [...own, ...(inTests.length === 0 ? [] : alsoStrict(inTests, sources))];
}

function isIn(one, tests) {
  return tests.has(one.file.fileName);
}

/** Tests are often written under `strict`, which narrows types further and so refuses less here and there. */
function alsoStrict(inTests, sources) {
  const fresh = new Map([...sources].map(([file, source]) => [file, parse(file, source.text)]));
  const strict = found(program(fresh, { ...PLAIN, strict: true, noImplicitAny: false }), [...fresh.values()]);
  const key = (one) => `${one.file.fileName}:${one.start}`;
  const known = new Set(strict.map(key));
  return inTests.filter((one) => known.has(key(one)));
}

function described(one) {
  const { line, character } = one.file.getLineAndCharacterOfPosition(one.start ?? 0);
  let message = ts.flattenDiagnosticMessageText(one.messageText, '\n').split('\n').slice(0, 3).map((row) => row.trim()).join(' ');
  if (NO_MODULE.includes(one.code)) {
    const name = /'([^']+)'/.exec(message)?.[1] ?? '';
    const others = packagesFolder() ? ', the packages that are there' : '';
    message = `no module '${name}' here: use Node's own modules${others} and the files beside this one`;
  }
  message = packagesFolder() ? message.replaceAll(`${packagesFolder()}/`, '') : message;
  return {
    path: path.relative(process.cwd(), one.file.fileName),
    line: line + 1,
    column: character + 1,
    code: `TS${one.code}`,
    message: message.length > 400 ? `${message.slice(0, 397)}...` : message,
    source: (one.file.text.split('\n')[line] ?? '').trim(),
  };
}
