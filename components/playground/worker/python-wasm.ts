import type { WasmFiles } from '#lib/pyspark/syntax/parser.ts';

/** tree-sitter's files on the app's own origin; the versions in the addresses make them cacheable for good. */
const VERSIONS = { runtime: '0.27.1', python: '0.25.0' };

export function pythonWasm(): WasmFiles {
  const address = (path: string): string => new URL(path, self.location.origin).href;
  return {
    runtime: address(`/wasm/web-tree-sitter.wasm?v=${VERSIONS.runtime}`),
    python: address(`/wasm/tree-sitter-python.wasm?v=${VERSIONS.python}`),
  };
}
