import { expect, test } from './fixtures.ts';
import { made } from './open.ts';
import { answer, openPlayground, PRELUDE, partsOf, paste } from './playground.ts';

test('a person pastes a program, finds a shuffle, fixes it and sees it gone', async ({ page }) => {
  const { exchanges, answers } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}big = orders.where("amount > 100")\nif big.count() > 0:\n    print("there are some")\n`,
  );
  await expect(exchanges).toHaveText(['single']);
  await exchanges.first().click();
  const why = page.getByRole('dialog', { name: 'Why single' });
  await expect(why).toContainText('PREDICTED');
  await expect(why).toContainText('needs all rows in one partition');
  await page.keyboard.press('Escape');

  await answer(page, 'Findings');
  await expect(answers.getByRole('listitem').filter({ hasText: 'DRV-06' })).toContainText(
    'only compared with 0',
  );
  await answers
    .getByRole('listitem')
    .filter({ hasText: 'DRV-06' })
    .getByRole('button', { name: /isEmpty/ })
    .click();
  await expect(partsOf(page).editor).toContainText('isEmpty()');
  await expect(exchanges).toHaveCount(0);
  // The fix is a change like any other.
  await partsOf(page).editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(exchanges).toHaveText(['single']);
});

test('code and graph show each other where they belong together', async ({ page }) => {
  const { editor, operators, exchanges, answers } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}per = orders.groupBy("country").agg(F.sum("amount").alias("s"))\nper.orderBy("s").show()\n`,
  );
  await expect(exchanges).toHaveCount(1);
  await operators.filter({ hasText: 'TakeOrderedAndProject' }).click();
  await expect(editor.locator('.cm-linked')).toContainText('orderBy');
  await expect(answers.getByRole('heading', { name: /TakeOrderedAndProject/ })).toBeVisible();
  await editor.getByText('groupBy').click();
  await expect(editor.locator('.cm-linked')).toContainText('agg');
});

test('hovering a DataFrame tells its columns, how it lies and what it costs', async ({ page }) => {
  const { editor } = await openPlayground(page);
  await paste(page, `${PRELUDE}per = orders.groupBy("country").count()\nper.show()\n`);
  await expect(partsOf(page).exchanges).toHaveCount(1);
  await editor
    .locator('.cm-line', { hasText: 'per.show' })
    .locator('span, :scope')
    .first()
    .hover({ position: { x: 8, y: 8 } });
  const card = page.locator('.cm-frame');
  await expect(card).toContainText('country: string');
  await expect(card).toContainText('a hash of country over 200 partitions');
  await expect(card).toContainText('PREDICTED');
});

test('three files are one program', async ({ page }) => {
  const { answers, exchanges } = await openPlayground(page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles([
    made(
      'main.py',
      'from sources import load\nfrom steps import per_country\nper_country(load()).write.parquet("out")\n',
    ),
    made('sources.py', `${PRELUDE}def load():\n    return orders\n`),
    made('steps.py', 'def per_country(df):\n    return df.groupBy("country").count()\n'),
  ]);
  await expect(page.getByRole('tab', { name: 'steps.py' })).toBeVisible();
  await expect(exchanges).toHaveText([/hash\(country\)/]);
  await expect(answers.getByRole('button', { name: /main\.py line 3 · parquet\(\)/ })).toBeVisible();
  // From the shuffle to its place in another file.
  await exchanges.first().click();
  const why = page.getByRole('dialog', { name: /^Why hash/ });
  await expect(why).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await page.getByRole('application').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'steps.py' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('region', { name: 'Code' }).locator('.cm-linked')).toContainText('count');
});

test('a notebook opens as Python, cell by cell, with its SQL', async ({ page }) => {
  const { editor, exchanges } = await openPlayground(page);
  const cell = (source: string) => ({ cell_type: 'code', metadata: {}, source, outputs: [] });
  const notebook = {
    cells: [
      cell('df = spark.read.schema("k int, v int").parquet("in")\ndf.createOrReplaceTempView("t")'),
      { cell_type: 'markdown', source: 'words' },
      cell('%%sql\nSELECT k, sum(v) AS s FROM t GROUP BY k'),
    ],
  };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open files' }).click();
  await (await chooser).setFiles([made('report.ipynb', JSON.stringify(notebook))]);
  await expect(editor.getByText('Cell 3')).toBeVisible();
  await expect(exchanges).toHaveText([/hash\(k\)/]);
});

