import type { Page } from '@playwright/test';
import { writeLink } from '#lib/share/link.ts';
import { aboutLink } from '#lib/share/testing.ts';
import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';

const SCENARIO = '/learn/adaptive-limits';
const ACT = 3;

const heading = (page: Page) => page.getByRole('heading', { level: 2 }).first();
const outcome = (page: Page) => page.getByRole('region', { name: 'Outcome', exact: true });
const knob = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const joinType = (page: Page) => page.getByRole('combobox', { name: 'Join type' });

/** As people do: what is chosen is handed on when the focus leaves it. */
async function chooseJoin(page: Page, type: string) {
  await joinType(page).focus();
  await joinType(page).selectOption(type);
}

/** With keys only: what has the focus is used. */
async function press(page: Page, name: string | RegExp, key = 'Enter') {
  await page.getByRole('button', { name, exact: typeof name === 'string' }).focus();
  await page.keyboard.press(key);
}

async function commit(page: Page) {
  await page.getByRole('radio', { name: '3, so so' }).focus();
  await page.keyboard.press('Space');
  await press(page, 'Commit');
}

test('a scenario is finished with the keyboard alone, and goes on after a reload in its middle', async ({
  page,
}) => {
  await page.goto(SCENARIO);
  await expect(heading(page)).toHaveText('Observe: The hot partition');
  await page.getByRole('group', { name: 'Partitions by size' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: /^Yes: Partition \d+/ })).toBeVisible();
  await press(page, 'Continue');

  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText('Predict: How many tasks are left?');
  await press(page, 'The skewed inner join: up');
  await press(page, 'The repartition by number: up');
  await expect(page.getByRole('button', { name: 'The repartition by number: up' })).toBeFocused();
  await commit(page);
  await expect(outcome(page)).toContainText('Right');
  await expect(outcome(page)).toContainText('SIMULATED');
  await press(page, 'Continue');

  await page.getByRole('textbox', { name: 'Your number' }).focus();
  await page.keyboard.type('10 parsecs');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Not a number that fits: 500 ms to 2,000 s.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('600 ms');
  await page.keyboard.press('Enter');
  await commit(page);
  await expect(outcome(page)).toContainText('Off the mark');
  await expect(outcome(page)).toContainText('Neither a sort nor an aggregate nor a window is split');
  await press(page, 'Continue');

  await joinType(page).focus();
  await page.keyboard.type('left outer');
  await page.keyboard.press('Tab');
  await page.reload();
  await expect(heading(page)).toHaveText('Act: Let it be split');
  await expect(joinType(page)).toHaveValue('LeftOuter');
  await press(page, 'Check');
  await expect(page.getByText('Everything holds')).toBeVisible();
  await press(page, 'Continue');

  const predictions = page.getByRole('list', { name: 'Your predictions' });
  await expect(predictions).toContainText('Right');
  await expect(predictions).toContainText('Off the mark');
  await press(page, 'Continue');
  await page.getByRole('textbox', { name: /\?$/ }).focus();
  await page.keyboard.type('One side has to wait for its matches.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /\?$/ })).toHaveValue(/wait for its matches/);
  await press(page, 'Compare with a model answer');
  await expect(page.getByRole('heading', { name: 'When it would be the wrong fix' })).toBeVisible();
  await press(page, 'Continue');
  await press(page, 'No idea');
  await expect(outcome(page)).toContainText('No idea');
  await press(page, 'Continue');
  await press(page, 'Finish');
  await expect(page.getByRole('heading', { name: /^Finished/ })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('link', { name: /^Next: / })).toBeVisible();
  await page.goBack();
  await expect(heading(page)).toHaveText('Transfer: Another join');
  await expect(outcome(page)).toContainText('No idea');
});

