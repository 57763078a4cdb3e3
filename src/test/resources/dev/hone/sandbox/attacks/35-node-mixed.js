'use strict';
const fs = require('node:fs');
const net = require('node:net');
const { spawnSync } = require('node:child_process');

const attempt = (what, make) => {
  try {
    console.log('BREACH', what, String(make()).slice(0, 200));
  } catch {
    // Refused.
  }
};
const { CANARY_FILE, CANARY_OPEN, CANARY_PID, CANARY_PORT, CANARY_SOCKET, CANARY_ABSTRACT } = process.env;
attempt('read', () => fs.readFileSync(CANARY_FILE));
attempt('write', () => fs.writeFileSync(CANARY_OPEN, 'changed'));
attempt('link', () => fs.linkSync(CANARY_FILE, 'hard'));
attempt('environment', () => fs.readFileSync(`/proc/${CANARY_PID}/environ`));
attempt('kill', () => process.kill(Number(CANARY_PID), 'SIGKILL'));
const cat = spawnSync('cat', [CANARY_FILE]);
if (cat.status === 0) console.log('BREACH cat', cat.stdout.toString());
let left = 3;
const done = () => {
  left -= 1;
  if (left === 0) {
    console.log('tried');
    process.exit(0);
  }
};
for (const target of [{ port: Number(CANARY_PORT), host: '127.0.0.1' }, { path: CANARY_SOCKET }, { path: `\0${CANARY_ABSTRACT}` }]) {
  try {
    const socket = net.connect(target);
    socket.on('connect', () => {
      console.log('BREACH connect', JSON.stringify(target));
      done();
    });
    socket.on('error', done);
  } catch {
    done();
  }
}
