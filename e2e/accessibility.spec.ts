import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const routes = ['/', '/analyze', '/no-such-page'];

test.use({ expectedErrors: [/status of 404/] });

for (const route of routes) {
  test(`${route} has no serious accessibility problem in either theme`, async ({ page }) => {
    await page.goto(route);
    await unfold(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveClass(colorScheme);
      expect(await seriousProblems(page), colorScheme).toEqual([]);
    }
  });

  test(`${route} does not scroll sideways, however narrow`, async ({ page }) => {
    await page.goto(route);
    await unfold(page);
    for (const width of [320, 360, 768, 1024]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

for (const [keys, name] of [
  ['Control+k', 'Command palette'],
  ['?', 'Keyboard shortcuts'],
] as const) {
  test(`the dialog "${name}" has no serious accessibility problem`, async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    expect(await seriousProblems(page)).toEqual([]);
  });
}

/** What is folded away counts as well. */
async function unfold(page: Page) {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) {
      details.removeAttribute('name'); // disclosures of one group would close each other
      details.toggleAttribute('open', true);
    }
  });
}

async function seriousProblems(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
