import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimPort } from '../../scripts/address.mjs';
import { projectNode, standalone } from '../../scripts/paths.mjs';

export interface AppServer {
  readonly url: string;
  /** Lines of its JSON log so far. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return claimPort({ host: '127.0.0.1', port: 0 });
}

function launch(env: Readonly<Record<string, string>>, port: number) {
  const child = spawn(projectNode(), [join(standalone, 'server.js')], {
    cwd: standalone,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      ...env,
    },
  });
  const log: string[] = [];
  let errors = '';
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('{')) log.push(line);
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, log, errors: () => errors };
}

/** The built app as another server of its own, with this environment and nothing of ours. */
export async function startApp(env: Readonly<Record<string, string>>, port?: number): Promise<AppServer> {
  const chosen = port ?? (await freePort());
  const { child, log, errors } = launch(env, chosen);
  const url = `http://127.0.0.1:${chosen}`;
  while (!(await isHealthy(url))) {
    if (child.exitCode !== null) throw new Error(`The server ended: ${errors()}`);
    await sleep(50);
  }
  return {
    url,
    log,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** What a server says that does not start, and how it ends. */
export async function startRefused(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number; errors: string }> {
  const { child, errors } = launch(env, await freePort());
  const [code] = (await once(child, 'close')) as [number];
  return { code, errors: errors() };
}

async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}
