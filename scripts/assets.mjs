import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { cache, modules, root } from './paths.mjs';

const packageDist = join(modules, '@duckdb/duckdb-wasm/dist');
const target = join(root, 'public/duckdb');
const WASM = 'duckdb-eh.wasm';
const WORKER = 'duckdb-browser-eh.worker.js';

/**
 * Puts DuckDB's files under public/, the wasm also compressed (next.config.ts chooses which one answers).
 * Brotli at quality 9 takes some 8 seconds and saves 1.8 MB over gzip; quality 11 would take ten times as long.
 */
export async function prepareAssets() {
  mkdirSync(target, { recursive: true });
  copyFileSync(join(packageDist, WORKER), join(target, WORKER));
  copyFileSync(join(packageDist, WASM), join(target, WASM));
  const wasm = readFileSync(join(packageDist, WASM));
  const key = createHash('sha256').update(wasm).digest('hex').slice(0, 16);
  const [br, gz] = await Promise.all([
    cached(`${key}.br9`, () => brotli(wasm)),
    cached(`${key}.gz9`, () => promisify(gzip)(wasm, { level: 9 })),
  ]);
  copyFileSync(br, join(target, 'duckdb-eh.br.wasm'));
  copyFileSync(gz, join(target, 'duckdb-eh.gz.wasm'));
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
