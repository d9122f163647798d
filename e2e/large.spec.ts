import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { runText } from '#lib/testing/run-text.ts';
import { expect, test } from './fixtures.ts';
import { writeLongLog } from './long-log.ts';
import { browse, checked, factsOf } from './open.ts';

const RUN = 'app nightly\njob 0\n  stage 0  tasks 3  ms 100';
const GIB = 2 ** 30;

test.describe('a large log', () => {
  test('is told to be large before it is read', async ({ page }, testInfo) => {
    const path = testInfo.outputPath('app-1');
    const file = openSync(path, 'w');
    writeSync(file, runText(RUN));
    ftruncateSync(file, 25 * GIB); // takes no room on the disk
    closeSync(file);
    await page.goto('/analyze');
    await browse(page, path);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: 'This is a large log' })).toBeVisible();
    await expect(main).toContainText('25.0 GiB as stored');
    await expect(main).toContainText('All of it is read, nothing is sampled, and you can stop at any time.');
    await expect(main).toContainText('may be more than the SQL engine of a browser can hold');
    await main.getByRole('button', { name: 'Not now' }).click();
    await expect(main.getByRole('heading', { name: 'No event log is open' })).toBeVisible();

    await browse(page, path);
    await main.getByRole('button', { name: 'Read it' }).click();
    await checked(page);
    await expect(factsOf(page)).toContainText('·3 tasks');
  });

  test('can be stopped while it is read, and read again', async ({ page }, testInfo) => {
    await page.goto('/analyze');
    await browse(page, writeLongLog(testInfo.outputPath('app-1')));
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Stop' }).click();
    await expect(main.getByRole('heading', { name: 'Reading was stopped' })).toBeVisible();
    await main.getByRole('button', { name: 'Read it again' }).click();
    await expect(main.getByRole('progressbar')).toBeVisible();
    await checked(page);
    await expect(factsOf(page)).toContainText('·400 tasks');
  });
});
