import { gzipSync, zstdCompressSync } from 'node:zlib';
import { runText } from '#lib/testing/run-text.ts';
import { expect, test } from './fixtures.ts';
import { made, openRun } from './open.ts';

const LOG = Buffer.from(runText('app nightly  slots 4\njob 0\n  stage 0  tasks 400  ms 20..90'));
const cut = (bytes: Uint8Array, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));
const members = [gzipSync(cut(LOG, 0.5)), cut(gzipSync(LOG.subarray(LOG.length / 2)), 0.5)];

const BROKEN_OFF = 'the last line breaks off';
const AFTER_THE_CUT = 'Everything after the cut is missing from all figures.';

const CUT = [
  ['plain', 'app-1', cut(LOG, 0.6), BROKEN_OFF, 'The last event of the file is missing.'],
  ['zstd', 'app-1.zstd', cut(zstdCompressSync(LOG), 0.6), 'the file ends inside a zstd frame', AFTER_THE_CUT],
  ['gzip', 'app-1.gz', cut(gzipSync(LOG), 0.6), 'the file ends inside the compressed data', AFTER_THE_CUT],
  [
    'gzip of two members',
    'app-1.gz',
    Buffer.concat(members),
    'the file ends inside the compressed data',
    AFTER_THE_CUT,
  ],
] as const;

test.describe('a log that ends early tells what is missing and which figures that touches', () => {
  for (const [kind, name, bytes, seen, affected] of CUT) {
    test(kind, async ({ page }) => {
      await openRun(page, made(name, bytes));
      const trust = page.getByRole('region', { name: 'Trust in this log' });
      await expect(trust).toContainText(`${name}: ${seen}`);
      await expect(trust).toContainText(affected);
      await expect(trust).toContainText('The end and the duration of the run are estimated');

      await trust.getByRole('button', { name: 'Details' }).click();
      const ledger = page.getByRole('dialog', { name: 'What the log does not tell' });
      const row = ledger.getByRole('listitem').filter({ hasText: seen });
      await expect(row).toContainText(name);
      await expect(row).toContainText(affected);
      await page.keyboard.press('Escape');
      await expect(trust.getByRole('button', { name: 'Details' })).toBeFocused();
    });
  }

  test('a log with nothing missing says so', async ({ page }) => {
    await openRun(page, made('app-1', LOG));
    await expect(page.getByRole('region', { name: 'Trust in this log' })).toBeHidden();
  });
});
