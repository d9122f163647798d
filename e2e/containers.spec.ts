import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { plural } from '#lib/base/format.ts';
import { zipOf } from '#lib/eventlog/discover/testing.ts';
import { historyServerAnswer } from '#lib/testing/golden-logs.ts';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { checked, factsOf, made, openRun } from './open.ts';

const LOGS = 'golden/eventlogs/logs';

/** Logs that a History Server has read: whatever holds them, as many tasks have to come out. */
const SINGLE = [
  'skew-window.bad.s35', // zstd
  'small-files-written.fixed.s35', // lz4
  'slow-executor.bad.s43', // lzf
  'few-partitions-coalesce.bad.s35', // snappy
  'incomplete-log.bad.s35', // in progress
];
const ROLLED = [
  'straggler.fixed.s35', // zstd
  'oom-task-local.bad.s43', // lz4
];

test.describe('logs open in the browser, under its strict policy:', () => {
  for (const [layout, ids] of Object.entries({ 'in every codec': SINGLE, rolled: ROLLED })) {
    test(layout, async ({ page }) => {
      await page.goto('/');
      for (const id of ids) {
        const truth = historyServerAnswer(id);
        await (await dragOver(page, [`${process.cwd()}/${pathsIn(`${LOGS}/${id}`)[0]}`])).drop();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(truth.application.name);
        await expect(factsOf(page)).toContainText(`·${plural(truth.tasks.rows.length, 'task')}`);
      }
    });
  }

  test('a plain one in gzip, of several members', async ({ page }) => {
    const [folder] = pathsIn('golden/containers/none-rolling');
    const plain = readFileSync(`${folder}/events_1_local-1795249596448`);
    const members = [plain.subarray(0, 5000), plain.subarray(5000)].map((part) => gzipSync(part));
    await openRun(page, made('events.gz', Buffer.concat(members)));
    await expect(factsOf(page)).toContainText('·8 tasks');
  });

  test('the zip that a History Server gives for a rolled log', async ({ page }) => {
    const [folder] = pathsIn(`${LOGS}/straggler.fixed.s35`);
    const files = pathsIn(folder ?? '').map((path) => [
      path.slice(`${LOGS}/straggler.fixed.s35/`.length),
      readFileSync(path),
    ]);
    await openRun(page, made('eventLogs-local-1795247951805.zip', await zipOf(Object.fromEntries(files))));
    await expect(factsOf(page)).toContainText('·16 tasks');
  });

  test('a folder chosen with Browse', async ({ page }) => {
    await page.goto('/');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Browse a folder' }).click();
    await (await chooser).setFiles(pathsIn(`${LOGS}/straggler.fixed.s35`)[0] ?? '');
    await checked(page);
    await expect(factsOf(page)).toContainText('·16 tasks');
  });
});

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => `${folder}/${name}`);
}
