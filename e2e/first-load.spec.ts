import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

const BUDGET_KIB = 200;

for (const route of [
  '/',
  '/learn',
  '/learn/own-run',
  '/learn/skewed-join',
  '/analyze',
  '/playground',
  '/simulator',
]) {
  test(`the first load of ${route} stays within ${BUDGET_KIB} KiB of script`, async ({ request }) => {
    const html = await (await request.get(route)).text();
    const tags = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"[^>]*>/g)];
    // The polyfills for old browsers are marked nomodule, and current ones do not fetch them.
    const sources = tags.filter(([tag]) => !/\snomodule/i.test(tag)).map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(3);
    const sizes = await Promise.all(
      sources.map(async (source) => gzipSync(await (await request.get(source)).body(), { level: 9 }).length),
    );
    const kib = sizes.reduce((sum, size) => sum + size, 0) / 1024;
    test.info().annotations.push({
      type: 'figure',
      description: `first load of ${route}: ${kib.toFixed(1)} KiB gzip`,
    });
    expect(kib).toBeLessThan(BUDGET_KIB);
  });
}