test('a link opens its step; each wrong turn is told, help is offered, another right way passes', async ({
  page,
}) => {
  const state = { kind: 'scenario', id: 'adaptive-limits', step: ACT, seed: 5 } as const;
  await page.goto(`${SCENARIO}#${writeLink({ ...aboutLink, state }).fragment}`);
  await expect(page.getByText(/^Opened from a link/)).toBeVisible();
  await expect(heading(page)).toHaveText('Act: Let it be split');
  await expect(page.getByRole('link', { name: 'Step 1: The hot partition', exact: true })).toBeVisible();

  const check = page.getByRole('button', { name: /^Check/ });
  await knob(page, 'Shuffle partitions').fill('2000');
  await check.click();
  await expect(page.getByText('The hot key is in one partition, however many there are.')).toBeVisible();
  await chooseJoin(page, 'Inner');
  await check.click();
  await expect(page.getByText('visits without a customer are gone from the result.')).toBeVisible();
  await expect(page.getByRole('list').filter({ hasText: 'Every visit stays' })).toContainText('not yet');
  await page.getByRole('button', { name: 'No, thanks' }).click();
  await page.getByRole('button', { name: 'Restart this step' }).click();
  await expect(joinType(page)).toHaveValue('FullOuter');
  await knob(page, 'Skewed from size').fill('1 MiB');
  await check.click();
  await expect(page.getByText('The partition was above the limits all along.')).toBeVisible();
  await page.getByRole('button', { name: /^Hint 1 of 3/ }).click();
  await expect(page.getByText('hints 1/3')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page, [360, 1280]);

  await chooseJoin(page, 'LeftOuter');
  await knob(page, 'Advisory size').fill('32 MiB');
  await check.click();
  await expect(page.getByText('Everything holds')).toBeVisible();

  await page.getByRole('button', { name: 'Share this step' }).click();
  const link = page.getByRole('dialog').getByRole('link', { name: 'See what others will see' });
  await page.goto((await link.getAttribute('href')) ?? '');
  await page
    .getByRole('link', { name: 'Make it mine' })
    .or(page.getByRole('button', { name: 'Make it mine' }))
    .click();
  await expect(page).toHaveURL(/\/learn\/adaptive-limits/);
  await expect(heading(page)).toHaveText('Act: Let it be split');
  // What was done here is not undone by a link to it.
  await expect(joinType(page)).toHaveValue('LeftOuter');
});

test('predictions stand on the chart of the outcome, and the engines beside each other', async ({ page }) => {
  const record = { failed: 0, hints: 0 };
  const answer = (given: object) => ({
    ...record,
    answer: { answer: given, confidence: 2, why: '', outcome: 'off' },
  });
  const run = {
    ...{ scenario: 'skewed-join', seed: 3, at: 4, startedAt: 1, finishedAt: null },
    steps: {
      'find-the-stage': { ...record, passed: true },
      shape: answer({ kind: 'bars', bars: [50, 50, 50, 50, 50, 50, 50, 50] }),
      'more-partitions': answer({ kind: 'option', id: 'half' }),
      'spread-it': { ...record, passed: true, work: { knobs: { skewThresholdBytes: 2 ** 24 } } },
    },
  };
  await page.addInitScript(
    (file) => {
      if (localStorage.length === 0) localStorage.setItem('shufflescope.learn-progress', file);
    },
    JSON.stringify({
      format: 'shufflescope-progress',
      version: 1,
      runs: { 'skewed-join': run },
      recalls: {},
    }),
  );
  await page.goto('/learn/skewed-join');
  await expect(heading(page)).toHaveText('Verify: Does the real run agree?');
  const predictions = page.getByRole('list', { name: 'Your predictions' });
  await expect(predictions).toContainText('Dashed outline: your sketch');
  await predictions.getByRole('button', { name: /^Table/ }).click();
  await expect(predictions.getByRole('table', { name: 'Your sketch and the outcome' })).toContainText(
    'records',
  );
  const engines = page.getByRole('region', { name: 'Do prediction, simulation and measurement agree?' });
  // Two logs are read for it.
  await expect(engines).toContainText('within 1.03x', { timeout: 45_000 });
  await expect(engines).toContainText(/x apart/);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page, [360, 1280]);
});
