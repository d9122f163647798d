import { expect, test } from './fixtures.ts';
import { expectAccessible, expectNoSidewaysScroll } from './page-checks.ts';
import { answer, openPlayground, partsOf } from './playground.ts';

test('the Playground is accessible in both themes, with the graph and with its outline', async ({ page }) => {
  const { graph } = await openPlayground(page);
  await expectAccessible(page);
  await graph.getByText('Outline', { exact: true }).click();
  for (const name of ['Findings', 'Unknown', 'Selected'] as const) await answer(page, name);
  await expectAccessible(page);
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
  await expect(answers.getByRole('tab', { name: /^Actions/ })).toBeVisible();
  await expectAccessible(page);
});
