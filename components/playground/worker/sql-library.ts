import { init } from '@polyglot-sql/sdk/manual';

/**
 * Stands in for `@polyglot-sql/sdk` in the browser (next.config.ts): the same library with its wasm from our own, already
 * compressed address. The version in the address makes it cacheable for good.
 */
const VERSION = '0.12.1';

await init({ wasmUrl: new URL(`/wasm/polyglot_sql.wasm?v=${VERSION}`, self.location.origin) });

// biome-ignore lint/performance/noBarrelFile: it is the library under its other name
export { Dialect, parse } from '@polyglot-sql/sdk/manual';
