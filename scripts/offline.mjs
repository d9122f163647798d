import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, standalone } from './paths.mjs';

/** Wasm is asked for under its package's version, which is part of its address. */
const WASM = [
  ['/duckdb/duckdb-eh.wasm', '@duckdb/duckdb-wasm'],
  ['/duckdb/duckdb-browser-eh.worker.js', '@duckdb/duckdb-wasm'],
  ['/wasm/web-tree-sitter.wasm', 'web-tree-sitter'],
  ['/wasm/tree-sitter-python.wasm', 'tree-sitter-python'],
  ['/wasm/polyglot_sql.wasm', '@polyglot-sql/sdk'],
];

/** Puts the service worker of this build among the files of the built server. */
export function writeServiceWorker() {
  writeFileSync(join(standalone, 'public/sw.js'), serviceWorker(whatWasBuilt()));
}

/** The worker's source, with what it keeps in front. Another list is another version, and so another file. */
export function serviceWorker({ files, pages }) {
  const source = readFileSync(join(root, 'scripts/service-worker.js'), 'utf8');
  const version = createHash('sha256')
    .update(JSON.stringify([files, pages, source]))
    .digest('hex')
    .slice(0, 16);
  return `const BUILD = ${JSON.stringify({ version, files, pages })};\n${source}`;
}

function whatWasBuilt() {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const routes = JSON.parse(readFileSync(join(root, '.next/app-path-routes-manifest.json'), 'utf8'));
  return {
    files: [
      '/icon.svg',
      ...addressesIn('.next/static', '/_next/static'),
      ...addressesIn('public/samples', '/samples').filter((address) => !address.endsWith('.md')),
      ...WASM.map(([address, library]) => `${address}?v=${dependencies[library]}`),
    ],
    pages: pagesOf(routes),
  };
}

/** Pages with an address of their own: no routes for programs, none with a part that varies. */
export function pagesOf(routes) {
  return Object.entries(routes)
    .filter(([entry, address]) => entry.endsWith('/page') && !/[[@]|^\/_/.test(address))
    .map(([, address]) => address)
    .sort();
}

function addressesIn(folder, address) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length))
    .map((path) => address + path.replaceAll('\\', '/'))
    .sort();
}
