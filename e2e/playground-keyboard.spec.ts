import { expect, test } from './fixtures.ts';
import { openPlayground, PRELUDE, paste } from './playground.ts';

test('with the keyboard alone one writes, finds the shuffle, learns why, and comes back', async ({
  page,
}) => {
  const { editor, exchanges, graph } = await openPlayground(page);
  await paste(page, PRELUDE);
  await page.keyboard.type('orders.groupBy("country").count().show()');
  await expect(exchanges).toHaveText([/hash\(country\)/]);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('application')).toBeFocused();

  const said = graph.getByRole('status').first();
  await page.keyboard.press('Home');
  await expect(said).toContainText('Scan parquet');
  await page.keyboard.press('ArrowDown');
  await expect(said).toContainText('HashAggregate');
  await page.keyboard.press('n');
  await expect(said).toContainText('shuffle hash(country) · 200');
  await expect(said).toContainText('needs rows with equal country together');
  await page.keyboard.press('Space');
  const why = page.getByRole('dialog', { name: /^Why hash/ });
  await expect(why).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await page.getByRole('application').focus();
  await page.keyboard.press('Enter');
  await expect(editor).toBeFocused();
  await expect(editor.locator('.cm-linked')).toContainText('count');
});

test('the editor is no trap: Escape and then Tab leaves it', async ({ page }) => {
  const { editor } = await openPlayground(page);
  await editor.focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
});

test('F8 goes to a finding, and panes are sized with arrow keys', async ({ page }) => {
  const { editor } = await openPlayground(page);
  await page.getByLabel('Sample').selectOption('habits');
  await expect(page.locator('.cm-lintRange').first()).toBeVisible();
  await editor.focus();
  await page.keyboard.press('F8');
  await expect(page.locator('.cm-diagnostic').first()).toContainText(/repartition/);

  const separator = page.getByRole('separator', { name: 'Width of the code' });
  const before = Number(await separator.getAttribute('aria-valuenow'));
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', String(before + 2));
});
