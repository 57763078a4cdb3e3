// Has npm fetch packages through a socket that leads to a registry, and hands their files over:
//
//   node fetch.cjs NPM TYPES OPTION... -- NAME[@VERSION]...
//
// NPM is npm's own script. TYPES is `types` where packages without declarations of TypeScript bring
// those of others along, if there are any. The options are npm's own. HONE_REGISTRY names the socket
// of a proxy, HONE_DELIVERY that which takes the files; the first line of standard input is the mark
// that the files begin with. No script of a package runs. Prints what was installed, or what is wrong
// with a name.

const { spawn } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');

const LAST_LINES = 8;
const [npm, types, ...words] = process.argv.slice(2);
const options = words.slice(0, words.indexOf('--'));
const wanted = words.slice(words.indexOf('--') + 1);

/** Gives a port of this box that leads to the socket. */
function forward(registry) {
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    const far = net.connect({ path: registry, allowHalfOpen: true });
    near.pipe(far);
    far.pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

function install(names, folder, port) {
  const proxy = `http://127.0.0.1:${port}`;
  const fixed = [
    'install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-bin-links', '--no-update-notifier', '--no-progress', '--no-color',
    '--no-save', '--omit=dev', '--fetch-retries=1', '--proxy', proxy, '--https-proxy', proxy, '--noproxy', '', '--prefix', folder,
    '--cache', path.join(os.tmpdir(), 'npm-cache'),
  ];
  const child = spawn(process.execPath, [npm, ...fixed, ...options, '--', ...names], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((done) => child.on('close', (status) => done({ status, output })));
}

const bare = (spec) => spec.replace(/(.)@[^@/]*$/, '$1');

/** What is wrong with the name that npm stumbled over, as far as its words tell. */
function fault(output) {
  const version = /No matching version found for ((?:@[\w.-]+\/)?[\w.-]+)@/.exec(output);
  if (version !== null) {
    return `version ${version[1]}`;
  }
  const asked = (name) => [`/${name}`, `/${name.replace('/', '%2f')}`].some((end) => output.toLowerCase().includes(end));
  return output.includes('E404') ? wanted.map(bare).filter(asked).slice(0, 1).map((name) => `unknown ${name}`).join('') : '';
}

function described(modules, name) {
  return JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
}

/** Whether a package says itself which types it has. */
function isTyped(modules, name) {
  const about = described(modules, name);
  return Boolean(about.types ?? about.typings) || JSON.stringify(about.exports ?? '').includes('.d.') || fs.existsSync(path.join(modules, name, 'index.d.ts'));
}

const typesOf = (name) => `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;

function files(folder, below = '') {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((one) => {
    const name = below === '' ? one.name : `${below}/${one.name}`;
    if (one.isDirectory()) {
      return files(folder, name);
    }
    return one.isFile() ? [name] : [];
  });
}

/** Hands the files over and gives the answer. */
async function deliver(mark, folder, delivery) {
  const out = net.connect({ path: delivery, allowHalfOpen: true });
  let answer = '';
  out.on('data', (data) => (answer += data));
  const answered = new Promise((done) => {
    out.on('end', done);
    out.on('error', done);
  });
  const send = (data) => (out.write(data) ? undefined : new Promise((done) => out.once('drain', done)));
  await send(`${mark}\n`);
  for (const name of files(folder, 'node_modules').sort()) {
    const encoded = Buffer.from(name);
    const content = fs.readFileSync(path.join(folder, name));
    const head = Buffer.alloc(12);
    head.writeUInt32BE(encoded.length, 0);
    head.writeBigUInt64BE(BigInt(content.length), 4);
    await send(Buffer.concat([head.subarray(0, 4), encoded, head.subarray(4), content]));
  }
  await send(Buffer.alloc(4));
  await answered;
  return answer.trim();
}

async function main() {
  const mark = fs.readFileSync(0, 'utf8').split('\n')[0];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fetched-'));
  const modules = path.join(folder, 'node_modules');
  const server = await forward(process.env.HONE_REGISTRY);
  const { port } = server.address();
  const { status, output } = await install(wanted, folder, port);
  if (status !== 0) {
    const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.includes('complete log'));
    console.log(fault(output));
    console.error(lines.slice(-LAST_LINES).join('\n'));
    return 1;
  }
  if (types === 'types') {
    // Each run removes what it is not asked for, so those that were found are asked for again.
    const found = [];
    for (const name of wanted.map(bare).filter((one) => !isTyped(modules, one))) {
      const tried = await install([...wanted, ...found, typesOf(name)], folder, port);
      if (tried.status === 0) {
        found.push(typesOf(name));
      }
    }
  }
  for (const name of wanted.map(bare)) {
    console.log(`resolved ${name} ${described(modules, name).version} ${name}`);
  }
  fs.rmSync(path.join(modules, '.package-lock.json'), { force: true });
  const answer = await deliver(mark, folder, process.env.HONE_DELIVERY);
  if (answer !== 'taken') {
    console.error(answer);
    return 1;
  }
  return 0;
}

main().then((code) => process.exit(code));
