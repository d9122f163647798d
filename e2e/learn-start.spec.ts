import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { made } from './open.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';

const DAY = 24 * 60 * 60 * 1000;
const FINISHED = 'skewed-join';

/** A scenario that was finished two days ago, and one that was begun. */
function progressFile(): string {
  const run = { seed: 3, steps: {}, startedAt: 1 };
  return JSON.stringify({
    ...{ format: 'shufflescope-progress', version: 1 },
    runs: {
      [FINISHED]: { ...run, scenario: FINISHED, at: 0, finishedAt: Date.now() - 2 * DAY },
      'tiny-files': { ...run, scenario: 'tiny-files', at: 2, finishedAt: null },
    },
    recalls: { [FINISHED]: { scenario: FINISHED, level: 0, due: Date.now() - DAY, right: 0 } },
  });
}

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const rowOf = (page: Page, title: string) =>
  panel(page, 'Scenarios').getByRole('listitem').filter({ hasText: title });

async function commit(form: Locator) {
  await form.getByRole('radio', { name: '4, rather sure' }).check({ force: true });
  await form.getByRole('button', { name: 'Commit' }).click();
}

test('the start page lists the scenarios, and progress comes back from its file after it was forgotten', async ({
  page,
}) => {
  await page.goto('/learn');
  await expect(panel(page, 'Scenarios').getByRole('listitem')).toHaveCount(12);
  await expect(panel(page, 'Scenarios')).toContainText('0 of 12 finished');
  await expect(panel(page, 'Concepts').getByRole('listitem').first()).toContainText('new');

  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import progress' }).click();
  await (await choosing).setFiles(made('progress.json', progressFile()));
  await expect(panel(page, 'Your progress').getByRole('status')).toContainText('2 scenarios taken over');
  await expect(rowOf(page, 'The join that never ends')).toContainText('finished');
  await expect(page.getByRole('link', { name: 'Continue: 40,000 tiny files' })).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export progress' }).click();
  const file = await (await saving).path();
  await page.getByRole('button', { name: 'Forget all' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget all' }).click();
  await expect(panel(page, 'Scenarios')).toContainText('0 of 12 finished');
  await page.reload();
  await expect(rowOf(page, '40,000 tiny files')).toContainText('new');

  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import progress' }).click();
  await (await again).setFiles(made('progress.json', readFileSync(file)));
  await expect(rowOf(page, '40,000 tiny files')).toContainText('step 3 of');

  const wrong = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import progress' }).click();
  await (await wrong).setFiles(made('notes.json', '{"to do": []}'));
  await expect(panel(page, 'Your progress').getByRole('status')).toContainText('no progress file');
  await expectNoSidewaysScroll(page, [320, 1280]);
});

test('a question that is back is answered in place, judged by the engines, and moves on', async ({
  page,
}) => {
  await page.addInitScript((file) => {
    if (localStorage.length === 0) localStorage.setItem('shufflescope.learn-progress', file);
  }, progressFile());
  await page.goto('/learn');
  const back = panel(page, 'Back for you');
  await back.getByRole('radio', { name: /When it is below/ }).check();
  await expectAccessible(page);
  await commit(back);
  await expect(back.getByRole('region', { name: 'Outcome' })).toContainText('Right');
  // Its reveal is written with numbers of the engines.
  await expect(back).toContainText(/Her partition had \d+\sMiB/);
  await expect(back).toContainText('It comes back in 3 days.');
  await back.getByRole('button', { name: 'Done' }).click();
  await expect(back).toContainText('The next question comes back in 3 days');
  await page.reload();
  await expect(back).toContainText('The next question comes back in 3 days');
});

test('a run that is opened for it is asked about before it is shown, and leads to insight and SQL', async ({
  page,
}) => {
  await page.goto('/learn/own-run');
  await expect(page.getByRole('heading', { name: /no event log is open/ })).toBeVisible();
  await page.getByRole('button', { name: /Skewed join/ }).click();
  const question = panel(page, 'Question 1 of 5');
  await question.getByRole('radio', { name: 'Task skew' }).check();
  await commit(question);
  await expect(question.getByRole('region', { name: 'Outcome' })).toContainText('Right');
  await question.getByRole('button', { name: 'Next question' }).click();

  const second = panel(page, 'Question 2 of 5');
  await second.getByRole('textbox', { name: 'Your number' }).fill('1 s');
  await second.getByRole('textbox', { name: 'Your number' }).press('Enter');
  await commit(second);
  await expect(second.getByRole('region', { name: 'Outcome' })).toContainText('Off');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page, [320, 1280]);
  await second.getByRole('link', { name: 'Evidence in SQL' }).click();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  await page.getByRole('tab', { name: 'Insights' }).click();
  await page.getByRole('link', { name: 'Predict, then look' }).click();

  for (const number of [3, 4, 5]) {
    await panel(page, `Question ${number} of 5`).getByRole('button', { name: 'No idea' }).click();
    await page.getByRole('button', { name: /Next question|See all answers/ }).click();
  }
  await expect(panel(page, 'What you predicted')).toContainText('1 of 5 answers right. You were sure of 2');
  await page.getByRole('link', { name: 'All insights of this run' }).click();
  await expect(page.getByRole('tab', { name: 'Insights', selected: true })).toBeVisible();
});
