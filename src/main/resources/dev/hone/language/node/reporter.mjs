// The reporter that `node --test` is given.

import path from 'node:path';
import report from './report.cjs';

const files = new Set(process.argv.slice(1).map((file) => path.resolve(file)));

export default report.reporter({ mark: report.readMark(), files });
