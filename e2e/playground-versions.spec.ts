import { expect, test } from './fixtures.ts';
import { expectAccessible } from './page-checks.ts';
import { answer, openPlayground, PRELUDE, paste } from './playground.ts';

const JOIN = `${PRELUDE}people = spark.read.schema("customer_id bigint, name string").parquet("people")
orders.join(people.hint("merge"), "customer_id").write.parquet("out")
`;

test('a version is kept, compared with what became of it, and opened again after a reload', async ({
  page,
}) => {
  const { exchanges, answers, editor } = await openPlayground(page);
  await paste(page, JOIN);
  await expect(exchanges).toHaveText([/hash\(customer_id\)/, /hash\(customer_id\)/]);
  await answer(page, 'Versions');
  await answers.getByLabel('Name of the version').fill('with a merge');
  await answers.getByRole('button', { name: 'Keep this version' }).click();
  await paste(page, JOIN.replace('hint("merge")', 'hint("broadcast")'));
  await expect(exchanges).toHaveText(['broadcast']);

  await answers.getByRole('button', { name: 'Compare with now: with a merge' }).click();
  const dialog = page.getByRole('dialog', { name: 'with a merge and now' });
  await expect(dialog.getByRole('row', { name: 'Shuffles 2 0 −2' })).toBeVisible();
  const gone = dialog.getByRole('region', { name: 'Shuffles and broadcasts that are gone' });
  await expect(gone.getByRole('listitem')).toHaveCount(2);
  await expect(gone.getByRole('listitem').first()).toContainText('line 5');
  await expect(dialog.getByRole('region', { name: 'New shuffles and broadcasts' })).toContainText(
    'broadcast',
  );
  await expect(dialog.getByRole('textbox', { name: 'first.py before' })).toContainText('hint("merge")');
  await expect(dialog.getByRole('textbox', { name: 'first.py now' })).toContainText('hint("broadcast")');
  await dialog.getByRole('button', { name: 'Explain in words' }).click();
  const explanation = dialog.getByRole('region', { name: 'Explanation' });
  await expect(explanation).toContainText(/shuffles: 2.* before, 0.* after/);
  await expect(explanation).toContainText('Operators only before: SortMergeJoin');
  await expect(explanation).toContainText('only after: BroadcastHashJoin');
  await expect(explanation).not.toContainText('not in the evidence');
  await expectAccessible(page, ['dark']);
  await page.keyboard.press('Escape');

  await page.reload();
  const restored = page.getByRole('status').filter({ hasText: 'Restored from last time' });
  await expect(restored).toBeVisible();
  await expect(editor).toContainText('hint("broadcast")');
  await answer(page, 'Versions');
  await answers.getByRole('button', { name: 'Open with a merge' }).click();
  await expect(editor).toContainText('hint("merge")');
  await expect(restored).toBeHidden();
  await answers.getByRole('button', { name: 'Forget with a merge' }).click();
  const versions = answers.getByRole('list', { name: 'Kept versions' }).getByRole('listitem');
  await expect(versions).toHaveCount(0);

  // What was opened is there again too, until somebody starts anew.
  await page.reload();
  await expect(editor).toContainText('hint("merge")');
  await restored.getByRole('button', { name: 'Start anew' }).click();
  await expect(editor).toContainText('revenue');
  await answer(page, 'Versions');
  await expect(versions.filter({ hasText: 'before starting anew' })).toHaveCount(1);
  await page.reload();
  await expect(editor).toContainText('revenue');
  await expect(restored).toBeHidden();
});
