import { createRequire } from 'node:module';
import type { WasmFiles } from './parser.ts';

/** The wasm files in node_modules, for the command line and tests. A bundler must not see this file. */
export function nodeWasmFiles(): WasmFiles {
  const { resolve } = createRequire(import.meta.url);
  return {
    runtime: resolve('web-tree-sitter/web-tree-sitter.wasm'),
    python: resolve('tree-sitter-python/tree-sitter-python.wasm'),
  };
}
