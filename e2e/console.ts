import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The SQL console of the run that is open. */
export function consoleOf(page: Page) {
  const editor = page.getByRole('textbox', { name: /^SQL/ });
  const result = page.getByRole('grid', { name: 'Result' });
  return {
    editor,
    result,
    outcome: page.getByRole('tabpanel', { name: 'SQL' }).getByRole('status').first(),
    refusal: page.getByRole('tabpanel', { name: 'SQL' }).getByRole('alert'),

    async write(sql: string) {
      await editor.click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(sql);
    },

    async run(sql: string) {
      await this.write(sql);
      await page.keyboard.press('ControlOrMeta+Enter');
    },

    /** Cells of the rows in view, as text. */
    async rows(): Promise<string[][]> {
      await expect(result).toBeVisible();
      return result
        .locator('tr[aria-rowindex]:has(td)')
        .evaluateAll((all) =>
          all.map((row) => Array.from(row.querySelectorAll('td'), (cell) => cell.textContent ?? '')),
        );
    },
  };
}
