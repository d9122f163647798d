import type { Page } from '@playwright/test';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { made } from './open.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';

/** Opens the simulator and waits for the first run. */
async function openSimulator(page: Page, fragment = '') {
  await page.goto(`/simulator${fragment}`);
  await expect(figure(page, 'tasks')).toBeVisible();
}

function figure(page: Page, id: string) {
  return page.locator(`[data-total="${id}"] dd`);
}

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a hot key is seen, split by adaptive execution, and compared with the baseline', async ({ page }) => {
  await openSimulator(page);
  await page.getByLabel('Situation').selectOption('One hot key');
  await expect(panel(page, 'Partitions of the shuffle')).toContainText('33 % of all bytes');
  await expect(panel(page, 'Memory of the tasks')).toContainText('spill');
  await page.getByRole('button', { name: 'Pin as baseline' }).click();

  await page.getByText(/^7 more: Join small partitions/).click();
  await page.getByRole('switch', { name: 'Split skewed joins' }).check();
  await expect(page.getByText('Split skewed joins off → on')).toBeVisible();
  await expect(figure(page, 'longestTask')).toContainText(/▼ -.* from /);
  await expect(figure(page, 'spill')).toContainText('▼');

  const adaptive = panel(page, 'Adaptive execution, step by step');
  await adaptive.getByRole('button', { name: /^Step/ }).click();
  await expect(adaptive.getByRole('heading', { name: 'Split skewed partitions' })).toBeVisible();
  await expect(adaptive).toContainText(/pieces of about/);
  await adaptive.getByRole('button', { name: /^Back/ }).click();
  await expect(adaptive.getByRole('heading', { name: 'Sizes that the driver sees' })).toBeVisible();

  await figure(page, 'largestPartition').getByRole('button').click();
  const how = page.getByRole('dialog', { name: /Largest partition/ });
  await expect(how).toContainText('spark.sql.shuffle.partitions');
  await expect(how).toContainText('HashPartitioning');
});

