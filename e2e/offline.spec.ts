import { consoleOf } from './console.ts';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { checked, showView } from './open.ts';

const LOG = `${process.cwd()}/golden/eventlogs/logs/task-failures.bad.s35/eventlog_v2_local-1795249550371`;

// Watching requests switches off the cache that the icon would come from.
test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED .*icon\.svg/] });

test('loaded once, everything works without a network', async ({ page, context }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle'); // the rest of the app comes in a quiet moment
  await context.setOffline(true);
  await (await dragOver(page, [LOG])).drop();
  await checked(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('pipeline-037');

  await showView(page, 'Insights');
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible();
  await showView(page, 'Timeline');
  await expect(page.getByRole('group', { name: /^Timeline of jobs and stages/ })).toBeVisible();
  await showView(page, 'Stages');
  await page.getByRole('grid', { name: 'Stages' }).getByRole('row').nth(1).click();
  await expect(page.getByRole('region', { name: 'Operators that ran here' })).toBeVisible();
  await showView(page, 'Tasks');
  await expect(page.getByRole('grid', { name: 'Task attempts' }).getByRole('row').nth(1)).toContainText('ms');
  await showView(page, 'Settings');
  await expect(page.getByRole('row', { name: /spark\.app\.name/ })).toBeVisible();
  await showView(page, 'SQL');
  const sql = consoleOf(page);
  await sql.run('SELECT count(*) > 0 AS some FROM tasks');
  await expect(sql.result.getByRole('gridcell', { name: 'true' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export Parquet' }).click();
  await download;
});
