import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readEvents } from '#lib/explain/answer-events.ts';
import { SKEW } from '#lib/explain/testing.ts';
import { startFakeModel } from '#lib/testing/fake-model.ts';

/**
 * Many explanations streamed at once through the built server from a fake model that writes a word every 20 ms:
 *
 *     node_modules/.bin/node bench/explain-load.ts [STREAMS] [ROUNDS]
 *
 * Prints how long readers wait for the first word and for the last, and what memory the server needs. Each stream asks for
 * something else, so that nothing is remembered. Client, server and model share the machine.
 */
const [streams = 200, rounds = 3] = process.argv.slice(2).map(Number);
const SERVER = '.next/standalone/server.js';
if (!existsSync(SERVER)) {
  console.error('There is no built server: run npm run build first.');
  process.exit(3);
}

const ANSWER = 'The longest task is what the stage waits for [e1]. '.repeat(12);
const model = await startFakeModel(ANSWER);
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, [SERVER], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    NODE_ENV: 'production',
    HOSTNAME: '127.0.0.1',
    PORT: String(port),
    EXPLAIN_PROVIDER: 'openai-compatible',
    EXPLAIN_MODEL: 'slow',
    EXPLAIN_BASE_URL: `${model.url}/v1`,
    LIMIT_REQUESTS_PER_MINUTE: '1000000',
    LIMIT_ANONYMOUS_PER_DAY: '1000000',
    LOG_LEVEL: 'warn',
    NODE_OPTIONS: '--max-old-space-size=512', // as in deploy/Dockerfile
  },
});
process.on('exit', () => server.kill());
while (
  !(await fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  ))
)
  await sleep(50);
await ask(-1); // the first one compiles
const idle = memory('VmRSS');

for (let round = 0; round < rounds; round++) {
  const before = cpuSeconds();
  const results = await Promise.all(Array.from({ length: streams }, (_, i) => ask(round * streams + i)));
  const whole = results.filter(({ complete }) => complete).length;
  console.log(
    `${streams} streams: ${whole} complete; first word ${spread(results.map(({ first }) => first))}; ` +
      `last word ${spread(results.map(({ last }) => last))}; server ${memory('VmRSS')} MiB, ${(cpuSeconds() - before).toFixed(1)} s of CPU`,
  );
}
console.log(`server memory: ${idle} MiB idle, ${memory('VmHWM')} MiB at its peak`);
server.kill();
await model.close();

/** One explanation of a pack of its own; times in ms from the request. */
async function ask(number: number): Promise<{ first: number; last: number; complete: boolean }> {
  const [fact, ...rest] = SKEW.facts;
  const pack = { ...SKEW, facts: [{ ...fact, value: 100_000 + number }, ...rest] };
  const started = performance.now();
  const response = await fetch(`${url}/api/explain`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ audience: 'daily', pack }),
  });
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  let first = Number.NaN;
  let text = '';
  let complete = false;
  for await (const event of readEvents(response.body)) {
    if (event.type === 'text') {
      if (text === '') first = performance.now() - started;
      text += event.text;
    }
    complete ||= event.type === 'end';
  }
  return { first, last: performance.now() - started, complete: complete && text === ANSWER };
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

/** In MiB, as Linux counts it. */
function memory(field: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

/** User and system time of the server: it does not depend on what else the machine does. */
function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return typeof address === 'object' && address ? address.port : 0;
}
