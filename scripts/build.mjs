import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareAssets } from './assets.mjs';
import { runCommand } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';
import { writeServiceWorker } from './offline.mjs';
import { modules, projectEnv, projectNode, root, standalone } from './paths.mjs';

const stamp = join(root, '.next/shufflescope-build');
const SOURCES = [
  ...['app', 'components', 'lib', 'public', 'scenarios', 'docs/accuracy.md'],
  ...['scripts/assets.mjs', 'scripts/build.mjs', 'scripts/offline.mjs', 'scripts/service-worker.js'],
  ...['next.config.ts', 'postcss.config.mjs', 'proxy.ts', 'security-headers.ts', 'instrumentation.ts'],
  ...['package.json', 'package-lock.json', 'tsconfig.json'],
];

/** Builds the production server into .next/standalone, unless the last build was of these very sources. */
export async function build(say = console.log) {
  const sources = sourcesFingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say('Building …');
  rmSync(stamp, { force: true });
  const [, { status, output }] = await Promise.all([
    prepareAssets(),
    runCommand(projectNode(), [join(modules, 'next/dist/bin/next'), 'build'], {
      env: projectEnv({ NODE_ENV: 'production' }),
    }),
  ]);
  if (status !== 0) throw new Error(`${output}\nThe build failed (next build, its output is above).`);
  // Next leaves these two out of its standalone folder, expecting a CDN to serve them.
  copyInto('public', 'public');
  copyInto('.next/static', '.next/static');
  writeServiceWorker();
  writeFileSync(stamp, sources);
}

function copyInto(from, to) {
  rmSync(join(standalone, to), { recursive: true, force: true });
  cpSync(join(root, from), join(standalone, to), { recursive: true });
}

function sourcesFingerprint() {
  const environments = readdirSync(root).filter((name) => name.startsWith('.env'));
  // What the build itself puts into public/, and tests, do not change what is built.
  const skip = (path) => /^public\/(duckdb|wasm)$|\.test\.tsx?$/.test(path);
  return fingerprint(root, [...SOURCES, ...environments], skip);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
