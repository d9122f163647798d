import { expect, test } from './fixtures.ts';

const ENGINE = '/duckdb/duckdb-eh.wasm?v=test';

test.describe('responses', () => {
  for (const path of ['/', '/analyze', '/playground', '/no-such-page']) {
    test(`the policy of ${path} has a fresh nonce and no loophole`, async ({ request }) => {
      const policies = await Promise.all(
        [1, 2].map(async () => (await request.get(path)).headers()['content-security-policy'] ?? ''),
      );
      for (const policy of policies) {
        expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic' 'wasm-unsafe-eval'(;|$)/);
        expect(policy).toMatch(/style-src 'self' 'nonce-[^']+'(;|$)/);
        for (const part of [
          "default-src 'none'",
          "connect-src 'self'",
          "worker-src 'self'",
          "object-src 'none'",
        ]) {
          expect(policy).toContain(part);
        }
        expect(policy).not.toContain('unsafe-inline');
        expect(policy).not.toContain("'unsafe-eval'");
      }
      expect(policies[0]).not.toBe(policies[1]);
    });
  }

  test('pages come without style attributes, which their policy would drop', async ({ request }) => {
    for (const path of ['/', '/analyze', '/playground', '/no-such-page']) {
      expect(await (await request.get(path)).text(), path).not.toMatch(/<[^>]+\sstyle=/);
    }
  });

  test('pages, files and errors carry the security headers', async ({ page, request }) => {
    await page.goto('/');
    const script = await page.locator('script[src]').first().getAttribute('src');
    for (const path of [
      '/',
      script ?? '',
      '/samples/skewed-join.zstd',
      ENGINE,
      '/ext/v1/x',
      '/no-such-page',
    ]) {
      const headers = (await request.get(path)).headers();
      expect(headers, path).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['permissions-policy'], path).toContain('geolocation=()');
      expect(headers, path).not.toHaveProperty('x-powered-by');
      expect(headers, path).not.toHaveProperty('strict-transport-security');
    }
  });

  test('scripts carry a policy of their own, since workers obey it', async ({ page, request }) => {
    await page.goto('/');
    const script = await page.locator('script[src]').first().getAttribute('src');
    for (const path of [script ?? '', '/duckdb/duckdb-browser-eh.worker.js']) {
      const policy = (await request.get(path)).headers()['content-security-policy'];
      expect(policy, path).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy, path).toContain("connect-src 'self'");
    }
  });

  test('no extension of the engine is ever found', async ({ request }) => {
    for (const path of ['/ext', '/ext/v1.4.3/wasm_eh/json.duckdb_extension.wasm']) {
      expect((await request.get(path)).status(), path).toBe(404);
    }
  });

  test('the engine comes compressed as the browser likes, and to stay', async ({ request }) => {
    const encodings = [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['identity', undefined],
    ] as const;
    for (const [accepted, expected] of encodings) {
      const headers = (
        await request.fetch(ENGINE, { method: 'HEAD', headers: { 'Accept-Encoding': accepted } })
      ).headers();
      expect(headers['content-encoding'], accepted).toBe(expected);
      expect(headers['content-type'], accepted).toBe('application/wasm');
      expect(headers['cache-control'], accepted).toBe('public, max-age=31536000, immutable');
      expect(headers.vary, accepted).toContain('Accept-Encoding');
    }
  });

  test('the engine compiles while it streams, and the second time comes from the cache', async ({
    browser,
  }) => {
    // A page of its own: watching requests, as the other tests do, switches the cache off.
    const page = await browser.newPage();
    await page.goto('/');
    const sizes = await page.evaluate(async (url) => {
      const load = async () => {
        await WebAssembly.compileStreaming(fetch(url));
        const entry = performance.getEntriesByName(new URL(url, location.href).href).at(-1);
        return entry instanceof PerformanceResourceTiming ? entry.transferSize : -1;
      };
      return [await load(), await load()];
    }, ENGINE);
    expect(sizes[0]).toBeGreaterThan(5_000_000);
    expect(sizes[0]).toBeLessThan(7_000_000);
    expect(sizes[1]).toBe(0);
    await page.close();
  });
});
