import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { config, proxy } from './proxy.ts';

const ask = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }));

/** The nonce in a policy. */
const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('a page', () => {
  it('gets a policy with a nonce of its own, every time', () => {
    const nonces = [1, 2, 3].map(() => nonceOf(ask('/analyze').headers.get('content-security-policy')));
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(Buffer.from(nonce ?? '', 'base64')).toHaveLength(16);
  });

  it('is rendered with the very nonce that its policy allows', () => {
    const response = ask('/analyze');
    const toPage = (name: string) => response.headers.get(`x-middleware-request-${name}`);
    expect(toPage('x-nonce')).toBe(nonceOf(response.headers.get('content-security-policy')));
    expect(toPage('content-security-policy')).toBe(response.headers.get('content-security-policy'));
  });

  it('takes no nonce and no policy from the one who asks', () => {
    const response = ask('/', { 'x-nonce': 'evil', 'content-security-policy': "script-src 'unsafe-inline'" });
    expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('evil');
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  it('is pinned to https only where it came over https', () => {
    const pin = (scheme: string) =>
      ask('/', { 'x-forwarded-proto': scheme }).headers.get('strict-transport-security');
    expect(pin('https')).toMatch(/^max-age=\d{8}/);
    expect(pin('http')).toBeNull();
  });
});

describe('the page for other people’s pages', () => {
  const framed = (path: string, headers = {}) => {
    const response = ask(path, headers);
    return [
      response.headers.get('content-security-policy')?.includes('frame-ancestors *'),
      response.headers.get('x-middleware-request-x-embedded'),
    ];
  };

  it('may stand inside of them, and comes without the shell', () => {
    expect(framed('/embed')).toEqual([true, 'true']);
  });

  it.each(['/', '/shared', '/embedded', '/embed/x'])('is not %s, whoever asks for it', (path) => {
    expect(framed(path, { 'x-embedded': 'true' })).toEqual([false, 'false']);
  });
});

describe('the home of DuckDB’s extensions', () => {
  it.each(['/ext', '/ext/v1.4.3/wasm_eh/json.duckdb_extension.wasm'])('has nothing at %s', (path) => {
    expect(ask(path).status).toBe(404);
  });

  it.each(['/extra', '/external/ext'])('is not %s', (path) => {
    expect(ask(path).status).toBe(200);
  });
});

describe('the paths that the proxy sees', () => {
  const sees = (path: string) => config.matcher.some((pattern) => new RegExp(`^${pattern}$`).test(path));

  it.each(['/', '/analyze', '/reference/task-skew', '/ext/json', '/duckdbs'])('are pages: %s', (path) => {
    expect(sees(path)).toBe(true);
  });

  it.each([
    '/_next/static/a.js',
    '/duckdb/duckdb-eh.wasm',
    '/wasm/polyglot_sql.wasm',
    '/samples/a.zstd',
    '/icon.svg',
    '/sw.js',
  ])('are not files, which next.config.ts serves: %s', (path) => expect(sees(path)).toBe(false));
});
