import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(fileURLToPath(import.meta.url), '../..');
export const modules = join(root, 'node_modules');
export const cache = join(root, '.cache');
export const standalone = join(root, '.next/standalone');

/** The pinned Node that came with the dependencies, or the running one where that could not be installed. */
export function projectNode() {
  const pinned = join(modules, 'node/bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}

/** What `npm run` would set, for the commands we start ourselves. */
export function projectEnv(extra = {}) {
  return {
    ...process.env,
    PATH: [join(modules, '.bin'), process.env.PATH].join(delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    ...extra,
  };
}

/**
 * The environment without any node_modules/.bin on PATH: `npm ci` deletes node_modules, and must not run on the
 * Node inside it.
 */
export function outsideEnv() {
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder));
  return { ...process.env, PATH: path.join(delimiter) };
}
