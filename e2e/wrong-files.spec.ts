import { writeFileSync } from 'node:fs';
import { zipOf } from '#lib/eventlog/discover/testing.ts';
import { runText } from '#lib/testing/run-text.ts';
import { expect, test } from './fixtures.ts';
import { browse, checked, factsOf, made } from './open.ts';

const LOG = runText('app nightly\njob 0\n  stage 0  tasks 3  ms 100');
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** Name and content of a file, and what the message has to say of it. */
const WRONG = [
  ['chart.png', PNG, 'chart.png: a PNG image'],
  ['app-1', '', 'an empty file'],
  ['order.json', '{"order": 1}', 'JSON without events (its first key is "order")'],
  ['driver.log', '26/11/21 08:25:15 INFO SparkContext: Running', 'a driver or executor log'],
  ['history.html', '<!doctype html><title>x</title>', 'a web page (HTML)'],
  ['app-1.zstd', Buffer.from('28b52ffd0458', 'hex'), 'nothing of it can be decoded'],
] as const;

test.describe('what is no log', () => {
  test('is named, with what would work, and the next one can be opened', async ({ page }) => {
    await page.goto('/analyze');
    const alert = page.getByRole('main').getByRole('alert');
    for (const [name, content, message] of WRONG) {
      await browse(page, made(name, content));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
      await expect(alert).toContainText('This file is not an event log');
      await expect(alert).toContainText(message);
      await expect(alert).toContainText('spark.eventLog.enabled');
    }
    await page.getByRole('button', { name: /Skewed join/ }).click();
    await checked(page);
  });

  test('is listed where it is inside of a zip', async ({ page }) => {
    await page.goto('/analyze');
    await browse(page, made('week.zip', await zipOf({ 'a.png': new Uint8Array(PNG), 'b.txt': 'hello\n' })));
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('None of these 2 files is an event log');
    await expect(alert).toContainText('week.zip!/a.png: a PNG image');
    await expect(alert).toContainText('week.zip!/b.txt: text without events (it starts with "hello")');
  });

  test('is an encrypted zip, until it is unpacked', async ({ page }) => {
    const zip = await zipOf({ 'app-1': LOG }, { password: 'secret' });
    await page.goto('/analyze');
    await browse(page, made('app-1.zip', zip));
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('encrypted: the archive has a password');
    await expect(alert).toContainText('Unpack the archive with its password first.');
  });
});

test.describe('a hostile file', () => {
  test('that is a zip bomb is told by its first bytes', async ({ page }) => {
    const bomb = await zipOf({ 'blanks.json': new Uint8Array(100 * 2 ** 20) });
    await page.goto('/analyze');
    await browse(page, made('bomb.zip', bomb));
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('bomb.zip!/blanks.json: binary data of an unknown kind');
  });

  test('that is a log which unpacks to blanks without end is read to its last event', async ({ page }) => {
    const blanks = ' '.repeat(70 * 2 ** 20);
    await page.goto('/analyze');
    await browse(page, made('bomb.zip', await zipOf({ 'app-1': `${LOG}${blanks}` })));
    await checked(page);
    await expect(factsOf(page)).toContainText('·3 tasks');
    const trust = page.getByRole('region', { name: 'Trust in this log' });
    await expect(trust).toContainText(
      'app-1: no line break in 67108864 bytes. Everything after the damage is missing',
    );
  });

  test('with paths that lead outside of the archive is read where it is', async ({ page }) => {
    const zip = await zipOf({ '../../outside.json': LOG, '/etc/passwd': 'root:x:0:0\n' });
    await page.goto('/analyze');
    await browse(page, made('paths.zip', zip));
    await checked(page);
    await expect(factsOf(page)).toContainText('·3 tasks');
  });

  test('with a line of 50 MB is read around it', async ({ page }, testInfo) => {
    const path = testInfo.outputPath('app-1');
    const [start = '', ...rest] = LOG.split('\n');
    writeFileSync(path, [start, `{"Event":"x","text":"${'x'.repeat(50 * 2 ** 20)}"}`, ...rest].join('\n'));
    await page.goto('/analyze');
    await browse(page, path);
    await checked(page);
    await expect(factsOf(page)).toContainText('·3 tasks');
  });
});
