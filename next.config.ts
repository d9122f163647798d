import type { NextConfig } from 'next';
import { version } from './package.json' with { type: 'json' };
import { commonHeaders, filePolicy } from './security-headers.ts';

const asList = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([key, value]) => ({ key, value }));

/**
 * 58 MB of wasm, compressed once by scripts/assets.mjs: left to itself the server would gzip it on every request.
 * One address each; which file answers depends on what the browser accepts (brotli only over https and on localhost).
 */
const WASM = [
  '/duckdb/duckdb-eh',
  '/wasm/web-tree-sitter',
  '/wasm/tree-sitter-python',
  '/wasm/polyglot_sql',
] as const;
const accepts = (value: string) => ({ type: 'header' as const, key: 'accept-encoding', value });
const brotli = accepts('.*\\bbr\\b(?!;q=0).*');
const gzip = accepts('.*\\bgzip\\b(?!;q=0).*');
const encodings = WASM.flatMap((name) => [
  { source: `${name}.wasm`, file: `${name}.br.wasm`, encoding: 'br', when: { has: [brotli] } },
  {
    source: `${name}.wasm`,
    file: `${name}.gz.wasm`,
    encoding: 'gzip',
    when: { has: [gzip], missing: [brotli] },
  },
]);

const config: NextConfig = {
  // One folder with everything the server needs; scripts/build.mjs adds public/ and the static files to it.
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  // The pages of /reference, which the server reads when they are asked for.
  outputFileTracingIncludes: {
    '/reference/**': ['./lib/analyzers/run/*.md', './lib/analyzers/code/rules/*.md'],
    '/accuracy': ['./docs/accuracy.md'],
  },
  turbopack: {
    root: import.meta.dirname,
    // In the browser the SQL library gets its wasm from an address of ours, which comes compressed.
    resolveAlias: { '@polyglot-sql/sdk': { browser: './components/playground/worker/sql-library.ts' } },
  },
  poweredByHeader: false,
  images: { unoptimized: true },
  // Pages are shells without data, so one that was fetched ahead stays good for the visit, also without network.
  experimental: { staleTimes: { static: 86_400 } },
  env: { SHUFFLESCOPE_VERSION: version },
  // `npm test` runs tsc over everything, tests and scripts too; checking again here would only slow `npm start`.
  typescript: { ignoreBuildErrors: true },
  rewrites: async () => ({
    beforeFiles: encodings.map(({ source, file, when }) => ({ source, destination: file, ...when })),
    afterFiles: [],
    fallback: [],
  }),
  headers: async () => [
    { source: '/:path*', headers: asList(commonHeaders) },
    // Pages get their policy, with a nonce, from proxy.ts; it leaves these paths alone.
    ...[
      '/_next/static/:path*',
      '/duckdb/:path*',
      '/wasm/:path*',
      '/samples/:path*',
      '/icon.svg',
      '/sw.js',
    ].map((source) => ({
      source,
      headers: asList({ 'Content-Security-Policy': filePolicy }),
    })),
    // Next adds a hash of its content to the icon's address.
    { source: '/icon.svg', headers: asList({ 'Cache-Control': 'public, max-age=31536000, immutable' }) },
    // An address with a version (?v=…) always means the same bytes.
    ...['/duckdb/:path*', '/wasm/:path*'].map((source) => ({
      source,
      has: [{ type: 'query' as const, key: 'v' }],
      headers: asList({ 'Cache-Control': 'public, max-age=31536000, immutable' }),
    })),
    ...encodings.map(({ source, encoding, when }) => ({
      source,
      ...when,
      headers: asList({ 'Content-Encoding': encoding, Vary: 'Accept-Encoding' }),
    })),
  ],
};

export default config;
