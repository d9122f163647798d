import { expect, test } from './fixtures.ts';
import { openPlayground, PRELUDE, paste } from './playground.ts';

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
  await operators.filter({ hasText: 'SortMergeJoin' }).click();
  const form = answers.getByRole('region', { name: 'Change join()' });
  await form.getByLabel('Hint').selectOption('broadcast');
  await form.getByRole('button', { name: 'Set the hint' }).click();
  await expect(exchanges).toHaveText(['broadcast']);
  await expect(editor).not.toContainText('hint("merge")');

  await operators.filter({ hasText: 'BroadcastHashJoin' }).click();
  await form.getByLabel('Insert after it').selectOption('distinct');
  await form.getByRole('button', { name: 'Insert it' }).click();
  await expect(editor).toContainText('.distinct()');
  await expect(exchanges).toHaveCount(2);

  await operators.filter({ hasText: 'Filter' }).first().click();
  const filter = answers.getByRole('region', { name: 'Change where()' });
  await filter.getByLabel('condition').fill('"amount > 7"');
  await page.keyboard.press('Enter');
  await expect(editor).toContainText('.where("amount > 7")');
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).toContainText('.where("amount > 100")');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(editor).not.toContainText('.distinct()');
  await expect(exchanges).toHaveText(['broadcast']);
});

test('what is used in several places is changed only when asked twice', async ({ page }) => {
  const { operators, answers, editor } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}big = orders.where("amount > 100")\nbig.count()\nbig.groupBy("country").count().write.parquet("out")\n`,
  );
  await expect(operators.filter({ hasText: 'Filter' })).toHaveCount(2);
  await operators.filter({ hasText: 'Filter' }).first().click();
  const form = answers.getByRole('region', { name: 'Change where()' });
  await form.getByRole('button', { name: 'Delete where()' }).click();
  await expect(form.getByRole('alert').last()).toContainText('used in 2 places');
  await expect(editor).toContainText('where("amount > 100")');
  await form.getByRole('button', { name: 'Change all of them' }).click();
  await expect(editor).not.toContainText('where("amount > 100")');
});
