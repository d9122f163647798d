import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { browse, checked, openRun, openSample, showView, VIEWS } from './open.ts';

const LOG = 'public/samples/skewed-join.zstd';
const OTHER_LOG = 'public/samples/healthy-etl.zstd';

test.describe('the address of a view', () => {
  test('changes with it, and Back and Forward follow', async ({ page }) => {
    await openSample(page, /Skewed join/);
    const tab = (name: string) => page.getByRole('tab', { name, selected: true });
    for (const view of VIEWS) await showView(page, view);
    await expect(page).toHaveURL('/analyze?view=settings');
    await expect(page).toHaveTitle('nightly-orders · Settings · Shufflescope');
    for (const view of [...VIEWS].reverse().slice(1)) {
      await page.goBack();
      await expect(tab(view)).toBeVisible();
    }
    await page.goForward();
    await expect(tab('Insights')).toBeVisible();
  });

  test('outlives a reload: the same log opens in the same view', async ({ page }) => {
    await openRun(page, LOG);
    await showView(page, 'Stages');
    await page.getByRole('grid', { name: 'Stages' }).getByRole('row', { name: /^6/ }).click();
    await expect(page).toHaveURL(/view=stages&stage=6\.0/);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'No event log is open' })).toBeVisible();
    await page
      .getByRole('region', { name: 'Recent' })
      .getByRole('button', { name: /nightly-orders/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { name: /^Stage 6\.0/ })).toBeVisible();
  });

  test('can be copied from an insight; whoever follows it is told to open the log', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openRun(page, LOG);
    await showView(page, 'Insights');
    await page.getByRole('button', { name: /Spill to disk/ }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());

    await page.goto(link);
    await expect(page.getByRole('main')).toContainText('This address leads to an insight of a run.');
    await browse(page, LOG);
    await expect(page.getByRole('button', { name: /Spill to disk/, expanded: true })).toBeVisible();
    await (await dragOver(page, [`${process.cwd()}/${OTHER_LOG}`])).drop();
    await expect(page).toHaveURL('/analyze');
    await checked(page);
  });

  test('says so when the run has no such stage or insight', async ({ page }) => {
    await page.goto('/analyze?view=stages&stage=77.0');
    await browse(page, LOG);
    await expect(page.getByRole('heading', { name: 'There is no stage 77.0 in this run' })).toBeVisible();
    await page.goto('/analyze?view=insights&insight=cartesian-join-1');
    await browse(page, LOG);
    await expect(page.getByText('The address names an insight that this run does not have')).toBeVisible();
  });
});
