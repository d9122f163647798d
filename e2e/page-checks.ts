import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Neither theme has a serious or critical problem of accessibility, also not in what is folded away. `within` looks at a part. */
export async function expectAccessible(
  page: Page,
  themes: readonly ('light' | 'dark')[] = ['light', 'dark'],
  within = 'html',
) {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) {
      details.removeAttribute('name'); // disclosures of one group would close each other
      details.toggleAttribute('open', true);
    }
  });
  for (const [index, colorScheme] of themes.entries()) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveClass(colorScheme);
    const axe = new AxeBuilder({ page }).include(within);
    // Another theme is the same page in other colors.
    if (index > 0) axe.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await axe.analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const problems = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(problems, colorScheme).toEqual([]);
  }
}

export async function expectNoSidewaysScroll(page: Page, widths: readonly number[]) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    // Charts learn of their new width a moment later.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
  }
}
