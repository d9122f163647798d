import { mkdirSync, writeFileSync } from 'node:fs';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { checked } from './open.ts';

const LOG = 'public/samples/skewed-join.zstd';

test.describe('opening files', () => {
  test('a dragged file tints the window, and dropped it opens in Analyze', async ({ page }) => {
    await page.goto('/');
    const drag = await dragOver(page, [`${process.cwd()}/${LOG}`]);
    await expect(page.getByText('Drop to open it')).toBeVisible();
    await drag.drop();
    await expect(page).toHaveURL('/analyze');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
    await expect(page).toHaveTitle('nightly-orders · Overview · Shufflescope');
  });

  test('a folder is opened with everything in it, from any page', async ({ page }, testInfo) => {
    const folder = testInfo.outputPath('eventlog_v2_app-1');
    mkdirSync(`${folder}/inner`, { recursive: true });
    // More than one batch of the browser's directory reader.
    for (let part = 0; part < 120; part++) writeFileSync(`${folder}/events_${part}_app-1`, '{}\n');
    writeFileSync(`${folder}/inner/appstatus_app-1`, '');
    await page.goto('/analyze');
    await (await dragOver(page, [folder])).drop();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('eventlog_v2_app-1');
    await expect(page.getByText('None of these 120 files is an event log')).toBeVisible();
  });

  test('Browse opens files, and they are offered again later', async ({ page }) => {
    await page.goto('/');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Browse files' }).click();
    await (await chooser).setFiles(LOG);
    await checked(page);

    await page.goto('/');
    const recent = page.getByRole('region', { name: 'Recent' });
    await recent.getByRole('button', { name: /^nightly-orders/ }).click();
    await expect(page).toHaveURL('/analyze');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');

    await page.goto('/');
    await recent.getByRole('button', { name: 'Forget skewed-join.zstd' }).click();
    await expect(recent).toBeHidden();
  });

  test('a sample is one click away', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: /Skewed join/ }).click();
    await expect(page).toHaveURL('/analyze');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('nightly-orders');
  });

  test('an empty folder says so and changes nothing', async ({ page }, testInfo) => {
    mkdirSync(testInfo.outputPath('empty'), { recursive: true });
    await page.goto('/');
    await (await dragOver(page, [testInfo.outputPath('empty')])).drop();
    await expect(page.getByRole('alert').filter({ hasText: 'no files' })).toBeVisible();
    await expect(page).toHaveURL('/');
  });

  test('with nothing open, Analyze says why and what to do', async ({ page }) => {
    await page.goto('/analyze');
    await expect(page).toHaveTitle('Analyze · Shufflescope');
    await expect(page.getByRole('heading', { name: 'No event log is open' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Browse files' })).toBeVisible();
  });
});
