import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { checked, showView } from './open.ts';

const LOG = `${process.cwd()}/public/samples/skewed-join.zstd`;

test.use({
  serviceWorkers: 'allow',
  // Routes that are fetched ahead have no network to come from; their pages then come from what is kept.
  expectedErrors: [/ERR_INTERNET_DISCONNECTED|Failed to fetch RSC payload/],
});

test('after one visit the app opens, reads a log and explains without a network', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  // Resolves when everything that the worker keeps is there.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  const kept = () =>
    page.evaluate(async () => {
      const [name] = (await caches.keys()).filter((each) => each.startsWith('shufflescope-'));
      const cache = await caches.open(name ?? '');
      return (await cache.keys()).map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(kept, { timeout: 90_000 }).toContain('/reference/task-skew');
  const paths = await kept();
  expect(paths.filter((path) => /^\/(?:api|metrics|ext)\b/.test(path))).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining(['/', '/analyze', '/duckdb/duckdb-eh.wasm', '/shared']));
  expect(paths).toContain('/learn/skewed-join');

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/analyze?view=overview');
  await (await dragOver(page, [LOG])).drop();
  await checked(page);
  await showView(page, 'Insights');
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await page.goto('/reference/task-skew');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Task skew');
});
