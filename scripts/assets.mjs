import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cache, modules, root } from './paths.mjs';

const duckdb = join(modules, '@duckdb/duckdb-wasm/dist');

/** What is served as it is. */
const COPIED = [{ from: join(duckdb, 'duckdb-browser-eh.worker.js'), folder: 'duckdb' }];

/** What is also served compressed; next.config.ts chooses which file answers. */
const WASM = [
  { from: join(duckdb, 'duckdb-eh.wasm'), folder: 'duckdb' },
  { from: join(modules, 'web-tree-sitter/web-tree-sitter.wasm'), folder: 'wasm' },
  { from: join(modules, 'tree-sitter-python/tree-sitter-python.wasm'), folder: 'wasm' },
  { from: join(modules, '@polyglot-sql/sdk/dist/polyglot_sql.wasm'), folder: 'wasm' },
];

/**
 * Puts the files of DuckDB, tree-sitter and the SQL parser under public/, wasm also compressed. Brotli at quality 9 takes
 * some 8 seconds for DuckDB and saves 1.8 MB over gzip; quality 11 would take ten times as long.
 */
export async function prepareAssets() {
  for (const { from, folder } of [...COPIED, ...WASM]) {
    mkdirSync(join(root, 'public', folder), { recursive: true });
    copyFileSync(from, join(root, 'public', folder, basename(from)));
  }
  await Promise.all(WASM.map(compress));
}

async function compress({ from, folder }) {
  const wasm = readFileSync(from);
  const key = createHash('sha256').update(wasm).digest('hex').slice(0, 16);
  const [br, gz] = await Promise.all([
    cached(`${key}.br9`, () => brotli(wasm)),
    cached(`${key}.gz9`, () => promisify(gzip)(wasm, { level: 9 })),
  ]);
  const target = join(root, 'public', folder, basename(from, '.wasm'));
  copyFileSync(br, `${target}.br.wasm`);
  copyFileSync(gz, `${target}.gz.wasm`);
}

function brotli(bytes) {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** The path of a file in the cache, made when missing; renamed into place so that a stopped run leaves no half file. */
async function cached(name, make) {
  const path = join(cache, 'assets', name);
  if (!existsSync(path)) {
    mkdirSync(join(cache, 'assets'), { recursive: true });
    const half = `${path}.${process.pid}`;
    writeFileSync(half, await make());
    renameSync(half, path);
  }
  return path;
}
