// Prints how npm is set up on this machine: one setting a line, its name, a space, its value.
//
//   node npm-settings.cjs NPM
//
// NPM is npm's own script.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');

const asked = spawnSync(process.execPath, [process.argv[2], 'config', 'ls', '--json'], { encoding: 'utf8' });
const settings = JSON.parse(asked.stdout);
console.log(`registry ${settings.registry}`);
for (const [name, value] of Object.entries(settings)) {
  const scope = /^(@[\w.-]+):registry$/.exec(name);
  if (scope !== null) {
    console.log(`scope ${scope[1]} ${value}`);
  }
}
const certificates = [settings.cafile, process.env.NODE_EXTRA_CA_CERTS].find((file) => file && fs.existsSync(file));
if (certificates !== undefined) {
  console.log(`certificates ${fs.realpathSync(certificates)}`);
}
