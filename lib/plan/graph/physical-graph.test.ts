import { describe, expect, it } from 'vitest';
import { physicalGraph } from './physical-graph.ts';
import { arrows, lanesOf } from './testing.ts';

const graph = (...queries: readonly string[]) => physicalGraph(lanesOf(queries));

describe('physicalGraph', () => {
  it('begins a stage behind every shuffle, and numbers inputs before their readers', () => {
    const joined = graph(
      'SELECT region, sum(amount) s FROM orders o JOIN customers c ON o.customer_id = c.customer_id GROUP BY region',
    );
    expect(arrows(joined)).toEqual([
      'Scan parquet (1) -> Filter (1)',
      'Filter (1) =hash(customer_id) · 8=> Sort (3)',
      'Sort (3) -> SortMergeJoin (3)',
      'Scan parquet (2) -> Filter (2)',
      'Filter (2) =hash(customer_id) · 8=> Sort (3)',
      'Sort (3) -> SortMergeJoin (3)',
      'SortMergeJoin (3) -> Project (3)',
      'Project (3) -> HashAggregate (3)',
      'HashAggregate (3) =hash(region) · 8=> HashAggregate (4)',
      'HashAggregate (4) -> collect() (4)',
    ]);
    expect(joined.bands.map(({ number, partitions }) => [number, partitions])).toEqual([
      [1, 1],
      [2, 1],
      [3, 8],
      [4, 8],
    ]);
  });

  it('says why a shuffle is there and why a join was chosen', () => {
    const { nodes, edges } = graph(
      'SELECT * FROM orders o JOIN customers c ON o.customer_id = c.customer_id',
    );
    expect(edges.find(({ kind }) => kind === 'shuffle')?.exchange?.because).toContain('SortMergeJoin needs');
    expect(nodes.find(({ name }) => name === 'SortMergeJoin')?.because).toBeTruthy();
  });

  it('sends a reused exchange from the stage that makes it', () => {
    const self = graph('SELECT a.customer_id FROM orders a JOIN orders b ON a.customer_id = b.customer_id');
    expect(self.nodes.filter(({ role }) => role === 'scan')).toHaveLength(1);
    expect(arrows(self).filter((arrow) => arrow.includes('=reused'))).toEqual([
      'Filter (1) =reused hash(customer_id) · 8=> Sort (2)',
    ]);
  });

  it('gives broadcasts and subqueries stages of their own', () => {
    const small = physicalGraph(
      lanesOf(['SELECT * FROM orders o JOIN customers c ON o.customer_id = c.customer_id'], {
        'spark.sql.adaptive.enabled': 'false',
      }),
    );
    expect(arrows(small)).toContain('Filter (1) =broadcast=> BroadcastHashJoin (2)');
    const asked = arrows(graph('SELECT * FROM orders WHERE amount > (SELECT max(amount) FROM orders)'));
    expect(asked).toContain('HashAggregate (2) ..> Filter (3)');
  });

  it('shows the shuffle of a limit inside a plan, and none where the driver takes the rows', () => {
    const inside = graph('SELECT count(*) FROM (SELECT id FROM range(100) ORDER BY id LIMIT 5)');
    expect(arrows(inside)).toContain('Range (1) =single=> TakeOrderedAndProject (2)');
    const atEnd = graph('SELECT id FROM range(100) ORDER BY id LIMIT 5');
    expect(atEnd.bands.map(({ partitions }) => partitions)).toEqual([4]);
  });

  it('keeps actions apart', () => {
    const two = graph('SELECT 1 FROM orders', 'SELECT DISTINCT region FROM orders');
    expect(two.bands.map(({ lane, number }) => [lane, number])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
    expect(new Set(two.nodes.map(({ id }) => id)).size).toBe(two.nodes.length);
  });

  it('has Spark’s size of what comes out, and none above a source of unknown size', () => {
    const bytes = ({ nodes }: ReturnType<typeof graph>, name: string) =>
      nodes.find((node) => node.name === name)?.bytes;
    const all = graph('SELECT * FROM orders');
    expect(bytes(all, 'Scan parquet')).toBe(1000);
    expect(bytes(graph('SELECT order_id FROM orders'), 'Scan parquet')).toBeLessThan(1000);
  });
});
