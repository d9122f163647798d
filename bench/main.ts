import { existsSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { browserBench } from './browser.ts';
import { grownLogs } from './grow-log.ts';
import { queryBench } from './queries.ts';

const [url, ...given] = process.argv.slice(2);
if (!url) throw new Error('usage: main.ts URL [LOG…]');
const logs = given.length > 0 ? given : await grownLogs();
const missing = logs.filter((path) => !existsSync(path));
if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
await browserBench(
  url,
  logs.map((path) => ({ path, bytes: statSync(path).size })),
);
await queryBench(logs[0]!);
