import { existsSync, statSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { browserBench } from './browser.ts';
import { grownLogs } from './grow-log.ts';
import { playgroundBench } from './playground.ts';
import { predictBench, robustnessBench } from './predict.ts';
import { queryBench } from './queries.ts';
import { simulatorBench } from './simulator.ts';
import { simulatorPageBench } from './simulator-page.ts';

const { values, positionals } = parseArgs({
  options: { python: { type: 'string', multiple: true, default: [] } },
  allowPositionals: true,
});
const [url, ...given] = positionals;
if (!url) throw new Error('usage: main.ts URL [LOG…] [--python FOLDER]…');
const logs = given.length > 0 ? given : await grownLogs();
const missing = logs.filter((path) => !existsSync(path));
if (missing.length > 0) throw new Error(`there is no ${missing.join(', ')}`);

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
simulatorBench();
await predictBench();
for (const folder of values.python) await robustnessBench(folder);
await simulatorPageBench(url);
await playgroundBench(url);
await browserBench(
  url,
  logs.map((path) => ({ path, bytes: statSync(path).size })),
);
await queryBench(logs[0]!);
