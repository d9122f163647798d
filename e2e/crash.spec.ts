import { expect, test } from './fixtures.ts';

test.use({ expectedErrors: [/order 4711/] });

test('a screen that fails keeps what is open, shows details without data, and can be tried again', async ({
  page,
}) => {
  await page.goto('/analyze');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Browse files' }).click();
  await (await chooser).setFiles('public/samples/skewed-join.zstd');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('skewed-join.zstd');

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
  await expect(page.getByRole('region', { name: 'Recent' })).toContainText('skewed-join.zstd');
});
