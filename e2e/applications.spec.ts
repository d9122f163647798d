import { zipOf } from '#lib/eventlog/discover/testing.ts';
import { runText } from '#lib/testing/run-text.ts';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { browse, checked, factsOf, made } from './open.ts';

const LOGS = `${process.cwd()}/golden/eventlogs/logs`;

test.describe('several applications at once', () => {
  test('dropped rolled logs are all listed, and one after the other can be opened', async ({ page }) => {
    await page.goto('/');
    const folders = [
      `${LOGS}/straggler.fixed.s35/eventlog_v2_local-1795247951805`,
      `${LOGS}/task-failures.bad.s35/eventlog_v2_local-1795249550371`,
      `${LOGS}/skew-window.bad.s35/local-1795247915800.zstd`,
    ];
    await (await dragOver(page, folders)).drop();
    await expect(page.getByRole('heading', { name: '3 application attempts in here' })).toBeVisible();
    const list = page.getByRole('list', { name: 'Applications in the files' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await list.getByRole('button', { name: /^Open pipeline-007/ }).click();
    await checked(page);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('pipeline-007');

    const others = page.getByRole('button', { name: '3 applications in these files' });
    await others.click();
    await list.getByRole('button', { name: /^Open pipeline-003/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('pipeline-003');
    await checked(page);
    await expect(factsOf(page)).toContainText('·15 tasks');
    await others.click();
    await expect(list.getByRole('listitem').filter({ hasText: 'pipeline-003' })).toContainText('open');
    await list.getByRole('button', { name: /^Open pipeline-007/ }).click();
    await expect(factsOf(page)).toContainText('·16 tasks');
  });

  test('a zip of attempts and other files lists the attempts, and tells what it left out', async ({
    page,
  }) => {
    const attempt = (id: string, tasks: number) =>
      runText(`app nightly  id ${id}\njob 0\n  stage 0  tasks ${tasks}  ms 100`);
    const zip = await zipOf({
      'logs/app-1': attempt('app-1', 3),
      'logs/app-2': attempt('app-2', 5),
      'logs/app-1-copy': attempt('app-1', 3),
      'logs/notes.txt': 'Monday: slow again\n',
    });
    await page.goto('/analyze');
    await browse(page, made('nightly.zip', zip));
    const list = page.getByRole('list', { name: 'Applications in the files' });
    await expect(list.getByRole('listitem')).toHaveCount(3);
    await expect(list.getByRole('listitem').filter({ hasText: 'The same attempt as' })).toHaveCount(1);
    await page.getByText('1 other file left out').click();
    await expect(page.getByText(/notes\.txt: text without events/)).toBeVisible();
    await list.getByRole('listitem').filter({ hasText: 'app-2' }).getByRole('button').click();
    await expect(factsOf(page)).toContainText('·5 tasks');
  });
});
