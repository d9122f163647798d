import { describe, expect, it } from 'vitest';
import { type Statistics, statistics } from '#lib/plan/optimize/size-in-bytes.ts';
import { BIGINT, STRING } from '#lib/plan/types/names.ts';
import { buildDescribedPlan, type DescribedNode } from './described-plan.ts';

const SMALL: Statistics = { bytes: 8000n, rows: 1000n };

/** A node with bigint columns; one called `s` is a string. */
function node(
  name: string,
  columns: string,
  children: readonly DescribedNode[],
  more: Partial<DescribedNode> = {},
): DescribedNode {
  const of = columns.split(' ').map((each) => ({ name: each, type: each === 's' ? STRING : BIGINT }));
  return { name, columns: of, children, ...more };
}

const leaf = (columns: string, sizes: Statistics = SMALL) =>
  node('Range', columns, [], { statistics: sizes });
const size = (root: DescribedNode) => String(statistics(buildDescribedPlan(root)[0]!).bytes);

describe('buildDescribedPlan', () => {
  it('scales by the width of rows', () => {
    expect(size(node('Project', 'id s', [leaf('id')]))).toBe('18000');
    expect(size(node('Filter', 'id', [leaf('id')]))).toBe('8000');
  });

  it('multiplies over a join, unless one side has each key once', () => {
    const right = leaf('k', { bytes: 500n });
    expect(size(node('Join', 'k k', [leaf('k'), right]))).toBe('4000000');
    const grouped = node('Aggregate', 'k count', [right]);
    expect(size(node('Join', 'k k count', [leaf('k'), grouped]))).toBe(String(8000 + (500 * 24) / 16));
  });

  it('takes a join that gives the left columns only for a semi join', () => {
    expect(size(node('Join', 'k', [leaf('k'), leaf('k')]))).toBe('8000');
  });

  it('counts the rows of a limit, which must be told', () => {
    expect(size(node('GlobalLimit', 'id', [leaf('id')], { rows: 10 }))).toBe('160');
    expect(() => size(node('GlobalLimit', 'id', [leaf('id')]))).toThrow(/depends on "limit"/);
    expect(() => size(node('Sample', 'id', [leaf('id')]))).toThrow(/depends on "fraction"/);
  });

  it('expands a rollup into one grouping set more than it has columns', () => {
    expect(size(node('Expand', 'a b spark_grouping_id', [leaf('a b')]))).toBe(
      String(3 * Math.floor((8000 * 32) / 24)),
    );
    expect(() => size(node('Expand', 'a gid', [leaf('a')]))).toThrow(/"projections"/);
  });

  it('needs the sizes of leaves', () => {
    expect(() => size(node('Range', 'id', []))).toThrow(/size of the leaf Range/);
  });
});
