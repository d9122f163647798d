import { expect, test } from './fixtures.ts';
import { answer, openPlayground, PRELUDE, paste } from './playground.ts';

test('a column of a result is followed to its sources, and the rest of the graph dims', async ({ page }) => {
  const { operators, answers } = await openPlayground(page);
  await paste(
    page,
    `${PRELUDE}orders.where("amount > 1").createOrReplaceTempView("paid")
people = spark.read.schema("customer_id bigint, segment string").parquet("people")
joined = spark.sql("SELECT country, customer_id, amount * 2 AS doubled FROM paid").join(people, "customer_id")
joined.groupBy("country").agg(F.sum("doubled").alias("total"), F.max("segment").alias("top")).write.parquet("out")
`,
  );
  await expect(operators.filter({ hasText: 'people' })).toBeVisible();
  await answer(page, 'Lineage');
  const table = answers.getByRole('table');
  await expect(table.getByRole('row', { name: 'orders country is it, unchanged' })).toBeVisible();
  const people = operators.filter({ hasText: 'people' }).locator('> div');
  await expect(people).toHaveCSS('opacity', '0.4');
  await answers.getByRole('combobox', { name: 'Column' }).selectOption('total');
  await expect(table.getByRole('row', { name: 'orders amount it sums up over rows' })).toBeVisible();
  await expect(
    table.getByRole('row', { name: 'people customer_id decides which rows are joined' }),
  ).toBeVisible();
  await answers.getByRole('combobox', { name: 'Column' }).selectOption('top');
  await expect(table.getByRole('row', { name: 'people segment it sums up over rows' })).toBeVisible();
  await expect(people).toHaveCSS('opacity', '1');
  await expect(operators.filter({ hasText: 'orders' }).locator('> div').first()).toHaveCSS('opacity', '0.4');
  await answer(page, 'Actions');
  await expect(operators.filter({ hasText: 'orders' }).locator('> div').first()).toHaveCSS('opacity', '1');
});
