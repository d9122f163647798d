import { describe, expect, it } from 'vitest';
import config from './next.config.ts';
import { filePolicy } from './security-headers.ts';

interface Condition {
  readonly type: string;
  readonly value?: string;
}

/** Which condition of Next holds for a request that accepts these encodings. */
const holds = ({ value = '' }: Condition, accepted: string) => new RegExp(`^${value}$`).test(accepted);

const fits = (rule: { has?: Condition[]; missing?: Condition[] }, accepted: string) =>
  (rule.has ?? []).every((condition) => holds(condition, accepted)) &&
  !(rule.missing ?? []).some((condition) => holds(condition, accepted));

async function encodingFor(wasm: string, accepted: string) {
  const rewrites = await config.rewrites!();
  const all = Array.isArray(rewrites) ? rewrites : (rewrites.beforeFiles ?? []);
  const before = all.filter(({ source }) => source === `${wasm}.wasm`);
  const files = before.filter((rule) => fits(rule, accepted)).map(({ destination }) => destination);
  const headers = (await config.headers!())
    .filter((rule) => rule.source === `${wasm}.wasm` && fits(rule, accepted))
    .flatMap((rule) => rule.headers)
    .filter(({ key }) => key === 'Content-Encoding');
  return { files, encodings: headers.map(({ value }) => value) };
}

describe.each([
  '/duckdb/duckdb-eh',
  '/wasm/web-tree-sitter',
  '/wasm/tree-sitter-python',
  '/wasm/polyglot_sql',
])('%s', (wasm) => {
  const BROTLI = { files: [`${wasm}.br.wasm`], encodings: ['br'] };
  const GZIP = { files: [`${wasm}.gz.wasm`], encodings: ['gzip'] };
  const PLAIN = { files: [], encodings: [] };

  it.each([
    ['gzip, deflate, br, zstd', BROTLI],
    ['br', BROTLI],
    ['gzip, deflate', GZIP],
    ['gzip, br;q=0', GZIP],
    ['gzip;q=0', PLAIN],
    ['identity', PLAIN],
    ['', PLAIN],
    ['brotli', PLAIN],
  ])(
    'for a browser that accepts "%s" is one file, with the encoding that it has',
    async (accepted, expected) => {
      expect(await encodingFor(wasm, accepted)).toEqual(expected);
    },
  );
});

describe('the headers', () => {
  it('of every path forbid guessing types and telling where a visitor came from', async () => {
    const all = (await config.headers!()).find(({ source }) => source === '/:path*');
    const names = Object.fromEntries((all?.headers ?? []).map(({ key, value }) => [key, value]));
    expect(names).toMatchObject({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
  });

  it.each([
    '/_next/static/:path*',
    '/duckdb/:path*',
    '/wasm/:path*',
    '/samples/:path*',
    '/icon.svg',
    '/sw.js',
  ])('of %s have the policy for files, which proxy.ts leaves out', async (source) => {
    const rules = (await config.headers!()).filter((rule) => rule.source === source);
    const policies = rules
      .flatMap((rule) => rule.headers)
      .filter(({ key }) => key === 'Content-Security-Policy');
    expect(policies.map(({ value }) => value)).toEqual([filePolicy]);
  });

  it('let only an address with a version be kept for ever', async () => {
    const kept = (await config.headers!()).filter(({ headers }) =>
      headers.some(({ value }) => value.includes('immutable')),
    );
    expect(kept.map(({ source, has }) => [source, has?.map((condition) => condition.key)])).toEqual([
      ['/icon.svg', undefined],
      ['/duckdb/:path*', ['v']],
      ['/wasm/:path*', ['v']],
    ]);
  });
});
