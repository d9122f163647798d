import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-checks.ts';
import { answer, openPlayground, PRELUDE, paste } from './playground.ts';

test('a program is changed in the graph alone, step by step, and every step can be undone', async ({
  page,
}) => {
  const { operators, exchanges, answers, editor } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}people = spark.read.schema("customer_id bigint, name string").parquet("people")
orders.join(people.hint("merge"), "customer_id").where("amount > 100").write.parquet("out")
`,
  );
  await expect(exchanges).toHaveText([/hash\(customer_id\)/, /hash\(customer_id\)/]);
  const join = answers.getByRole('region', { name: 'Change join()' });

  // On the edge that was chosen, and by keyboard.
  await exchanges.last().click();
  await page.keyboard.press('Escape');
  await expect(exchanges.last()).toBeFocused();
  await expect(join.getByLabel('Where')).toHaveValue(/before join\(\) on line 5, on its right side/);
  await join.getByRole('combobox', { name: /^Operation/ }).selectOption('groupBy + agg');
  const name = join.getByLabel('Name of the result');
  await name.fill('people');
  const key = join.getByRole('group', { name: /Grouped by/ }).getByRole('button', { name: 'customer_id' });
  await key.press('Space');
  await expect(key).toHaveAttribute('aria-pressed', 'true');
  await name.press('Enter');
  await expect(editor).toContainText(
    'join(people.hint("merge").groupBy("customer_id").agg(F.count("*").alias("people"))',
  );
  await join.getByRole('button', { name: 'Undo it' }).click();
  await expect(editor).not.toContainText('groupBy');

  await operators.filter({ hasText: 'SortMergeJoin' }).click();
  await join.getByLabel('Hint').selectOption('broadcast');
  await join.getByRole('button', { name: 'Set the hint' }).click();
  await expect(exchanges).toHaveText(['broadcast']);
  await expect(editor).not.toContainText('hint("merge")');

  // The same operation stays chosen, wherever it is after the edit.
  await join.getByRole('combobox', { name: /^Operation/ }).selectOption('distinct');
  await join.getByRole('button', { name: 'Insert here' }).click();
  await expect(editor).toContainText('.distinct()');
  await expect(exchanges).toHaveCount(2);
  await join.getByRole('button', { name: 'Swap the sides' }).click();
  await expect(editor).toContainText('.join(orders');
  await join.getByRole('button', { name: 'Undo it' }).click();
  await expect(editor).toContainText('orders.join(');

  await operators.filter({ hasText: 'HashAggregate' }).last().click();
  const distinct = answers.getByRole('region', { name: 'Change distinct()' });
  await distinct.getByRole('button', { name: 'Move behind where() on line 5' }).click();
  await expect(editor).toContainText('.where("amount > 100").distinct()');
  await expect(distinct.getByRole('button', { name: 'Move before where() on line 5' })).toBeVisible();
  await distinct.getByRole('button', { name: 'Cache its result' }).click();
  await expect(editor).toContainText('.distinct().cache()');
  await distinct.getByRole('button', { name: 'Delete distinct()' }).click();
  await expect(editor).toContainText('.where("amount > 100").cache()');

  const where = answers.getByRole('region', { name: 'Change where()' });
  await where.getByLabel('condition').fill('"amount > 7"');
  await page.keyboard.press('Enter');
  await expect(editor).toContainText('.where("amount > 7")');
  await editor.focus();
  // One step of the history for each edit, shared with what is typed.
  for (const before of [
    '.where("amount > 100").cache()',
    '.distinct().cache()',
    '.where("amount > 100").distinct()',
    '.distinct().where("amount > 100").write',
  ]) {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(editor).toContainText(before);
  }
});

test('what is used in several places is changed only when asked twice, and what cannot change places says why', async ({
  page,
}) => {
  const { operators, answers, editor } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}big = orders.where("amount > 100")\nbig.count()\nbig.groupBy("country").count().where("count > 1").write.parquet("out")\n`,
  );
  const late = operators.filter({ hasText: 'Filter' }).filter({ hasText: 'count >' });
  await late.click();
  const form = answers.getByRole('region', { name: 'Change where()' });
  await expect(form).toContainText('where() on line 6 uses the column count, which comes from count()');
  await operators.filter({ hasText: 'Filter' }).filter({ hasText: 'amount' }).first().click();
  await expect(form.getByLabel('Where').getByRole('option')).toHaveText([
    'behind where() on line 4, for all 2 that read it',
    'only before count() on line 5',
    'only before groupBy() on line 6',
    'before where() on line 4',
  ]);
  await form.getByRole('button', { name: 'Delete where()' }).click();
  await expect(form.getByRole('alert').last()).toContainText('used in 2 places');
  await expect(editor).toContainText('where("amount > 100")');
  await form.getByRole('button', { name: 'Change all of them' }).click();
  await expect(editor).not.toContainText('where("amount > 100")');
});

test('a column that is told to be skewed marks the shuffles by it and makes a hot key in the simulator', async ({
  page,
}) => {
  const { exchanges, answers } = await openPlayground(page);
  await paste(page, `${PRELUDE}orders.repartition(8, "customer_id").write.parquet("out")\n`);
  await answer(page, 'Context');
  await answers.getByText('Change what is known').click();
  await answers.getByLabel('Size of its files').fill('8 GB');
  await answers.getByLabel('Skewed column').fill('customer_id');
  await answers.getByLabel('Share of its most frequent value').fill('most');
  await page.keyboard.press('Enter');
  await expect(answers.getByRole('group', { name: /Skewed columns/ }).getByRole('alert')).toContainText(
    '“most” is no share',
  );
  await answers.getByLabel('Share of its most frequent value').fill('60 %');
  await page.keyboard.press('Enter');
  await expect(exchanges).toHaveText([/skewed hash\(customer_id\)/]);
  await exchanges.click();
  await expect(answers).toContainText('about 60 % of the rows of orders have the same customer_id');
  const link = answers.getByRole('link', { name: 'Simulate this stage' });
  expect(await link.getAttribute('href')).toContain('keyShape=hot&hotShare=0.6');
});

test('text is found and replaced in the editor, in one step', async ({ page }) => {
  await openPlayground(page);
  await paste(page, `${PRELUDE}orders.where("amount > 1").write.parquet("amount")\n`);
  // The fields of the search are text boxes too.
  const editor = page.getByRole('textbox', { name: /^first\.py/ });
  await page.keyboard.press('ControlOrMeta+f');
  const code = page.getByRole('region', { name: 'Code' });
  await code.getByLabel('Find', { exact: true }).fill('amount');
  await expectAccessible(page, ['light', 'dark'], 'section[aria-label=Code]');
  await code.getByLabel('Replace', { exact: true }).fill('price');
  await code.getByRole('button', { name: 'Replace all' }).click();
  await expect(editor).toContainText('orders.where("price > 1").write.parquet("price")');
  await page.keyboard.press('Escape');
  await expect(code.getByLabel('Find', { exact: true })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toContainText('orders.where("amount > 1").write.parquet("amount")');
});
