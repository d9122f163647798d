import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import { consoleOf } from './console.ts';
import { expect, test } from './fixtures.ts';
import { openSample, showView } from './open.ts';

const RUNAWAY = 'SELECT count(*) FROM range(1e12::BIGINT) a, range(1e6::BIGINT) b';

const REFUSED = [
  ['SET memory_limit = 0', 'SET is not available here'],
  ["INSTALL 'httpfs'", 'INSTALL is not available here'],
  ["LOAD 'httpfs'", 'LOAD is not available here'],
  ["ATTACH 'other.db'", 'ATTACH is not available here'],
  ["COPY tasks TO 'tasks.csv'", 'COPY is not available here'],
  ['DROP TABLE tasks', 'DROP is not available here'],
  ['SELECT 1; SELECT 2', 'Run one statement at a time.'],
  ["SELECT * FROM read_csv('http://example.com/a.csv')", 'disabled'],
  ["FROM 'https://example.com/a.parquet'", 'does not exist'],
  ["SELECT * FROM read_text('/etc/passwd')", 'disabled'],
] as const;

test.describe('the SQL console', () => {
  test.beforeEach(async ({ page }) => {
    await openSample(page, /Skewed join/);
    await showView(page, 'SQL');
  });

  test('cancels a query without end, and goes on with the next', async ({ page }) => {
    const sql = consoleOf(page);
    await sql.run(RUNAWAY);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(sql.outcome).toContainText('Cancelled after');
    await sql.run('SELECT count(*) FROM tasks');
    await expect(sql.outcome).toContainText('1 row');
    expect(await sql.rows()).toEqual([['31']]);
  });

  test('refuses what would change something or reach outside, and says why', async ({ page }) => {
    const sql = consoleOf(page);
    const requests: string[] = [];
    page.on('request', (request) => {
      // The browser itself fetches the tab's icon, whenever it likes.
      if (!request.url().includes('/icon.svg')) requests.push(request.url());
    });
    for (const [statement, reason] of REFUSED) {
      await sql.run(statement);
      await expect(sql.refusal).toContainText(reason);
    }
    await sql.run('SELECT 42 AS answer');
    await expect(sql.outcome).toContainText('1 row');
    expect(requests).toEqual([]);
  });

  test('is typed in, over what was there, closes brackets, and shows where SQL is wrong', async ({
    page,
  }) => {
    const sql = consoleOf(page);
    await sql.write('SELECT nothing');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('SELECT count(*) FROM tasks', { delay: 5 });
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(sql.outcome).toContainText('1 row');
    expect(await sql.rows()).toEqual([['31']]);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('(');
    await expect(sql.editor).toHaveText('(SELECT count(*) FROM tasks)');

    await sql.run('SELECT stage_id,\n  durration\nFROM tasks');
    await expect(sql.refusal).toContainText('A name or type does not fit, at line 2, column 3');
    await expect(sql.editor.locator('.cm-error-place')).toHaveText('durration');
  });

  test('holds a large result, of which only a part is in the page, and exports all of it', async ({
    page,
  }) => {
    const sql = consoleOf(page);
    await sql.run('SELECT range AS n, 2 * range AS twice FROM range(1000000)');
    await expect(sql.outcome).toContainText('first 100,000 rows of more; an export has all');
    await expect(sql.result).toHaveAttribute('aria-rowcount', '100001');
    await sql.result.focus();
    await page.keyboard.press('End');
    await expect(sql.result.getByRole('gridcell', { name: '199998', exact: true })).toBeVisible();
    expect((await sql.rows()).length).toBeLessThan(100);

    await sql.run('SELECT range AS n FROM range(300000)');
    await expect(sql.result).not.toContainText('twice');
    const lines = (await exported(page, 'CSV')).toString().trimEnd().split('\r\n');
    expect([lines.length, lines.at(-1)]).toEqual([300_001, '299999']);
  });

  test('sorts, copies and exports what it shows', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sql = consoleOf(page);
    await sql.run('SELECT range AS n, \'a "b", \' || range AS text FROM range(3)');
    await sql.result.getByRole('columnheader', { name: 'n' }).getByRole('button').click();
    expect(await sql.rows()).toEqual([
      ['2', 'a "b", 2'],
      ['1', 'a "b", 1'],
      ['0', 'a "b", 0'],
    ]);

    await page.getByRole('button', { name: 'Copy TSV' }).click();
    await expect(page.getByText('Copied as TSV')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'n\ttext\n0\ta "b", 0\n1\ta "b", 1\n2\ta "b", 2',
    );

    expect((await exported(page, 'CSV')).toString()).toBe(
      'n,text\r\n0,"a ""b"", 0"\r\n1,"a ""b"", 1"\r\n2,"a ""b"", 2"\r\n',
    );
    const parquet = await exported(page, 'Parquet');
    const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
    expect(await parquetReadObjects({ file })).toEqual(
      [0, 1, 2].map((n) => ({ n: BigInt(n), text: `a "b", ${n}` })),
    );
  });
});

async function exported(page: Page, format: 'CSV' | 'Parquet') {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `Export ${format}` }).click();
  return readFileSync(await (await download).path());
}
