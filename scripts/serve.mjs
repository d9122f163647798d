import { get } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './children.mjs';
import { projectEnv, projectNode, root, standalone } from './paths.mjs';

/** Starts the built server and resolves when it answers; `ended` resolves to its exit status. */
export async function serve({ host, port }) {
  const child = startChild(
    projectNode(),
    ['--import', join(root, 'scripts/end-with-parent.mjs'), join(standalone, 'server.js')],
    {
      cwd: standalone,
      // Next announces itself on stdout; our own line says it better. Errors and the JSON log go through.
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: projectEnv({ NODE_ENV: 'production', PORT: String(port), HOSTNAME: host }),
    },
  );
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) process.stdout.write(`${line}\n`);
  });
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!(await answers(host, port))) {
    if (over) throw new Error('The server stopped before it was ready.');
    await sleep(50);
  }
  return { ended };
}

function answers(host, port) {
  // A server on all addresses is asked on the local one.
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return new Promise((resolve) => {
    get({ host: local, port, path: '/' }, (response) => {
      response.resume();
      resolve(true);
    }).once('error', () => resolve(false));
  });
}
