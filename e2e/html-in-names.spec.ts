import { runText } from '#lib/testing/run-text.ts';
import { consoleOf } from './console.ts';
import { expect, test } from './fixtures.ts';
import { made, openRun, showView } from './open.ts';

const IMAGE = '<img src=x onerror=globalThis.ran=1>';
const SCRIPT = '<script>globalThis.ran=1</script>';

/** Everything of a log that people or programs have named. */
const LOG = runText(`
  app ${IMAGE}  slots 2  user ${SCRIPT}
  conf spark.app.note ${SCRIPT}
  property system ${IMAGE} ${SCRIPT}
  executor 1  lost 50 s "${SCRIPT}"
  executor ${IMAGE}  at 5 s
  job 0  sql 0  group ${IMAGE}  "${SCRIPT} daily"
    stage 0  name "${IMAGE}"  tasks 20  ms 100, 1x20 s  shuffle-read 1 MiB, 1x900 MiB  fails 4x3 "java.lang.${IMAGE}: ${SCRIPT}"
  job 1  failed "${SCRIPT}"
    stage 1  name "${SCRIPT}"  tasks 4  ms 200  failed "${IMAGE}"
  plan 0 Exchange "${IMAGE}" {data size 1 MiB @0} (Scan "${SCRIPT}" {number of output rows 5 @0})
  event {"Event":"${IMAGE}"}`);

test('HTML in the names of a log stays text, wherever it is shown', async ({ page }) => {
  await openRun(page, made(`${IMAGE}.log`.replaceAll('/', ''), LOG));
  const shown = page.getByRole('tabpanel').first();
  await expect(page).toHaveTitle(`${IMAGE} · Overview · Shufflescope`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(IMAGE);
  await expect(shown.getByRole('link').filter({ hasText: `(${SCRIPT})` })).toBeVisible();

  await showView(page, 'Insights');
  await shown.getByRole('button', { name: /Failed task attempts/ }).click();
  await expect(shown.getByRole('region', { name: 'Evidence' })).toContainText(IMAGE);
  await showView(page, 'Timeline');
  await shown.getByRole('button', { name: /^Table/ }).click();
  await expect(shown.getByRole('row', { name: 'stage 0' })).toContainText(IMAGE);
  await showView(page, 'Tasks');
  await shown.getByRole('combobox', { name: 'Executor' }).selectOption({ label: `${IMAGE} (2)` });
  await expect(shown.getByRole('gridcell', { name: IMAGE })).toHaveCount(2);
  await showView(page, 'Settings');
  await expect(shown.getByRole('row', { name: 'spark.app.note' })).toContainText(SCRIPT);
  await showView(page, 'SQL');
  const sql = consoleOf(page);
  await sql.run(`SELECT '${SCRIPT}' AS "${IMAGE}", min(error_message) FROM tasks`);
  await expect(sql.result.getByRole('columnheader', { name: IMAGE })).toBeVisible();
  await sql.run(`SELECT "${IMAGE}" FROM tasks`);
  await expect(sql.refusal).toContainText(IMAGE);

  await showView(page, 'Stages');
  await expect(shown.getByRole('row', { name: /^0/ })).toContainText(`${IMAGE} ${SCRIPT} daily`);
  await shown.getByRole('row', { name: /^0/ }).click();
  await expect(shown.getByRole('heading', { name: `Stage 0.0 ${IMAGE}` })).toBeVisible();
  await expect(shown.getByRole('region', { name: 'Failures' })).toContainText(SCRIPT);
  await expect(shown.getByRole('region', { name: 'Operators that ran here' })).toContainText(SCRIPT);

  await page.goBack();
  expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  await page.getByRole('link', { name: 'Shufflescope' }).click();
  await expect(page.getByRole('region', { name: 'Recent' })).toContainText(IMAGE);
  expect(await page.evaluate('globalThis.ran')).toBeUndefined();
  await expect(page.locator('img, main script, b')).toHaveCount(0);
});
