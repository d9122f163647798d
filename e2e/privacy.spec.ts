import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';

const LOG = `${process.cwd()}/public/samples/skewed-join.zstd`;

test.describe('without a network', () => {
  // Watching requests switches off the cache that the icon would come from.
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED .*icon\.svg/] });

  test('a log opens on another page, long after this one was loaded', async ({ page, context }) => {
    await page.clock.install();
    await page.goto('/');
    // The page fetches the rest of the shell in a quiet moment.
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward('30:00');
    await context.setOffline(true);
    await (await dragOver(page, [LOG])).drop();
    await expect(page).toHaveURL('/analyze');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  });
});

test.describe('nothing leaves the tab', () => {
  test('opening a log sends no request with a body', async ({ page }) => {
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.postDataBuffer() !== null) sent.push(`${request.method()} ${request.url()}`);
    });
    await (await dragOver(page, [LOG])).drop();
    await expect(page).toHaveURL('/analyze');
    await page.waitForLoadState('networkidle');
    expect(sent).toEqual([]);
  });

  test('the badge says so and how to check', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Local only' }).click();
    const details = page.getByRole('dialog', { name: 'Local only' });
    await expect(details).toContainText('never uploaded');
    await expect(details).toContainText('Network panel');
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(page.getByRole('button', { name: 'Local only' })).toBeFocused();
  });
});
