import { describe, expect, it } from 'vitest';
import { compareViews, without } from './compare-views.ts';
import { viewText } from './testing.ts';

async function compared(before: string, after: string) {
  const [old, now] = [await viewText(before), await viewText(after)];
  return compareViews(
    { view: old.view, graph: old.graph('physical') },
    { view: now.view, graph: now.graph('physical') },
  );
}

describe('compareViews', () => {
  it('finds nothing between a program and itself, wherever its lines are', async () => {
    const text = 'orders.groupBy("status").count().write.parquet("out")\n';
    const { figures, gone, added } = await compared(text, `\n\n${text}`);
    expect([gone, added]).toEqual([[], []]);
    for (const { before, after } of figures) expect(after).toBe(before);
  });

  it('names a shuffle that is gone, with its reason and line, and counts stages and jobs', async () => {
    const { figures, gone, added } = await compared(
      'orders.join(customers, "customer_id").write.parquet("out")\n',
      'from pyspark.sql.functions import broadcast\norders.join(broadcast(customers), "customer_id").write.parquet("out")\n',
    );
    expect(gone.map(({ label, line }) => [label, line])).toEqual([
      ['hash(customer_id) · 200', 5],
      ['hash(customer_id) · 200', 5],
    ]);
    expect(gone[0]!.because).not.toBe('');
    expect(added.map(({ label, line }) => [label, line])).toEqual([['broadcast', 6]]);
    expect(figures.find(({ name }) => name === 'Shuffles')).toMatchObject({ before: 2, after: 0 });
    expect(figures.find(({ name }) => name === 'Broadcasts')).toMatchObject({ before: 0, after: 1 });
  });
});

describe('without', () => {
  it('counts equal ones', () => {
    expect(without(['a', 'a', 'b'], ['a'], (each) => each)).toEqual(['a', 'b']);
  });
});
