import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { writeLongLog } from './long-log.ts';
import { browse, checked, openRun, showView } from './open.ts';

// A worker that is broken on purpose may still answer what it was asked before; the engine then says so.
// What a broken worker leaves undone is rejected late, also with nothing at all.
test.use({ expectedErrors: [/order 4711|^ErrorEvent |^unassociated response|^null$/] });

const LOG = 'public/samples/skewed-join.zstd';

test('a screen that fails keeps what is open, shows details without data, and can be tried again', async ({
  page,
}) => {
  await openRun(page, LOG);

  // The start page lists what was opened with its time: formatting it now fails.
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
    Object.assign(globalThis, {
      mend: () => Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', own ?? {}),
    });
    Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', {
      configurable: true,
      get: () => {
        throw new TypeError('cannot format order 4711');
      },
    });
  });
  await page.getByRole('link', { name: 'Shufflescope' }).click();
  const crash = page.getByRole('alert').filter({ hasText: 'This screen stopped working' });
  await expect(crash).toContainText('"skewed-join.zstd" is still open in this tab');
  await expect(crash).toContainText('error TypeError');
  await expect(crash).not.toContainText('4711');

  await page.evaluate('mend()');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('region', { name: 'Recent' })).toContainText('nightly-orders');
});

test('reading that breaks keeps the files, tells details without data, and can be tried again', async ({
  page,
}, testInfo) => {
  await page.goto('/analyze');
  await browse(page, writeLongLog(testInfo.outputPath('app-1')));
  await expect(page.getByRole('progressbar')).toBeVisible();
  await breakWorkers(page);
  const crash = page.getByRole('main').getByRole('alert');
  await expect(crash).toContainText('The log could not be read to its end');
  await expect(crash).toContainText('The files are still open in this tab');
  await expect(page.getByRole('main')).not.toContainText('4711');
  await crash.getByRole('button', { name: 'Try again' }).click();
  await checked(page);
});

test('a question that breaks the engine is answered with that', async ({ page }) => {
  await openRun(page, LOG);
  await breakWorkers(page);
  await showView(page, 'Settings');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('stopped');
});

/** An error that nothing in the workers catches, as when memory ends. */
async function breakWorkers(page: Page) {
  const fail = () => {
    setTimeout(() => {
      throw new Error('order 4711');
    });
  };
  await Promise.all(page.workers().map((worker) => worker.evaluate(fail)));
}
