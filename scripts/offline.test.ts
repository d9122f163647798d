import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pagesOf, serviceWorker } from './offline.mjs';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
}
interface Build {
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

interface Worker {
  readonly kindOf: (request: Request, origin: string) => 'file' | 'page' | undefined;
  readonly linksIn: (html: string) => readonly string[];
  readonly BUILD: { readonly version: string };
}

const ORIGIN = 'https://scope.example';

function start(build: Build): Worker {
  const self = { addEventListener: () => undefined, location: { origin: ORIGIN } };
  return runInNewContext(`${serviceWorker(build)}; ({ kindOf, linksIn, BUILD })`, { self, URL }) as Worker;
}

const built = { files: ['/_next/static/a.js'], pages: ['/', '/analyze'] };

describe('the service worker', () => {
  const kind = (path: string, request: Partial<Request> = {}) =>
    start(built).kindOf({ method: 'GET', url: ORIGIN + path, mode: 'cors', ...request }, ORIGIN);

  it.each([
    '/account',
    '/healthz',
    '/api/explain',
    '/api/auth/session',
    '/api',
    '/metrics',
    '/ext/v1/json.wasm',
  ])('never touches %s, not even as a page', (path) => {
    expect(kind(path)).toBeUndefined();
    expect(kind(path, { mode: 'navigate' })).toBeUndefined();
  });

  it.each(['/_next/static/chunks/a.js', '/duckdb/duckdb-eh.wasm?v=1', '/samples/a.zstd', '/icon.svg?x'])(
    'answers for the file %s',
    (path) => expect(kind(path)).toBe('file'),
  );

  it('answers for pages that are gone to, with any view in their address', () => {
    expect(kind('/analyze?view=sql', { mode: 'navigate' })).toBe('page');
    expect(kind('/apiary', { mode: 'navigate' })).toBe('page');
  });

  it('leaves what pages fetch of pages to the network', () => {
    expect(kind('/analyze?_rsc=1')).toBeUndefined();
  });

  it('leaves other origins and everything that sends something alone', () => {
    expect(kind('/', { method: 'POST', mode: 'navigate' })).toBeUndefined();
    expect(kind('', { url: 'https://elsewhere.example/_next/static/a.js' })).toBeUndefined();
  });

  it('finds scenarios and the pages of the reference by their links', () => {
    const html =
      '<a href="/reference/spill">a</a><a href="/analyze"><a href="/learn/tiny-files"><a href="/reference/rules/late-setting#x">';
    expect([...start(built).linksIn(html)]).toEqual(['/reference/spill', '/learn/tiny-files']);
  });

  it('has another version for another build, and the same for the same', () => {
    const version = (build: Build) => start(build).BUILD.version;
    expect(version(built)).toBe(version({ ...built }));
    expect(version({ ...built, files: ['/_next/static/b.js'] })).not.toBe(version(built));
  });
});

describe('the pages that are kept', () => {
  it('are those with one address, and no routes for programs', () => {
    expect(
      pagesOf({
        '/page': '/',
        '/analyze/page': '/analyze',
        '/reference/[problem]/page': '/reference/[problem]',
        '/api/explain/route': '/api/explain',
        '/_not-found/page': '/_not-found',
      }),
    ).toEqual(['/', '/analyze']);
  });
});
