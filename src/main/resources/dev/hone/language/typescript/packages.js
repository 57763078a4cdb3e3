// Declarations of the packages that code may load. Nothing of them is in the snapshot.

/** What the checker knows of a package's files, by their real paths. */
const declared = new Map();

const packagesFolder = () => process.env.HONE_PACKAGES;

const ofMachine = {
  fileExists: (file) => fs.existsSync(file) && fs.statSync(file).isFile(),
  directoryExists: (folder) => fs.existsSync(folder) && fs.statSync(folder).isDirectory(),
  readFile: (file) => fs.readFileSync(file, 'utf8'),
  realpath: (file) => fs.realpathSync(file),
  getDirectories: (folder) => fs.readdirSync(folder),
};

/** The declaration file that a name means, asked for by code or by a file of a package; or nothing. */
function inPackages(name, from) {
  const folder = packagesFolder();
  if (!folder || BUILTIN.has(name)) {
    return undefined;
  }
  const asking = from.startsWith(folder) ? from : path.join(folder, '..', 'asking.ts');
  // Of a package that names its types only by its exports, the older way finds nothing.
  for (const moduleResolution of [ts.ModuleResolutionKind.Node10, ts.ModuleResolutionKind.Bundler]) {
    const options = { moduleResolution, module: ts.ModuleKind.ES2022, types: [] };
    const { resolvedModule } = ts.resolveModuleName(name, asking, options, ofMachine);
    if (resolvedModule !== undefined && /\.d\.[mc]?ts$/.test(resolvedModule.resolvedFileName)) {
      return { ...resolvedModule, isExternalLibraryImport: true };
    }
  }
  return undefined;
}

/** Keeps the declarations behind a name, with all that they load. */
function keepPackage(name, from) {
  const open = [inPackages(name, from)?.resolvedFileName];
  while (open.length > 0) {
    const file = open.shift();
    if (file === undefined || declared.has(file)) {
      continue;
    }
    const text = fs.readFileSync(file, 'utf8');
    keepWhatIsNamedIn(text);
    declared.set(file, parseDeclarations(file, text));
    const named = ts.preProcessFile(text, true, true);
    open.push(...named.importedFiles.map((one) => inPackages(one.fileName, file)?.resolvedFileName));
    open.push(...named.typeReferenceDirectives.filter((one) => one.fileName !== 'node').map((one) => inPackages(`@types/${one.fileName}`, file)?.resolvedFileName));
    open.push(...named.referencedFiles.map((one) => path.join(path.dirname(file), one.fileName)).filter(ofMachine.fileExists));
  }
}