test('with the keyboard alone knobs are turned, taken back, and pictures read out', async ({ page }) => {
  await openSimulator(page);
  const slider = page.getByRole('slider', { name: 'Shuffle partitions' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(field(page, 'Shuffle partitions')).not.toHaveValue('200');
  await page.keyboard.press('z');
  await expect(field(page, 'Shuffle partitions')).toHaveValue('200');
  await page.keyboard.press('Shift+z');
  await expect(field(page, 'Shuffle partitions')).not.toHaveValue('200');
  await page.keyboard.press('b');
  await expect(page.getByRole('button', { name: 'Unpin' })).toBeVisible();

  await page.getByRole('group', { name: 'Partitions by size' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText(/^Partition \d+: .* rows/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel(page, 'The chosen partition')).toContainText('pmod(murmur3(key, 42), partitions)');
  const slots = page.getByRole('group', { name: /^Slots over time/ });
  await slots.focus();
  await page.keyboard.press('End');
  await expect(page.getByText(/on the critical path, waits for/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(panel(page, 'The chosen task')).toContainText('cost of a task');
  await page.getByRole('group', { name: /^Rows from each map task/ }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText(/^map tasks? .* rows a block/)).toBeVisible();
});

test('what is out of range is refused in its field, with the range', async ({ page }) => {
  await openSimulator(page);
  const partitions = field(page, 'Shuffle partitions');
  for (const typed of ['1e15', '-1', '0', 'NaN', 'many', '2.5']) {
    await partitions.fill(typed);
    await partitions.press('Enter');
    await expect(partitions).toHaveAttribute('aria-invalid', 'true');
    await expect(
      page.getByText('Shuffle partitions: must be a whole number from 1 to 10,000.'),
    ).toBeVisible();
  }
  await partitions.press('Escape');
  await expect(partitions).toHaveValue('200');
  await field(page, 'Data size').fill('900 TiB');
  await field(page, 'Data size').press('Enter');
  await expect(page.getByText(/these files give .* pieces to read/)).toBeVisible();
});

test('the address keeps the knobs, and names what of a broken one it did not take', async ({ page }) => {
  await openSimulator(page);
  await field(page, 'Executors').fill('12');
  await field(page, 'Executors').press('Enter');
  await page.getByLabel('What happens', { exact: true }).selectOption('sort by the key');
  await expect(page).toHaveURL('/simulator#step=sort&executors=12');
  await page.reload();
  await expect(field(page, 'Executors')).toHaveValue('12');
  await expect(page.getByLabel('What happens', { exact: true })).toHaveValue('sort');

  await page.goto('/');
  await openSimulator(page, '#situation=tiny-files&executors=banana&colour=red');
  await expect(page.getByText('"colour" is no knob.')).toBeVisible();
  await expect(page.getByText(/Executors: must be .* It was given as "banana"\./)).toBeVisible();
  await expect(field(page, 'Files')).toHaveValue('40,000');
});

test('keys come from a CSV that is dropped, are hashed here, and stay out of the address', async ({
  page,
}, info) => {
  await openSimulator(page);
  const path = info.outputPath('people.csv');
  const rows = [
    'id,country',
    ...Array.from({ length: 60 }, (_, i) => `${i},${['US', 'US', 'DE', 'FR'][i % 4]}`),
  ];
  await import('node:fs/promises').then(({ writeFile }) => writeFile(path, rows.join('\n')));
  await (await dragOver(page, [path])).drop();
  const keys = panel(page, 'Keys of your own');
  await expect(keys).toContainText('3 keys of 60 rows');
  await expect(keys.getByLabel('Column with the keys')).toHaveValue('1');
  await keys.getByRole('button', { name: 'Use these keys' }).click();
  await field(page, 'Shuffle partitions').fill('8');
  await field(page, 'Shuffle partitions').press('Enter');
  // Spark puts US into 4, DE into 3 and FR into 0 of 8.
  const skyline = panel(page, 'Partitions of the shuffle');
  await skyline.getByRole('button', { name: /^Table/ }).click();
  const table = skyline.getByRole('region', { name: 'Partitions, largest first' });
  await expect(table.getByRole('row').nth(1)).toContainText(/^4/);
  await expect(page).toHaveURL(/ownKeys=3/);
  expect(page.url()).not.toContain('US');
  await page.reload();
  await expect(keys.getByRole('slider', { name: 'Rows of key US' })).toHaveValue('30');

  await keys.getByLabel(/^Paste the result/).fill('US, 5\nDE, many');
  await keys.getByRole('button', { name: 'Use these counts' }).click();
  await expect(keys).toContainText('Line 2 ends without a count');
  await page.locator('input[accept*=".csv"]').setInputFiles(made('x.csv', 'PAR1\0\0'));
  await expect(keys).toContainText('This is a Parquet file.');
});

test('a few rows are followed to where their hash sends them', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSimulator(page);
  const rows = panel(page, 'A few rows, one by one');
  await rows.getByLabel(/^Keys of up to 24 rows/).fill('US, CA, DE');
  await rows.getByLabel('Partitions').fill('8');
  await rows.getByRole('button', { name: /^Table/ }).click();
  const table = rows.getByRole('region', { name: 'Where every row is in this step' });
  await expect(table.getByRole('row').nth(1)).toContainText('in map task 0');
  await rows.getByRole('slider', { name: 'Step of the rows' }).press('End');
  await expect(table.getByRole('row').nth(1)).toContainText('in partition 4');
  await rows.getByRole('button', { name: /^Back/ }).click();
  await expect(table.getByRole('row').nth(3)).toContainText('on its way');
  await rows.getByLabel('Partitions').fill('99');
  await expect(rows).toContainText('99 partitions cannot be watched.');
});

test('one knob over its range is a curve with its knee', async ({ page }) => {
  await openSimulator(page);
  const sweep = panel(page, 'What if: one knob over its range');
  await sweep.getByLabel('Turn').selectOption('Executors');
  await sweep.getByRole('button', { name: 'Draw the curve' }).click();
  await expect(sweep).toContainText(/The knee is at \d+ executors/);
  await sweep.getByRole('button', { name: /^Table/ }).click();
  await expect(sweep.getByRole('row').nth(1)).toContainText(/^1/);
  await expect(sweep.getByRole('row').last()).toContainText(/^64/);
});

for (const [theme, size] of [
  ['light', { width: 1280, height: 900 }],
  ['dark', { width: 360, height: 740 }],
] as const) {
  test(`the simulator is accessible, ${theme} and ${size.width} px wide`, async ({ page }) => {
    await page.setViewportSize(size);
    // What is out of view would keep the colors of the theme before until it is scrolled to.
    await page.emulateMedia({ colorScheme: theme });
    await openSimulator(page, '#keyShape=weights&weights=5 3 1');
    await page.getByRole('button', { name: 'Pin as baseline' }).click();
    await expectAccessible(page, [theme]);
    await expectNoSidewaysScroll(page, [size.width, 320]);
  });
}
