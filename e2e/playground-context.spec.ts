import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dragOver } from './drag.ts';
import { expect, test } from './fixtures.ts';
import { answer, openPlayground, PRELUDE, paste } from './playground.ts';

const JOIN = `${PRELUDE}people = spark.read.parquet("lake/people")
orders.join(people, "customer_id").write.parquet("out")
`;

/** A file on disk, to be dropped. */
function written(name: string, text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'sources-')), name);
  writeFileSync(path, text);
  return path;
}

test('what is known of sources and settings counts at once, and goes along to the simulator', async ({
  page,
}) => {
  const { exchanges, answers, editor } = await openPlayground(page);
  await paste(page, JOIN);
  // Nobody has told a size: one side is taken as small.
  await expect(exchanges).toHaveText(['broadcast']);
  await answer(page, 'Context');
  const people = answers.getByRole('listitem').filter({ hasText: 'lake/people' });

  await test.step('sizes that are typed decide the join', async () => {
    for (const [name, size] of [
      ['lake/people', '2 GB'],
      ['orders', '3 GB'],
    ] as const) {
      const item = answers.getByRole('listitem').filter({ hasText: name });
      await item.getByText('Change what is known').click();
      await item.getByLabel('Size of its files').fill(size);
      await page.keyboard.press('Enter');
    }
    await expect(exchanges).toHaveText([/hash\(customer_id\)/, /hash\(customer_id\)/]);
    await expect(people).toContainText('columns not known · 2.00 GiB');
  });

  await test.step('settings say what they cannot take', async () => {
    const partitions = answers.getByLabel('spark.sql.shuffle.partitions');
    await partitions.fill('many');
    await page.keyboard.press('Enter');
    await expect(answers.getByText('“many” is no whole number from 1.')).toBeVisible();
    await partitions.fill('16');
    await page.keyboard.press('Enter');
    await expect(exchanges).toHaveText(['hash(customer_id) · 16', 'hash(customer_id) · 16']);
  });

  await test.step('a dropped schema is one, a dropped file tells its size too', async () => {
    const schema = 'root\n |-- customer_id: long (nullable = true)\n';
    await (await dragOver(page, [written('people.txt', schema)])).drop();
    await expect(people).toContainText('1 column ');
    await (await dragOver(page, [written('people.csv', 'customer_id,name\n1,Ada\n2,Bob\n')])).drop();
    await expect(page.getByText('Known now: lake/people.')).toBeVisible();
    await expect(exchanges).toHaveText(['broadcast']);
    await expect(people).toContainText('2 columns · 29 B · 1 file · 2 rows');
    await people.getByRole('button', { name: 'Forget lake/people' }).click();
    await expect(people).toContainText('columns not known · size not known');
  });

  await test.step('a pasted schema is taken, anything else is named', async () => {
    await answers.getByText('Paste a schema').click();
    await answers.getByLabel('Path or table').fill('lake/people');
    await answers.getByLabel(/What printSchema/).fill('nothing of the kind');
    await answers.getByRole('button', { name: 'Take the schema' }).click();
    await expect(answers.getByRole('alert').filter({ hasText: 'no schema was found' })).toBeVisible();
    await answers.getByLabel(/What printSchema/).fill('root\n |-- name: string (nullable = true)\n');
    await answers.getByRole('button', { name: 'Take the schema' }).click();
    await expect(people).toContainText('1 column ');
  });

  await test.step('a shuffle goes to the simulator, and the program is there on the way back', async () => {
    await paste(page, `${PRELUDE}orders.repartition(32, "country").write.parquet("out")\n`);
    await expect(exchanges).toHaveText(['hash(country) · 32']);
    await exchanges.first().click();
    await page.keyboard.press('Escape');
    await answers.getByRole('link', { name: 'Simulate this stage' }).click();
    await expect(page).toHaveURL(/\/simulator#/);
    await expect(page).toHaveURL(/step=repartition/);
    await expect(page).toHaveURL(/shufflePartitions=32/);
    await page.goBack();
    await expect(editor).toContainText('repartition(32, "country")');
  });
});
