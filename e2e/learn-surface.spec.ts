import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { checked } from './open.ts';
import { PRELUDE, partsOf, paste } from './playground.ts';

const KEY = 'shufflescope.learn-progress';

const PREDICTED = ['shape', 'more-partitions', 'rows-of-the-task', 'memory-of-the-task'];

interface Begun {
  /** Index of the step that is shown. */
  readonly at: number;
  /** Observe and act steps that are done; questions are, without an idea. */
  readonly passed: readonly string[];
}

/** What somebody has done of scenarios before the page is opened for the first time. */
function begin(page: Page, scenarios: Readonly<Record<string, Begun>>) {
  const none = { failed: 0, hints: 0 };
  const noIdea = { answer: { kind: 'no-idea' }, confidence: null, why: '', outcome: 'no-idea' };
  const runs = Object.entries(scenarios).map(([scenario, { at, passed }]) => {
    const steps = Object.fromEntries([
      ...passed.map((id) => [id, { ...none, passed: true }]),
      ...PREDICTED.map((id) => [id, { ...none, answer: noIdea }]),
    ]);
    return [scenario, { scenario, seed: 3, at, steps, startedAt: 1, finishedAt: null }];
  });
  const kept = { format: 'shufflescope-progress', version: 1, runs: Object.fromEntries(runs), recalls: {} };
  return page.addInitScript(
    ([key, text]) => {
      if (localStorage.getItem(key!) === null) localStorage.setItem(key!, text!);
    },
    [KEY, JSON.stringify(kept)],
  );
}

/** What is kept of the work in a step. */
function keptWork(page: Page, scenario: string, step: string) {
  return page.evaluate(
    ([key, run, id]) =>
      JSON.stringify(JSON.parse(localStorage.getItem(key!)!).runs[run!].steps[id!]?.work ?? {}),
    [KEY, scenario, step],
  );
}

const tool = (page: Page, name: string) => page.getByRole('region', { name: `${name}, for this step` });
const toPlace = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
const toStep = (page: Page, name: RegExp) => page.getByRole('link', { name }).click();

test('a scenario borrows program, knobs and run, and gives them back as they were', async ({ page }) => {
  await begin(page, { 'skewed-join': { at: 0, passed: ['find-the-stage', 'spread-it'] } });
  await page.goto('/analyze');
  await page.getByRole('button', { name: /skew/i }).first().click();
  await checked(page);
  const facts = await page.getByRole('main').locator('header p').first().textContent();
  await toPlace(page, 'Playground');
  await paste(page, `${PRELUDE}orders.groupBy("country").count().show()\n`);
  await expect(partsOf(page).answers).toContainText('show()');
  await toPlace(page, 'Simulator');
  const partitions = page.getByRole('textbox', { name: 'Shuffle partitions' });
  await partitions.fill('77');
  await partitions.press('Enter');
  await expect(page).toHaveURL(/shufflePartitions=77/);

  await toPlace(page, 'Learn');
  await page
    .getByRole('link', { name: /The join that never ends/ })
    .first()
    .click();
  const analyze = tool(page, 'Analyze');
  await expect(analyze.getByRole('group', { name: /^Timeline of jobs and stages/ })).toBeVisible();
  await expect(analyze).toContainText('nightly-orders');
  await toStep(page, /What do its partitions look like/);
  await expect(tool(page, 'Playground').getByRole('textbox')).toContainText('lake/orders');
  await toStep(page, /Spread the long task/);
  await expect(tool(page, 'Simulator').getByRole('textbox', { name: 'Shuffle partitions' })).toHaveValue(
    '32',
  );
  await expect(page).not.toHaveURL(/shufflePartitions/);

  await toPlace(page, 'Simulator');
  await expect(page.getByRole('textbox', { name: 'Shuffle partitions' })).toHaveValue('77');
  await expect(page).toHaveURL(/shufflePartitions=77/);
  await toPlace(page, 'Playground');
  await expect(partsOf(page).editor).toContainText('groupBy("country")');
  await expect(partsOf(page).answers).toContainText('show()');
  await toPlace(page, 'Analyze');
  await checked(page);
  await expect(page.getByRole('main').locator('header p').first()).toHaveText(facts!);
});

test('pointing counts, and work with SQL, code and knobs is kept and there again after a reload', async ({
  page,
}) => {
  await begin(page, {
    'skewed-join': { at: 3, passed: ['find-the-stage'] },
    'window-without-partition': { at: 0, passed: ['ask-the-log'] },
  });
  const sql = 'SELECT max(duration) * 1.0 / sum(duration) AS share FROM tasks';
  await page.goto('/learn/window-without-partition');
  const analyze = tool(page, 'Analyze');
  const stages = analyze.getByRole('grid', { name: 'Stages' });
  await stages.getByRole('row', { name: /^3\.0 / }).click();
  await expect(page.getByText(/^Yes: Stage 3.0/)).toBeVisible();
  await expect(stages.getByRole('row', { selected: true })).toHaveCount(1);
  await toStep(page, /Ask the log/);
  await analyze.getByRole('textbox', { name: /SQL/ }).fill(sql);
  await expect
    .poll(() => keptWork(page, 'window-without-partition', 'ask-the-log'))
    .toContain('max(duration)');
  await page.reload();
  await expect(analyze.getByRole('textbox', { name: /SQL/ })).toContainText(sql);

  await toStep(page, /Give the window its keys/);
  const { editor, answers } = partsOf(page);
  await expect(answers).toContainText('parquet()');
  await paste(page, `${PRELUDE}orders.count()\n`);
  await expect
    .poll(() => keptWork(page, 'window-without-partition', 'give-it-keys'))
    .toContain('orders.count()');
  await expect(answers).toContainText('count()');
  await page.reload();
  await expect(editor).toContainText('orders.count()');

  await page.goto('/learn/skewed-join');
  const partitions = tool(page, 'Simulator').getByRole('textbox', { name: 'Shuffle partitions' });
  await partitions.fill('64');
  await partitions.press('Enter');
  await expect.poll(() => keptWork(page, 'skewed-join', 'spread-it')).toContain('"shufflePartitions":64');
  await expect(tool(page, 'Simulator')).toContainText('Shuffle partitions 32 → 64');
  await page.getByRole('button', { name: 'Restart this step' }).click();
  await expect(partitions).toHaveValue('32');
});
