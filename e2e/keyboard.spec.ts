import type { Locator, Page } from '@playwright/test';
import { consoleOf } from './console.ts';
import { expect, test } from './fixtures.ts';
import { checked } from './open.ts';

test.describe('with the keyboard alone', () => {
  test('one gets from the start page to an insight, to its SQL, and back', async ({ page }) => {
    await page.goto('/');
    await tabTo(page, page.getByRole('button', { name: /Skewed join/ }));
    await page.keyboard.press('Enter');
    await checked(page);
    await expectFocus(page);

    await tabTo(page, page.getByRole('link', { name: /Task skew in stage 6/ }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/view=insights/);
    await expectFocus(page);
    await tabTo(page, page.getByRole('button', { name: 'SQL behind "longest task"' }));
    await page.keyboard.press('Enter');

    const sql = consoleOf(page);
    await expect(sql.outcome).toContainText('1 row');
    await expectFocus(page);
    await tabTo(page, sql.editor);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('SELECT count(*) FROM tasks');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(sql.result.getByRole('gridcell', { name: '31' })).toBeVisible();
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'Run', exact: true }));

    await page.goBack();
    await expect(page).toHaveURL(/view=insights/);
    await expectFocus(page);
    await page.keyboard.press(']');
    await expect(page.getByRole('button', { name: /Spill to disk/, expanded: true })).toBeInViewport();
  });

  test('the timeline is zoomed, moved and stepped through', async ({ page }) => {
    await openByKeys(page);
    await page.keyboard.press('3');
    const [from, to] = [
      page.getByRole('textbox', { name: 'Seconds from' }),
      page.getByRole('textbox', { name: 'to' }),
    ];
    await expect(to).toHaveValue('79.015');
    await page.keyboard.press('w');
    await expect(from).not.toHaveValue('0');
    await page.keyboard.press('f');
    await expect(from).toHaveValue('0');
    await page.keyboard.press('.');
    await expect(page.getByText(/^job 0/)).toBeVisible();
    await page.keyboard.press('.');
    await expect(page.getByText(/^stage 0/)).toBeVisible();
    await tabTo(page, page.getByRole('group', { name: /^Timeline of jobs and stages/ }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Stage 0.0/ })).toBeVisible();
    await expectFocus(page);
  });

  test('the table of stages is sorted, and a stage opened and left', async ({ page }) => {
    await openByKeys(page);
    await page.keyboard.press('4');
    const stages = page.getByRole('grid', { name: 'Stages' });
    const header = stages.getByRole('columnheader', { name: 'Duration' });
    await tabTo(page, header.getByRole('button'));
    await page.keyboard.press('Enter');
    await expect(header).toHaveAttribute('aria-sort', 'descending');
    await page.keyboard.press('Enter');
    await expect(header).toHaveAttribute('aria-sort', 'ascending');
    await page.keyboard.press('Enter');
    await tabTo(page, stages, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /^Stage \d+\.0/ })).toBeVisible();
    await expectFocus(page);
    await page.keyboard.press('.');
    await expectFocus(page);
    await page.keyboard.press('u');
    await expect(stages).toBeVisible();
    await expectFocus(page);
  });
});

async function openByKeys(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: /Skewed join/ }).focus();
  await page.keyboard.press('Enter');
  await checked(page);
}

/** Presses Tab until an element has the focus; on the way every stop has to show that it has it. */
async function tabTo(page: Page, target: Locator, key = 'Tab') {
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
    // The editor takes a moment to show it.
    await expect.poll(async () => (await page.evaluate(focused)).isShown, `stop ${stops + 1}`).toBe(true);
  }
  throw new Error(`60 stops do not lead to ${target}`);
}

/** Something has the focus: it was not lost with what it was on. */
async function expectFocus(page: Page) {
  await expect.poll(async () => (await page.evaluate(focused)).what).not.toMatch(/^body/);
}

function focused() {
  const element = document.activeElement ?? document.body;
  // A table in a scrolling region is outlined by the region, a radio by its label.
  const near = [element, element.parentElement, element.parentElement?.parentElement];
  const isShown = near.some((each) => each && getComputedStyle(each).outlineStyle !== 'none');
  const box = element.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.top < innerHeight;
  return {
    what: `${element.localName} ${element.textContent?.slice(0, 60)}`.trim(),
    isShown: isShown && isInView,
  };
}
