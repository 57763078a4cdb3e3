// Runs JavaScript test files:
//
//   node run.cjs FILE...
//
// The first line of standard input is the mark of the report.

const path = require('node:path');
const { readMark, runTests } = require('./report.cjs');

runTests({ files: process.argv.slice(2), mark: readMark(), preload: path.join(__dirname, 'preload.cjs') });