test('broken code keeps the last answer while it is typed, and gives what it can when it is pasted', async ({
  page,
}) => {
  const { editor, exchanges, graph, answers } = await openPlayground(page);
  await paste(page, `${PRELUDE}orders.groupBy("country").count().show()\n`);
  await expect(exchanges).toHaveText([/hash\(country\)/]);
  // A broken line beside the action is left out; a broken action keeps what was shown of it.
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('x = = 3');
  await expect(editor.locator('.cm-broken')).toHaveCount(1);
  await expect(graph.getByText(/no Python at the moment/)).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.type(' = = 3');
  await expect(graph.getByText(/no Python at the moment/)).toBeVisible();
  await expect(exchanges).toHaveText([/hash\(country\)/]);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');

  await paste(page, `${PRELUDE}this is no python at all )(\norders.groupBy("amount").count().show()\n`);
  await expect(exchanges).toHaveText([/hash\(amount\)/]);
  await expect(editor.locator('.cm-broken').first()).toBeVisible();
  await answer(page, 'Unknown');
  await answers.getByRole('button', { name: 'line 4' }).first().click();
  await expect(editor).toBeFocused();
});

test('two thousand lines are pasted and stay usable', async ({ page }) => {
  const { editor, answers } = await openPlayground(page);
  const block = (n: number) =>
    `t${n} = orders.where(F.col("amount") > ${n})\nt${n} = (\n    t${n}\n    .withColumn("x", F.col("amount") * ${n})\n    .withColumn("y", F.lit(${n}))\n    .select("country", "x")\n)\n\n`;
  const text =
    PRELUDE +
    Array.from({ length: 250 }, (_, n) => block(n)).join('') +
    't249.groupBy("country").count().show()\n';
  await paste(page, text);
  await expect(answers.getByRole('button', { name: 'line 2004 · show()' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('t3.count()\n');
  await expect(answers.getByRole('button', { name: 'line 2005 · count()' })).toBeVisible();
  await expect(editor).toBeFocused();
});

test('a graph is seen as what was asked for, as operators, as stages and as a list, searched and saved', async ({
  page,
}) => {
  const { graph, operators, exchanges } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}orders.where("amount > 1").select("country").distinct().write.parquet("out")\n`,
  );
  await expect(exchanges).toHaveCount(1);
  await graph.getByText('Logical', { exact: true }).click();
  await expect(operators.filter({ hasText: 'Relation' })).toBeVisible();
  await expect(exchanges).toHaveCount(0);
  await graph.getByText('Stages', { exact: true }).click();
  await expect(operators.filter({ hasText: 'Stage 2' })).toBeVisible();
  await graph.getByText('Physical', { exact: true }).click();
  await graph.getByRole('searchbox', { name: 'Search the graph' }).fill('filter');
  await expect(graph.getByRole('status').first()).toContainText('1 found');
  await graph.getByRole('checkbox', { name: 'Collapse chains' }).check();
  await expect(operators.filter({ hasText: '…' }).first()).toBeVisible();
  await graph.getByText('Outline', { exact: true }).click();
  await expect(graph.getByRole('listitem').filter({ hasText: 'hash(country)' }).first()).toBeVisible();
  await graph.getByText('Graph', { exact: true }).click();

  for (const [kind, name, begins] of [
    ['SVG', 'first-physical.svg', '<svg '],
    ['PNG', 'first-physical.png', '\u0089PNG'],
    ['Mermaid', 'first-physical.mmd', 'flowchart TD'],
    ['JSON', 'first-physical.json', '{'],
  ] as const) {
    await graph.getByRole('button', { name: 'Export the graph' }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('dialog', { name: 'Export the graph' }).getByRole('button', { name: kind }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe(name);
    const stream = await download.createReadStream();
    const [first] = await stream.take(1).toArray();
    expect(Buffer.from(first).toString('latin1').startsWith(begins)).toBe(true);
    await page.keyboard.press('Escape');
  }
});

test('every sample opens and has something to show', async ({ page }) => {
  await openPlayground(page);
  const { operators, answers } = partsOf(page);
  const samples = page.getByLabel('Sample');
  for (const value of ['nightly-etl', 'joins', 'windows', 'sql', 'streaming', 'habits', 'notebook']) {
    await samples.selectOption(value);
    await expect(operators.first()).toBeVisible();
    await expect(answers.getByRole('tab', { name: /^Actions/ })).not.toHaveText(/^Actions 0/);
  }
});

test('nothing of a program leaves the tab, and it works without a network', async ({ page, context }) => {
  const { exchanges } = await openPlayground(page);
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await context.setOffline(true);
  await paste(page, `${PRELUDE}orders.groupBy("country").count().show()\n`);
  await expect(exchanges).toHaveText([/hash\(country\)/]);
  expect(sent).toEqual([]);
});
