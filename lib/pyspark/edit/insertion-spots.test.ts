import { describe, expect, it } from 'vitest';
import { insertionSpots, spotOfEdge } from './insertion-spots.ts';
import { type Find, opened } from './testing.ts';

async function spotsAt(own: string, at: (find: Find) => number) {
  const { read, find } = await opened(own);
  return { read, find, ...insertionSpots(read, at(find)) };
}

describe('insertionSpots', () => {
  it('is behind an operation, and before it on each side of a join', async () => {
    const { spots } = await spotsAt('orders.join(customers, "customer_id").show()\n', (find) => find('join'));
    expect(spots.map(({ label }) => label)).toEqual([
      'behind join() on line 5',
      'before join() on line 5, on its left side',
      'before join() on line 5, on its right side',
    ]);
    expect(spots.map(({ columns }) => columns.length)).toEqual([5, 4, 2]);
  });

  it('is on each edge where several read what an operation gives', async () => {
    const { spots } = await spotsAt(
      'big = orders.filter("amount > 5")\nbig.count()\nbig.groupBy("status").count().show()\n',
      (find) => find('filter'),
    );
    expect(spots.map(({ label }) => label)).toEqual([
      'behind filter() on line 5, for all 2 that read it',
      'only before count() on line 6',
      'only before groupBy() on line 7',
      'before filter() on line 5',
    ]);
  });

  it('knows the DataFrames that have a name there, and not those that get theirs later', async () => {
    const own = 'big = orders.filter("amount > 5")\nlater = big.distinct()\nlater.show()\n';
    const { spots } = await spotsAt(own, (find) => find('filter'));
    const names = spots[0]!.frames.map(({ name }) => name);
    expect(names).toEqual(['customers', 'orders']);
    const behind = await spotsAt(own, (find) => find('show'));
    expect(behind.spots[0]!.frames.map(({ name }) => name)).toEqual(['big', 'customers', 'later', 'orders']);
  });

  it('says why there is none', async () => {
    const { spots, why } = await spotsAt('for n in [1, 2]:\n    orders.limit(n).show()\n', (find) =>
      find('limit'),
    );
    expect(spots).toEqual([]);
    expect(why).toContain('is in a loop');
  });
});

describe('spotOfEdge', () => {
  it('takes the side of a join whose operations an edge of the plan comes from', async () => {
    const { read, find, spots } = await spotsAt(
      'orders.filter("amount > 5").join(customers.distinct(), "customer_id").show()\n',
      (all) => all('join'),
    );
    const labelOf = (upstream: readonly number[]) => spotOfEdge(read, spots, find('join'), upstream)?.label;
    expect(labelOf([find('distinct'), find('parquet')])).toContain('right side');
    expect(labelOf([find('filter')])).toContain('left side');
  });
});
