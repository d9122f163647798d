import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';
import { modules, outsideEnv, root } from './paths.mjs';

const stamp = join(modules, '.cache/shufflescope-setup');

/** Makes node_modules hold exactly what package-lock.json names. Quick when it already does. */
export async function setup(say = console.log) {
  const wanted = fingerprint(root, ['package-lock.json']);
  if (readIfThere(stamp) === wanted) return;
  // Installed by hand (`npm ci`, `npm install`): no need to do it again.
  if (!isInstalled()) {
    say('Installing the dependencies …');
    await install();
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

async function install() {
  // --include=dev: the build needs them, also where NODE_ENV=production is set.
  const options = ['--include=dev', '--no-audit', '--no-fund'];
  let { status, output } = await npm('ci', ...options);
  if (output.includes('EUSAGE')) {
    // A lock made where the registry lacked packages for other systems is incomplete for `npm ci`, though not for
    // this system. `install` takes the same versions from it; --no-save leaves the lock as it is.
    ({ status, output } = await npm('install', '--no-save', ...options));
  }
  if (status === 0 && isInstalled()) return;
  throw new Error(`${output}\nThe dependencies could not be installed (the output of npm is above).`);
}

function npm(...args) {
  return runCommand('npm', args, { env: outsideEnv() });
}

function isInstalled() {
  return installedMatchesLock(readJson('package-lock.json'), readJson('node_modules/.package-lock.json'));
}

/** `installed` is npm's own record of what it put into node_modules. */
export function installedMatchesLock(lock, installed) {
  if (!installed) return false;
  return Object.entries(lock.packages).every(([path, wanted]) => {
    const found = installed.packages[path];
    // An optional package is missing where it is made for another system.
    if (!found) return path === '' || wanted.optional === true || wanted.peer === true;
    // Packages for other systems may stand in the lock without a hash.
    const sameBytes = wanted.integrity === undefined || found.integrity === wanted.integrity;
    return found.version === wanted.version && sameBytes;
  });
}

function readJson(path) {
  const text = readIfThere(join(root, path));
  return text === undefined ? undefined : JSON.parse(text);
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setup();
