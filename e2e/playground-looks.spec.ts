import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';
import { ANSWERS, answer, openPlayground, partsOf } from './playground.ts';

test('the Playground is accessible in both themes, with the graph and with its outline', async ({ page }) => {
  const { graph } = await openPlayground(page);
  await expectAccessible(page);
  await graph.getByText('Outline', { exact: true }).click();
  await expectAccessible(page);
});

test('all answers are in sight and accessible in both themes', async ({ page }) => {
  const { answers, exchanges } = await openPlayground(page);
  // Something is kept and something is selected: empty lists have little that could be wrong.
  await answer(page, 'Versions');
  await answers.getByRole('button', { name: 'Keep this version' }).click();
  await exchanges.first().click();
  await page.keyboard.press('Escape');
  const tabs = answers.getByRole('tablist', { name: 'Answers' });
  expect(await tabs.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  for (const name of ['Selected', 'Lineage', 'Context', 'Versions'] as const) {
    await answer(page, name);
    await expectAccessible(page, ['light', 'dark'], 'section[aria-label=Answers]');
  }
});

test('on a phone code, outline and answers are shown one at a time', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/playground');
  const { editor, graph, answers } = partsOf(page);
  await expect(editor).toBeVisible();
  await expectNoSidewaysScroll(page, [320, 360]);
  await page.getByText('Graph', { exact: true }).first().click();
  await expect(graph.getByRole('listitem').filter({ hasText: 'Scan parquet' }).first()).toBeVisible();
  await expect(editor).toBeHidden();
  await expectNoSidewaysScroll(page, [320, 360]);
  await expectAccessible(page);
  await page.getByText('Answers', { exact: true }).first().click();
  for (const name of ANSWERS) {
    await answer(page, name);
    await expectNoSidewaysScroll(page, [360]);
  }
  const tabs = answers.getByRole('tablist', { name: 'Answers' });
  expect(await tabs.evaluate((list) => list.scrollWidth - list.clientWidth)).toBe(0);
  await expectAccessible(page);
});
