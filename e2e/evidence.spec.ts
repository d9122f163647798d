import { evidenceText } from '#lib/analyzers/run/evidence-text.ts';
import type { Evidence } from '#lib/model/insight.ts';
import { consoleOf } from './console.ts';
import { expect, test } from './fixtures.ts';
import { openSample, showView } from './open.ts';

test.describe('a number and the SQL behind it', () => {
  test('every number of an insight is what its SQL returns', async ({ page }) => {
    await openSample(page, /Skewed join/);
    await page.getByRole('link', { name: /Task skew in stage 6/ }).click();
    const card = page.getByRole('listitem').filter({ hasText: 'Task skew in stage 6' }).first();
    const evidence = card.getByRole('region', { name: 'Evidence' });
    await expect(evidence.getByRole('term').first()).toBeVisible();
    const metrics = await evidence.getByRole('term').allInnerTexts();
    const numbers = await evidence.locator('dd > span:first-child').allInnerTexts();
    expect(metrics).toContain('longest task');
    expect(numbers).toHaveLength(metrics.length);

    const sql = consoleOf(page);
    await card.getByRole('button', { name: 'Evidence in SQL' }).click();
    await expect(page).toHaveURL('/analyze?view=sql');
    const all = await sql.rows();
    const shown = all.map(([metric = '', value = '', unit = '']) => [metric, asShown(value, unit)]);
    expect(shown).toEqual(metrics.map((metric, index) => [metric, numbers[index]]));

    await page.goBack();
    await evidence.getByRole('button', { name: 'SQL behind "longest task"' }).click();
    await expect(sql.editor).toContainText('ORDER BY coalesce(duration, 0) DESC');
    await expect(sql.outcome).toContainText('1 row');
    expect((await sql.rows()).map(([value]) => value)).toEqual([all[0]?.[1]]);
  });

  test('a key figure opens its SQL, and running it gives the figure', async ({ page }) => {
    await openSample(page, /Skewed join/);
    await page.getByRole('button', { name: /^Garbage collection/ }).click();
    const details = page.getByRole('dialog', { name: 'Garbage collection' });
    await expect(details).toContainText('SQL behind this');
    const shown = await details.getByText(/^Garbage collection: /).textContent();
    await details.getByRole('button', { name: 'Open in the console' }).click();
    const sql = consoleOf(page);
    await expect(sql.outcome).toContainText('1 row');
    const [[share = ''] = []] = await sql.rows();
    expect(`Garbage collection: ${asShown(share, 'share')}`).toBe(shown);
  });

  test('what a chart shows opens as SQL as well', async ({ page }) => {
    await openSample(page, /Skewed join/);
    await showView(page, 'Stages');
    const stages = await page.getByRole('grid', { name: 'Stages' }).getAttribute('aria-rowcount');
    await page.getByRole('button', { name: 'SQL behind the stages' }).click();
    await expect(consoleOf(page).outcome).toContainText(`${Number(stages) - 1} rows`);
  });
});

function asShown(value: string, unit: string): string {
  const isText = unit === 'text';
  return evidenceText({ value: isText ? value : Number(value), unit } as Evidence);
}
